package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The statement's hypotheses as rewriting from left to right: an equation such as Σₖ Y[r,k] = 1
 * wherever its left side occurs, A[i,j] = A[j,i] where that makes the entry smaller in the order of
 * terms.
 */
final class Hypotheses {
  private final Deduction d;

  Hypotheses(Deduction d) {
    this.d = d;
  }

  /** That a term equals what a hypothesis makes of it; itself if none fits. */
  Theorem rewrite(Term t) {
    List<Hypothesis> all = d.kernel().statement().hypotheses();
    for (int which = 0; which < all.size(); which++) {
      Hypothesis h = all.get(which);
      Map<Term, Term> at = new HashMap<>();
      if (!h.left().equals(h.right()) && matches(h.left(), t, h.indices(), at)) {
        Theorem instance = instance(which, h, at);
        boolean turns = h.left().is(h.right().kind()) && h.left().is(Term.Kind.ENTRY);
        if (instance.left().equals(t)
            && (!turns || instance.right().compareTo(instance.left()) < 0)) {
          return instance;
        }
      }
    }
    return d.same(t);
  }

  /** A hypothesis at some indices. */
  Theorem instance(int which, Hypothesis h, Map<Term, Term> at) {
    List<Term> arguments = new ArrayList<>(List.of(Term.number(which)));
    for (Term index : h.indices()) {
      arguments.add(at.getOrDefault(index, index));
    }
    return d.rule(Rule.HYPOTHESIS, arguments, List.of());
  }

  /** Facts from hypotheses about signs that hold for no index in particular. */
  List<Theorem> facts() {
    List<Theorem> facts = new ArrayList<>();
    List<Hypothesis> all = d.kernel().statement().hypotheses();
    for (int which = 0; which < all.size(); which++) {
      Hypothesis h = all.get(which);
      if (h.left().equals(h.right()) && h.indices().isEmpty()) {
        facts.add(instance(which, h, Map.of()));
      }
    }
    return facts;
  }

  /**
   * Tries to learn the sign of a term from a hypothesis.
   *
   * @return whether one was about it
   */
  boolean learn(Term t) {
    boolean learnt = false;
    List<Hypothesis> all = d.kernel().statement().hypotheses();
    for (int which = 0; which < all.size(); which++) {
      Hypothesis h = all.get(which);
      Map<Term, Term> at = new HashMap<>();
      if (h.left().equals(h.right()) && matches(h.left(), t, h.indices(), at)) {
        try {
          instance(which, h, at);
          learnt = true;
        } catch (Refusal e) {
          // An index of another range: this hypothesis is not about the term.
        }
      }
    }
    return learnt;
  }

  /** Whether a term is what a pattern becomes with other indices, which are taken down. */
  static boolean matches(Term pattern, Term t, List<Term> indices, Map<Term, Term> at) {
    if (indices.contains(pattern)) {
      Term before = at.putIfAbsent(pattern, t);
      return t.isClosed() && (before == null || before.equals(t));
    }
    if (!pattern.is(t.kind())
        || !pattern.name().equals(t.name())
        || !pattern.number().equals(t.number())
        || pattern.arguments().size() != t.arguments().size()) {
      return false;
    }
    for (int i = 0; i < pattern.arguments().size(); i++) {
      if (!matches(pattern.argument(i), t.argument(i), indices, at)) {
        return false;
      }
    }
    return true;
  }
}
