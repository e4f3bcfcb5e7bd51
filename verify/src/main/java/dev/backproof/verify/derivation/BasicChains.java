package dev.backproof.verify.derivation;

import static dev.backproof.verify.derivation.Flat.minus;
import static dev.backproof.verify.derivation.Flat.negative;
import static dev.backproof.verify.derivation.Flat.over;
import static dev.backproof.verify.derivation.Flat.overSquare;
import static dev.backproof.verify.derivation.Flat.plus;
import static dev.backproof.verify.derivation.Flat.times;
import static dev.backproof.verify.kernel.Term.derivative;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.log;
import static dev.backproof.verify.theorem.IndexNotation.square;

import dev.backproof.verify.derivation.Lecture.Part;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.theorem.IndexNotation;
import java.util.List;

/** The derivations of part 1 of the notes: sigmoid and tanh (1.1 to 1.4). */
final class BasicChains {
  private static final Declarations SCALAR = new Declarations().tensor("x");
  private static final Term X = Term.entry("x");
  private static final Term ONE = Term.ONE;
  private static final Term SIGMOID = IndexNotation.sigmoid(X);
  private static final Symbol SIGMOID_NAME = new Symbol("sigmoid", "\\operatorname{sigmoid}");
  private static final Symbol TANH_NAME = new Symbol("tanh", "\\tanh");
  private static final Symbol SOFTPLUS_NAME = new Symbol("softplus", "\\operatorname{softplus}");
  private static final Definition SIGMOID_OF_X = function(SIGMOID_NAME, Symbol.plain("x"), SIGMOID);

  private BasicChains() {}

  private static Definition function(Symbol name, Symbol argument, Term body) {
    return Definition.of(
        name.text(),
        new Symbol(
            name.text() + "(" + argument.text() + ")", name.latex() + "(" + argument.latex() + ")"),
        List.of(),
        at -> body);
  }

  private static Lecture lecture(String id, List<Definition> definitions, Part... parts) {
    return new Lecture(id, MathText.of(SCALAR).defining(definitions), List.of(parts));
  }

  private static Chain chain(Line... lines) {
    return Chain.of(SCALAR, List.of(lines));
  }

  /** sigmoid(x) = ½ (tanh(x/2) + 1). */
  static Lecture sigmoidByTanh() {
    Term half = over(X, Term.number(2));
    Term up = exp(half);
    Term down = exp(negative(half));
    Term e = exp(negative(X));
    Term tanh = over(minus(up, down), plus(up, down));
    Term twice = minus(times(Term.number(2), SIGMOID), ONE);
    Term quotient = over(minus(ONE, e), plus(ONE, e));
    Term oneHalf = Term.number(Rational.HALF);
    return lecture(
        "1.1",
        List.of(SIGMOID_OF_X, function(TANH_NAME, new Symbol("x / 2", "\\tfrac{x}{2}"), tanh)),
        Part.of(
            Reason.NONE,
            chain(
                Line.of(twice, Reason.NONE),
                Line.of(twice, Say.definition(SIGMOID_NAME), "sigmoid"),
                Line.of(quotient, Reason.of("common denominator"), "sigmoid"),
                Line.of(
                    Term.multiply(over(up, up), quotient), Reason.of("multiplied by 1"), "sigmoid"),
                Line.of(tanh, Say.fact("exp(u) exp(v) = exp(u + v)", "e^u e^v = e^{u+v}"), "tanh"),
                Line.of(tanh, Say.definition(TANH_NAME)))),
        Part.result(
            Reason.of("Hence"),
            chain(
                Line.of(SIGMOID, Reason.NONE),
                Line.of(times(oneHalf, Term.add(ONE, twice)), Reason.ALGEBRA),
                Line.of(times(oneHalf, plus(ONE, tanh)), Reason.of("as shown")))));
  }

  /** log sigmoid(x) = −softplus(−x). */
  static Lecture logSigmoid() {
    Term softplus = IndexNotation.softplus(negative(X));
    Term claim = log(SIGMOID);
    return lecture(
        "1.2",
        List.of(SIGMOID_OF_X, function(SOFTPLUS_NAME, new Symbol("−x", "-x"), softplus)),
        Part.result(
            Reason.NONE,
            chain(
                Line.of(claim, Reason.NONE),
                Line.of(claim, Say.definition(SIGMOID_NAME), "sigmoid"),
                Line.of(minus(log(ONE), softplus), Say.LOG_OF_QUOTIENT, "softplus"),
                Line.of(negative(softplus), Say.fact("log 1 = 0", "\\log 1 = 0"), "softplus"),
                Line.of(negative(softplus), Say.definition(SOFTPLUS_NAME)))));
  }

  /** sigmoid′(x) = sigmoid(x) (1 − sigmoid(x)). */
  static Lecture sigmoidSlope() {
    Term e = exp(negative(X));
    Term below = plus(ONE, e);
    Term slope = derivative(SIGMOID, X);
    return lecture(
        "1.3",
        List.of(SIGMOID_OF_X),
        Part.result(
            Reason.NONE,
            chain(
                Line.of(slope, Reason.NONE),
                Line.of(slope, Say.definition(SIGMOID_NAME), "sigmoid"),
                Line.of(
                    negative(times(overSquare(ONE, below), derivative(below, X))), Say.RECIPROCAL),
                Line.of(overSquare(e, below), Say.EXP),
                Line.of(Term.multiply(SIGMOID, over(e, below)), Reason.ALGEBRA),
                Line.of(
                    Term.multiply(SIGMOID, minus(ONE, SIGMOID)),
                    Say.fact("exp(−x) = (1 + exp(−x)) − 1", "e^{-x} = (1+e^{-x}) - 1")))));
  }

  /** tanh′(x) = 1 − tanh²(x). */
  static Lecture tanhSlope() {
    Term top = minus(exp(X), exp(negative(X)));
    Term bottom = plus(exp(X), exp(negative(X)));
    Term tanh = over(top, bottom);
    Term slope = derivative(tanh, X);
    Term quotient = minus(times(derivative(top, X), bottom), times(top, derivative(bottom, X)));
    return lecture(
        "1.4",
        List.of(
            Definition.of("u", Symbol.plain("u"), List.of(), at -> top),
            Definition.of("v", Symbol.plain("v"), List.of(), at -> bottom),
            function(TANH_NAME, Symbol.plain("x"), tanh)),
        Part.result(
            Reason.NONE,
            chain(
                Line.of(slope, Reason.NONE),
                Line.of(slope, Say.definition(TANH_NAME), "tanh"),
                Line.of(overSquare(quotient, bottom), Say.QUOTIENT),
                Line.of(
                    overSquare(minus(square(bottom), square(top)), bottom),
                    Say.fact("u′ = v and v′ = u", "u' = v\\text{ and }v' = u")),
                Line.of(minus(ONE, square(tanh)), Reason.ALGEBRA, "tanh"),
                Line.of(minus(ONE, square(tanh)), Say.definition(TANH_NAME)))));
  }
}
