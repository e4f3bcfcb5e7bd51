package dev.backproof.verify.assertion;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Derivative;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kinks of maxima over an axis: where the largest entry is not the only one.
 *
 * <p>To the kernel only masks have kinks; that there is no tie is taken for granted as the sign of
 * a number, [x₀ = max x] + … − 1 = 0. It is so where the derivative sees a maximum, and nowhere
 * else: not inside a mask, where a maximum is continuous, nor in what is detached or depends on
 * other operands.
 *
 * @param by what is differentiated by
 * @param found a hypothesis for each maximum that the derivative sees
 */
record Ties(Term by, List<Hypothesis> found) {
  /** The statement off the kinks, ties among them. */
  static Statement without(Statement statement) {
    List<Hypothesis> found = new ArrayList<>();
    differentiated(statement.left(), List.of(), found);
    List<Hypothesis> hypotheses = new ArrayList<>(statement.hypotheses());
    hypotheses.addAll(found);
    return new Statement(
        statement.declarations(), hypotheses, statement.left(), statement.right(), true);
  }

  /** A tangent is a sum of derivatives, a gradient one. */
  private static void differentiated(Term t, List<Term> around, List<Hypothesis> found) {
    if (t.is(Term.Kind.DERIVATIVE)) {
      new Ties(t.argument(1), found).visit(t.argument(0), around);
    } else if (!t.kind().binds()) {
      t.arguments().forEach(part -> differentiated(part, around, found));
    } else {
      Term index = Declarations.made(around.size(), t.name());
      differentiated(t.open(index), inside(around, index), found);
    }
  }

  private static List<Term> inside(List<Term> around, Term index) {
    List<Term> inside = new ArrayList<>(around);
    inside.add(index);
    return inside;
  }

  private void visit(Term t, List<Term> around) {
    if (t.parts().stream().noneMatch(p -> p.is(Term.Kind.MAX)) || !isSeen(t)) {
      return;
    }
    if (!t.kind().binds()) {
      t.arguments().forEach(part -> visit(part, around));
      return;
    }
    Term index = Declarations.made(around.size(), t.name());
    if (t.is(Term.Kind.MAX)) {
      Term more = more(t, index);
      List<Term> indices = around.stream().filter(more::has).toList();
      Hypothesis once = Hypothesis.sign(indices, more, Signs.ZERO);
      if (!found.contains(once)) {
        found.add(once);
      }
    }
    visit(t.open(index), inside(around, index));
  }

  /** In how many places more than one a maximum is attained. */
  private static Term more(Term max, Term index) {
    Term places = Term.sum(max.name(), index, Derivative.tie(max.open(index), max));
    return Term.subtract(places, Term.ONE);
  }

  /** The maximum of which a hypothesis says that it is attained in one place, if it is one. */
  static Optional<Term> maximum(Hypothesis h) {
    return h.left().parts().stream()
        .filter(part -> part.is(Term.Kind.MAX) && part.isClosed())
        .filter(max -> more(max, unused(max)).equals(h.left()))
        .findFirst();
  }

  private static Term unused(Term max) {
    int number = 0;
    while (max.has(Declarations.made(number, max.name()))) {
      number++;
    }
    return Declarations.made(number, max.name());
  }

  private boolean isSeen(Term t) {
    return !new Derivative().expand(Term.derivative(t, by)).isNumber(0);
  }
}
