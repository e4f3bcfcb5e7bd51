package dev.backproof.verify.derivation;

import static dev.backproof.verify.derivation.NotesTerms.abs;
import static dev.backproof.verify.derivation.NotesTerms.by;
import static dev.backproof.verify.derivation.NotesTerms.minus;
import static dev.backproof.verify.derivation.NotesTerms.over;
import static dev.backproof.verify.derivation.NotesTerms.overSquare;
import static dev.backproof.verify.derivation.NotesTerms.plus;
import static dev.backproof.verify.derivation.NotesTerms.rect;
import static dev.backproof.verify.derivation.NotesTerms.sign;
import static dev.backproof.verify.derivation.NotesTerms.square;
import static dev.backproof.verify.derivation.NotesTerms.sum;
import static dev.backproof.verify.derivation.NotesTerms.times;

import dev.backproof.verify.derivation.Lecture.Part;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.List;

/** The derivations of part 1 of the notes: basic functions. */
final class BasicChains {
  private static final Term X = Term.entry("x");
  private static final Term ONE = Term.ONE;
  private static final Declarations SCALAR = new Declarations().tensor("x");

  private BasicChains() {}

  private static Term negative(Term a) {
    return times(Term.number(-1), a);
  }

  private static Term sigmoid() {
    return over(ONE, plus(ONE, Term.exp(negative(X))));
  }

  private static Definition function(String name, String argument, Term body) {
    return Definition.of(
        name,
        new Symbol(
            name + "(" + argument + ")",
            (name.equals("tanh") ? "\\tanh" : "\\operatorname{" + name + "}")
                + "("
                + argument
                + ")"),
        List.of(),
        at -> body);
  }

  private static Lecture lecture(
      String id, Symbol title, List<Definition> definitions, List<Part> parts) {
    return new Lecture(
        id,
        title,
        MathText.of(SCALAR).defining(definitions),
        definitions.stream().map(Definition::name).toList(),
        parts);
  }

  private static Part part(List<Line> lines) {
    return new Part(Reason.NONE, Chain.of(SCALAR, lines));
  }

  /** sigmoid(x) = ½ (tanh(x/2) + 1). */
  static Lecture sigmoidByTanh() {
    Term half = over(X, Term.number(2));
    Term up = Term.exp(half);
    Term down = Term.exp(negative(half));
    Term e = Term.exp(negative(X));
    Term tanh = over(minus(up, down), plus(up, down));
    Term twice = minus(times(Term.number(2), sigmoid()), ONE);
    Term quotient = over(minus(ONE, e), plus(ONE, e));
    Term oneHalf = Term.number(Rational.HALF);
    return lecture(
        "1.1",
        new Symbol(
            "sigmoid(x) = ½ (1 + tanh(x / 2))",
            "\\operatorname{sigmoid}(x) = \\tfrac{1}{2}\\,\\bigl(1 + \\tanh(\\tfrac{x}{2})\\bigr)"),
        List.of(
            function("sigmoid", "x", sigmoid()),
            Definition.of(
                "tanh", new Symbol("tanh(x / 2)", "\\tanh(\\tfrac{x}{2})"), List.of(), at -> tanh)),
        List.of(
            part(
                List.of(
                    Line.of(twice, Reason.NONE),
                    Line.of(twice, Say.definition("sigmoid", "\\operatorname{sigmoid}"), "sigmoid"),
                    Line.of(quotient, Reason.of("common denominator"), "sigmoid"),
                    Line.of(
                        Term.multiply(over(up, up), quotient),
                        Reason.of("multiplied by 1"),
                        "sigmoid"),
                    Line.of(
                        tanh,
                        Reason.of(
                            "@", new Symbol("exp(u) exp(v) = exp(u + v)", "e^u e^v = e^{u+v}")),
                        "tanh"),
                    Line.of(tanh, Say.definition("tanh", "\\tanh")))),
            new Part(
                Reason.of("Hence"),
                Chain.of(
                    SCALAR,
                    List.of(
                        Line.of(sigmoid(), Reason.NONE),
                        Line.of(times(oneHalf, Term.add(ONE, twice)), Reason.ALGEBRA),
                        Line.of(times(oneHalf, plus(ONE, tanh)), Reason.of("as shown")))))));
  }

  /** log sigmoid(x) = −softplus(−x). */
  static Lecture logSigmoid() {
    Term below = plus(ONE, Term.exp(negative(X)));
    Term softplus = Term.log(below);
    Term claim = Term.log(sigmoid());
    return lecture(
        "1.2",
        new Symbol(
            "log(sigmoid(x)) = −softplus(−x)",
            "\\log(\\operatorname{sigmoid}(x)) = -\\operatorname{softplus}(-x)"),
        List.of(
            function("sigmoid", "x", sigmoid()),
            Definition.of(
                "softplus",
                new Symbol("softplus(−x)", "\\operatorname{softplus}(-x)"),
                List.of(),
                at -> softplus)),
        List.of(
            part(
                List.of(
                    Line.of(claim, Reason.NONE),
                    Line.of(claim, Say.definition("sigmoid", "\\operatorname{sigmoid}"), "sigmoid"),
                    Line.of(
                        minus(Term.log(ONE), softplus),
                        Reason.of(
                            "@, both positive",
                            new Symbol(
                                "log(a/b) = log a − log b", "\\log(a/b) = \\log a - \\log b")),
                        "softplus"),
                    Line.of(
                        negative(softplus),
                        Reason.of("@", new Symbol("log 1 = 0", "\\log 1 = 0")),
                        "softplus"),
                    Line.of(
                        negative(softplus),
                        Say.definition("softplus", "\\operatorname{softplus}"))))));
  }

  /** sigmoid′(x) = sigmoid(x) (1 − sigmoid(x)). */
  static Lecture sigmoidSlope() {
    Term e = Term.exp(negative(X));
    Term below = plus(ONE, e);
    Term slope = by(sigmoid(), X);
    Term rest = over(e, below);
    return lecture(
        "1.3",
        new Symbol(
            "sigmoid′(x) = sigmoid(x) (1 − sigmoid(x))",
            "\\operatorname{sigmoid}'(x) ="
                + " \\operatorname{sigmoid}(x)\\,(1 - \\operatorname{sigmoid}(x))"),
        List.of(function("sigmoid", "x", sigmoid())),
        List.of(
            part(
                List.of(
                    Line.of(slope, Reason.NONE),
                    Line.of(slope, Say.definition("sigmoid", "\\operatorname{sigmoid}"), "sigmoid"),
                    Line.of(
                        negative(times(overSquare(ONE, below), by(below, X))),
                        Reason.of(
                            "chain rule: @", new Symbol("(1/u)′ = −u′/u²", "(1/u)' = -u'/u^2"))),
                    Line.of(overSquare(e, below), Say.EXP),
                    Line.of(Term.multiply(sigmoid(), rest), Reason.ALGEBRA),
                    Line.of(
                        Term.multiply(sigmoid(), minus(ONE, sigmoid())),
                        Reason.of(
                            "@",
                            new Symbol(
                                "exp(−x) = (1 + exp(−x)) − 1", "e^{-x} = (1+e^{-x}) - 1")))))));
  }

  /** tanh′(x) = 1 − tanh²(x). */
  static Lecture tanhSlope() {
    Term up = Term.exp(X);
    Term down = Term.exp(negative(X));
    Term top = minus(up, down);
    Term bottom = plus(up, down);
    Term tanh = over(top, bottom);
    Term slope = by(tanh, X);
    return lecture(
        "1.4",
        new Symbol("tanh′(x) = 1 − tanh(x)²", "\\tanh'(x) = 1 - \\tanh(x)^{2}"),
        List.of(function("tanh", "x", tanh)),
        List.of(
            part(
                List.of(
                    Line.of(slope, Reason.NONE),
                    Line.of(slope, Say.definition("tanh", "\\tanh"), "tanh"),
                    Line.of(
                        overSquare(
                            minus(times(by(top, X), bottom), times(top, by(bottom, X))), bottom),
                        Reason.of(
                            "quotient rule: @",
                            new Symbol("(u/v)′ = (u′ v − u v′) / v²", "(u/v)' = (u'v - uv')/v^2"))),
                    Line.of(overSquare(minus(square(bottom), square(top)), bottom), Say.EXP),
                    Line.of(minus(ONE, square(tanh)), Reason.ALGEBRA, "tanh"),
                    Line.of(minus(ONE, square(tanh)), Say.definition("tanh", "\\tanh"))))));
  }

  private static Part inCase(String text, String latex, Term truth, Term slope, Term value) {
    return new Part(
        Reason.of("For @:", new Symbol(text, latex)),
        new Chain(
            SCALAR,
            List.of(),
            truth,
            List.of(Line.of(slope, Reason.NONE), Line.of(value, Reason.NONE))));
  }

  private static List<Part> cases(Term slope, List<Line> lines, long below) {
    Term above = Term.guard(X);
    Term under = Term.guard(Term.negate(X));
    return List.of(
        part(lines),
        inCase("x > 0", "x > 0", above, slope, ONE),
        inCase("x < 0", "x < 0", under, slope, Term.number(below)),
        inCase(
            "x = 0 (a convention)",
            "x = 0\\text{ (a convention)}",
            minus(minus(ONE, above), under),
            slope,
            Term.ZERO));
  }

  /** abs′(x) = sign(x). */
  static Lecture absSlope() {
    Term slope = by(abs(X), X);
    return lecture(
        "1.6",
        new Symbol(
            "∂|x|/∂x = sign(x)", "\\frac{\\partial |x|}{\\partial x} = \\operatorname{sign}(x)"),
        List.of(),
        cases(
            slope,
            List.of(
                Line.of(slope, Reason.NONE),
                Line.of(
                    slope,
                    Reason.of("@", new Symbol("|x| = x sign(x)", "|x| = x\\operatorname{sign}(x)")),
                    MathText.FUNCTIONS),
                Line.of(plus(times(by(X, X), sign(X)), times(X, by(sign(X), X))), Say.PRODUCT),
                Line.of(sign(X), Reason.of("the derivative of a truth value is 0"))),
            -1));
  }

  /** rect′(x) = [x &gt; 0]. */
  static Lecture rectSlope() {
    Term slope = by(rect(X), X);
    return lecture(
        "1.7",
        new Symbol("rect′(x) = [x > 0]", "\\operatorname{rect}'(x) = [x > 0]"),
        List.of(),
        cases(
            slope,
            List.of(
                Line.of(slope, Reason.NONE),
                Line.of(
                    slope,
                    Reason.of(
                        "@",
                        new Symbol("rect(x) = x [x > 0]", "\\operatorname{rect}(x) = x\\,[x>0]")),
                    MathText.FUNCTIONS),
                Line.of(
                    plus(times(by(X, X), Term.guard(X)), times(X, by(Term.guard(X), X))),
                    Say.PRODUCT),
                Line.of(Term.guard(X), Reason.of("the derivative of a truth value is 0"))),
            0));
  }

  /** ∂‖x‖₂²/∂x = 2x. */
  static Lecture squaredNorm() {
    Declarations vector = new Declarations().size("d").tensor("x", "d").index("l", "d");
    Term l = Term.index("l");
    Term xl = Term.entry("x", l);
    Term norm = sum("d", 0, i -> square(Term.entry("x", i)));
    ArrayTerm x = ArrayTerm.of(Symbol.plain("x"), List.of("d"), at -> Term.entry("x", at));
    return norm(
        "1.8",
        new Symbol("‖x‖₂²", "\\|x\\|_2^2"),
        vector,
        norm,
        List.of(
            Line.of(sum("d", 0, i -> by(square(Term.entry("x", i)), xl)), Say.SUM),
            Line.of(
                sum("d", 0, i -> times(Term.number(2), Term.entry("x", i), Term.delta(i, l))),
                Reason.of("chain rule: @", new Symbol("(u²)′ = 2 u u′", "(u^2)' = 2uu'"))),
            Line.of(times(Term.number(2), xl), Say.selects("i", "l"))),
        x.scaled(Symbol.plain("2"), Term.number(2)));
  }

  /** ∂‖x‖₁/∂x = sign(x). */
  static Lecture absoluteNorm() {
    Declarations vector = new Declarations().size("d").tensor("x", "d").index("l", "d");
    Term l = Term.index("l");
    Term xl = Term.entry("x", l);
    Term norm = sum("d", 0, i -> abs(Term.entry("x", i)));
    return norm(
        "1.9",
        new Symbol("‖x‖₁", "\\|x\\|_1"),
        vector,
        norm,
        List.of(
            Line.of(sum("d", 0, i -> by(abs(Term.entry("x", i)), xl)), Say.SUM),
            Line.of(sum("d", 0, i -> times(sign(Term.entry("x", i)), Term.delta(i, l))), Say.ABS),
            Line.of(sign(xl), Say.selects("i", "l"))),
        ArrayTerm.of(
            new Symbol("sign(x)", "\\operatorname{sign}(x)"),
            List.of("d"),
            at -> sign(Term.entry("x", at))));
  }

  private static Lecture norm(
      String id, Symbol symbol, Declarations vector, Term norm, List<Line> rest, ArrayTerm result) {
    Term l = Term.index("l");
    Term slope = by(norm, Term.entry("x", l));
    ArrayTerm gradient = Say.gradient(symbol, norm, "x", List.of("d"));
    List<Line> lines = new java.util.ArrayList<>();
    lines.add(Line.of(slope, Reason.NONE));
    lines.add(Line.of(slope, Say.definition(symbol.text(), symbol.latex()), "norm"));
    lines.addAll(rest);
    return new Lecture(
        id,
        new Symbol(
            gradient.symbol().text() + " = " + result.symbol().text(),
            gradient.symbol().latex() + " = " + result.symbol().latex()),
        MathText.of(vector).defining(List.of(Definition.of("norm", symbol, List.of(), at -> norm))),
        List.of("norm"),
        List.of(
            new Part(Reason.NONE, Chain.of(vector, lines)),
            new Part(
                Say.VECTOR, Chain.of(vector, Say.arrays(List.of(l), List.of(gradient, result))))));
  }
}
