package dev.backproof.verify.assertion;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Derivative;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * The kinks of maxima over an axis: where the largest entry is not the only one.
 *
 * <p>To the kernel only masks have kinks; that there is no tie is taken for granted as the sign of
 * a number, [x₀ = max x] + … − 1 = 0.
 *
 * @param found a hypothesis for each maximum that varies
 */
record Ties(List<Hypothesis> found) {
  /** The statement off the kinks, ties among them. */
  static Statement without(Statement statement) {
    Ties ties = new Ties(new ArrayList<>());
    if (statement.left().is(Term.Kind.DERIVATIVE)) {
      String variable = statement.left().argument(1).name();
      ties.visit(statement.left().argument(0), variable, List.of());
    }
    List<Hypothesis> hypotheses = new ArrayList<>(statement.hypotheses());
    hypotheses.addAll(ties.found);
    return new Statement(
        statement.declarations(), hypotheses, statement.left(), statement.right(), true);
  }

  private void visit(Term t, String variable, List<Term> around) {
    if (t.is(Term.Kind.DETACH) || t.parts().stream().noneMatch(p -> p.is(Term.Kind.MAX))) {
      return;
    }
    if (!t.kind().binds()) {
      t.arguments().forEach(part -> visit(part, variable, around));
      return;
    }
    Term index = Declarations.made(around.size(), t.name());
    if (t.is(Term.Kind.MAX) && varies(t, variable)) {
      Term entry = t.open(index);
      Term places = Term.sum(t.name(), index, Derivative.tie(entry, t));
      Term more = Term.subtract(places, Term.ONE);
      List<Term> indices = around.stream().filter(more::has).toList();
      found.add(Hypothesis.sign(indices, more, Signs.ZERO));
    }
    List<Term> inside = new ArrayList<>(around);
    inside.add(index);
    visit(t.open(index), variable, inside);
  }

  private static boolean varies(Term t, String variable) {
    return t.parts().stream().anyMatch(p -> p.is(Term.Kind.ENTRY) && p.name().equals(variable));
  }
}
