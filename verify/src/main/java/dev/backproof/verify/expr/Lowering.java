package dev.backproof.verify.expr;

import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The entries of one or more graphs as terms, each entry of each node once.
 *
 * <p>A value that is used twice is lowered once per place, equal terms are one object, and binding
 * an index walks over shared parts once: so the terms, seen as a graph, grow with the graph of the
 * formula, although as a tree they may be too large to write.
 */
final class Lowering {
  /** A term in which an index is to be bound by the binder that many levels out. */
  private record Closing(Term term, String index, int level) {}

  private final IdentityHashMap<Expr, Map<Place, Term>> entries = new IdentityHashMap<>();
  private final Map<Term, Term> terms = new HashMap<>();
  private final Map<Closing, Term> closed = new HashMap<>();

  /** The entry of a tensor at a place. */
  Term entry(Expr of, Place at) {
    Map<Place, Term> known = entries.computeIfAbsent(of, any -> new HashMap<>());
    Term term = known.get(at);
    if (term == null) {
      term = one(of.node().entry(of, at, this));
      known.put(at, term);
    }
    return term;
  }

  /** The same object for equal terms. */
  private Term one(Term term) {
    Term known = terms.putIfAbsent(term, term);
    return known == null ? term : known;
  }

  /**
   * The sum of what {@code body} has at all coordinates.
   *
   * @param factors the extents the coordinates run through
   * @param outside the place of the sum, whose indices are not used again
   * @param inside the graphs below the sum
   */
  Term sum(List<Size> factors, Place outside, List<Expr> inside, Function<List<Term>, Term> body) {
    return sum(factors, new ArrayList<>(), outside, inside, body);
  }

  private Term sum(
      List<Size> factors,
      List<Term> opened,
      Place outside,
      List<Expr> inside,
      Function<List<Term>, Term> body) {
    if (opened.size() == factors.size()) {
      return body.apply(List.copyOf(opened));
    }
    Size factor = factors.get(opened.size());
    if (!factor.isNumber()) {
      Term index = unused(factor, opened, outside, inside);
      opened.add(index);
      Term summand = sum(factors, opened, outside, inside, body);
      opened.remove(opened.size() - 1);
      return sum(factor, index, summand);
    }
    List<Term> summands = new ArrayList<>();
    for (int p = 0; p < factor.number(); p++) {
      opened.add(Term.number(p));
      summands.add(sum(factors, opened, outside, inside, body));
      opened.remove(opened.size() - 1);
    }
    return Arithmetic.add(summands);
  }

  /** Σ over a free index. */
  Term sum(Size range, Term index, Term summand) {
    return summand.isNumber(0) ? Term.ZERO : bind(Term.Kind.SUM, range, index, summand);
  }

  /** The maximum over an axis with one symbol. */
  Term max(Size size, Place outside, List<Expr> inside, Function<List<Term>, Term> body) {
    Term index = unused(size, List.of(), outside, inside);
    return bind(Term.Kind.MAX, size, index, body.apply(List.of(index)));
  }

  /** The first machine-made index that neither a place nor a graph speaks of. */
  private static Term unused(Size range, List<Term> opened, Place outside, List<Expr> inside) {
    List<Term> taken = new ArrayList<>(outside.coordinates());
    taken.addAll(opened);
    int number = 0;
    while (true) {
      Term index = Declarations.made(number++, range.toString());
      if (inside.stream().noneMatch(x -> x.mentions(index))
          && taken.stream().noneMatch(term -> term.has(index))) {
        return index;
      }
    }
  }

  private Term bind(Term.Kind kind, Size range, Term index, Term body) {
    return Term.binder(kind, range.toString(), close(body, index, 0));
  }

  /** As {@link Term#close}, where a part that is there twice is walked over once. */
  private Term close(Term term, Term index, int level) {
    if (!term.has(index)) {
      return term;
    }
    if (term.is(Term.Kind.INDEX) && term.arguments().isEmpty()) {
      return Term.bound(level);
    }
    Closing key = new Closing(term, index.name(), level);
    Term known = closed.get(key);
    if (known == null) {
      int inside = term.kind().binds() ? level + 1 : level;
      List<Term> parts = new ArrayList<>(term.arguments().size());
      for (Term part : term.arguments()) {
        parts.add(close(part, index, inside));
      }
      known = one(term.with(parts));
      closed.put(key, known);
    }
    return known;
  }

  /** The entries at every position of the literal axes, at the given indices. */
  List<Term> entries(Expr of, List<Term> indices) {
    List<Term> all = new ArrayList<>();
    Shape shape = of.shape();
    Place.each(shape, indices, place -> all.add(entry(of, place)));
    return all;
  }
}
