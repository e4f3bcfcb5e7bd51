package dev.backproof.verify.derivation;

import static dev.backproof.verify.derivation.Flat.minus;
import static dev.backproof.verify.derivation.Flat.plus;
import static dev.backproof.verify.derivation.Flat.times;
import static dev.backproof.verify.kernel.Term.delta;
import static dev.backproof.verify.kernel.Term.derivative;
import static dev.backproof.verify.theorem.IndexNotation.abs;
import static dev.backproof.verify.theorem.IndexNotation.rect;
import static dev.backproof.verify.theorem.IndexNotation.sign;
import static dev.backproof.verify.theorem.NotesForms.given;

import dev.backproof.verify.derivation.Lecture.Part;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.theorem.IndexNotation;
import java.util.List;
import java.util.function.UnaryOperator;

/** The derivations of part 1 of the notes: functions with a kink, and norms (1.6 to 1.9). */
final class KinkChains {
  private static final Declarations SCALAR = new Declarations().tensor("x");
  private static final Term X = Term.entry("x");

  private static final Declarations VECTOR =
      new Declarations().size("d").tensor("x", "d").index("l", "d");
  private static final Term L = Term.index("l");
  private static final Term XL = Term.entry("x", L);

  private KinkChains() {}

  /** abs′(x) = sign(x). */
  static Lecture absSlope() {
    return slope(
        "1.6", abs(X), sign(X), Say.fact("|x| = x sign(x)", "|x| = x\\operatorname{sign}(x)"), -1);
  }

  /** rect′(x) = [x &gt; 0]. */
  static Lecture rectSlope() {
    return slope(
        "1.7",
        rect(X),
        Term.guard(X),
        Say.fact("rect(x) = x [x > 0]", "\\operatorname{rect}(x) = x\\,[x>0]"),
        0);
  }

  /** The slope of x·f(x), where f is constant off 0: f(x). */
  private static Lecture slope(String id, Term function, Term f, Reason written, long below) {
    Term slope = derivative(function, X);
    Term product = plus(times(derivative(X, X), f), times(X, derivative(f, X)));
    Term above = Term.guard(X);
    Term under = Term.guard(Term.negate(X));
    Chain chain =
        Chain.of(
            SCALAR,
            List.of(
                Line.of(slope, Reason.NONE),
                Line.of(slope, written, MathText.FUNCTIONS),
                Line.of(product, Say.PRODUCT),
                Line.of(f, Say.TRUTH)));
    return new Lecture(
        id,
        MathText.of(SCALAR),
        List.of(
            Part.result(Reason.NONE, chain),
            inCase(Say.inCase("x > 0", "x > 0"), above, slope, 1),
            inCase(Say.inCase("x < 0", "x < 0"), under, slope, below),
            inCase(
                Reason.of("For @ (by convention):", Symbol.plain("x = 0")),
                minus(minus(Term.ONE, above), under),
                slope,
                0)));
  }

  private static Part inCase(Reason heading, Term where, Term slope, long value) {
    List<Line> lines =
        List.of(Line.of(slope, Reason.NONE), Line.of(Term.number(value), Reason.NONE));
    return Part.of(heading, new Chain(SCALAR, List.of(), where, lines));
  }

  /** ∂‖x‖₂²/∂x = 2x. */
  static Lecture squaredNorm() {
    ArrayTerm x = ArrayTerm.of(Symbol.plain("x"), List.of("d"), at -> Term.entry("x", at));
    return norm(
        "1.8",
        new Symbol("‖x‖₂²", "\\|x\\|_2^2"),
        IndexNotation::square,
        z -> times(Term.number(2), z),
        Say.SQUARE,
        x.scaled(Symbol.plain("2"), Term.number(2)));
  }

  /** ∂‖x‖₁/∂x = sign(x). */
  static Lecture absoluteNorm() {
    return norm(
        "1.9",
        new Symbol("‖x‖₁", "\\|x\\|_1"),
        IndexNotation::abs,
        IndexNotation::sign,
        Say.ABS,
        ArrayTerm.of(
            new Symbol("sign(x)", "\\operatorname{sign}(x)"),
            List.of("d"),
            at -> sign(Term.entry("x", at))));
  }

  /** The gradient of Σᵢ f(xᵢ), where f has the slope given. */
  private static Lecture norm(
      String id,
      Symbol symbol,
      UnaryOperator<Term> f,
      UnaryOperator<Term> slope,
      Reason rule,
      ArrayTerm result) {
    IndexNotation notation = new IndexNotation();
    UnaryOperator<Term> x = given("x");
    Term norm = notation.sum("d", i -> f.apply(x.apply(i)));
    Term gradient = derivative(norm, XL);
    Chain chain =
        Chain.of(
            VECTOR,
            List.of(
                Line.of(gradient, Reason.NONE),
                Line.of(gradient, Say.definition(symbol), "norm"),
                Line.of(notation.sum("d", i -> derivative(f.apply(x.apply(i)), XL)), Say.SUM),
                Line.of(notation.sum("d", i -> times(slope.apply(x.apply(i)), delta(i, L))), rule),
                Line.of(slope.apply(XL), Say.selects("i", "l"))));
    List<Line> arrays =
        Say.arrays(List.of(L), List.of(Say.gradient(symbol, norm, "x", List.of("d")), result));
    return new Lecture(
        id,
        MathText.of(VECTOR).defining(List.of(Definition.of("norm", symbol, List.of(), at -> norm))),
        List.of(Part.of(Reason.NONE, chain), Part.result(Say.VECTOR, Chain.of(VECTOR, arrays))));
  }
}
