package dev.backproof.verify.derivation;

import static dev.backproof.verify.derivation.Flat.minus;
import static dev.backproof.verify.derivation.Flat.times;
import static dev.backproof.verify.kernel.Term.derivative;
import static dev.backproof.verify.kernel.Term.entry;

import dev.backproof.verify.derivation.Lecture.Part;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.theorem.IndexNotation;
import dev.backproof.verify.theorem.NotesForms;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The derivation about the empirical risk: 2.6. */
final class RiskChains {
  private static final Symbol RISK = new Symbol("R̂", "\\hat{R}");

  private RiskChains() {}

  /** A step of gradient descent on the mean is the mean of the steps. */
  static Lecture descent() {
    IndexNotation notation = new IndexNotation();
    Declarations d =
        new Declarations()
            .size("d")
            .size("h")
            .size("m")
            .size("n")
            .tensor("X", "n", "d")
            .label("y", "m", List.of("n"))
            .tensor("W1", "h", "d")
            .tensor("b1", "h")
            .tensor("W2", "m", "h")
            .tensor("b2", "m")
            .tensor("eta")
            .index("i", "d")
            .index("j", "h")
            .index("k", "m");
    NotesForms forms = new NotesForms(notation);
    BinaryOperator<Term> ha = (t, p) -> forms.ha(l -> entry("X", t, l), p);
    BinaryOperator<Term> oa = (t, q) -> forms.oa(p -> IndexNotation.rect(ha.apply(t, p)), q);
    UnaryOperator<Term> loss =
        t -> forms.loss(q -> oa.apply(t, q)).substitute(NotesForms.Y, Term.label("y", List.of(t)));
    Term risk = notation.mean("n", loss);
    Term i = Term.index("i");
    Term j = Term.index("j");
    Term k = Term.index("k");
    return new Lecture(
        "2.6",
        MathText.of(d)
            .naming("h", new Symbol("dₕ", "d_h"))
            .defining(
                List.of(
                    rows("HA", "h", ha),
                    rows("OA", "m", oa),
                    Definition.of(
                        "L", Symbol.plain("L"), List.of("n"), at -> loss.apply(at.get(0))),
                    Definition.of("R", RISK, List.of(), at -> risk))),
        List.of(
            Part.result(Reason.NONE, Chain.of(d, step(notation, loss, entry("W1", j, i)))),
            Part.of(Say.LIKEWISE, Chain.of(d, step(notation, loss, entry("b1", j)))),
            Part.of(Reason.NONE, Chain.of(d, step(notation, loss, entry("W2", k, j)))),
            Part.of(Reason.NONE, Chain.of(d, step(notation, loss, entry("b2", k))))));
  }

  private static Definition rows(String name, String columns, BinaryOperator<Term> entry) {
    return Definition.of(
        name, Symbol.ofName(name), List.of("n", columns), at -> entry.apply(at.get(0), at.get(1)));
  }

  private static List<Line> step(IndexNotation notation, UnaryOperator<Term> loss, Term w) {
    Term eta = entry("eta");
    Term risk = notation.mean("n", loss);
    UnaryOperator<Term> slope = t -> derivative(loss.apply(t), w);
    Term ofMean = minus(w, times(eta, derivative(risk, w)));
    return List.of(
        Line.of(ofMean, Reason.NONE),
        Line.of(ofMean, Say.definition(RISK), "R"),
        Line.of(minus(w, times(eta, notation.mean("n", slope))), Say.SUM),
        Line.of(
            notation.mean("n", t -> minus(w, times(eta, slope.apply(t)))),
            Reason.of("the mean of a constant is the constant")));
  }
}
