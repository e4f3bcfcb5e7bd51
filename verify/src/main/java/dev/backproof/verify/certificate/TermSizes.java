package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Term;
import java.util.IdentityHashMap;

/**
 * Measures terms, and refuses those that are too large: every rule walks through its terms as if
 * nothing in them were shared.
 */
final class TermSizes {
  /** The nodes of a term and how deep they are nested. */
  private record Size(long nodes, int depth) {}

  // By identity: a comparison would already walk through the term.
  private final IdentityHashMap<Term, Size> known = new IdentityHashMap<>();

  /**
   * The number of nodes of a term.
   *
   * @throws Refusal if the term is too large or too deep
   */
  long nodes(Term term) {
    return size(term).nodes();
  }

  private Size size(Term term) {
    Size size = known.get(term);
    if (size == null) {
      size = measure(term);
      known.put(term, size);
    }
    return size;
  }

  private Size measure(Term term) {
    long nodes = 1;
    int depth = 0;
    for (Term argument : term.arguments()) {
      Size part = size(argument);
      nodes += part.nodes();
      depth = Math.max(depth, part.depth());
    }
    if (nodes > Limits.NODES) {
      throw new TooLarge("a term of more than " + Limits.NODES + " nodes");
    }
    if (depth >= Limits.DEPTH) {
      throw new TooLarge("a term nested more than " + Limits.DEPTH + " deep");
    }
    return new Size(nodes, depth + 1);
  }
}
