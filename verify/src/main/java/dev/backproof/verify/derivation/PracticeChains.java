package dev.backproof.verify.derivation;

import static dev.backproof.verify.derivation.NotesTerms.abs;
import static dev.backproof.verify.derivation.NotesTerms.by;
import static dev.backproof.verify.derivation.NotesTerms.minus;
import static dev.backproof.verify.derivation.NotesTerms.over;
import static dev.backproof.verify.derivation.NotesTerms.plus;
import static dev.backproof.verify.derivation.NotesTerms.sign;
import static dev.backproof.verify.derivation.NotesTerms.square;
import static dev.backproof.verify.derivation.NotesTerms.sum;
import static dev.backproof.verify.derivation.NotesTerms.times;

import dev.backproof.verify.derivation.Lecture.Part;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Term;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The derivations about the penalty, the stable softmax and the minibatch: 2.18, 3.1, 3.2. */
final class PracticeChains {
  private PracticeChains() {}

  /** ∂𝓛/∂W1 = λ11 sign(W1) + 2 λ12 W1. */
  static Lecture penalty() {
    Declarations d =
        new Declarations()
            .size("d")
            .size("h")
            .size("m")
            .tensor("W1", "h", "d")
            .tensor("b1", "h")
            .tensor("W2", "m", "h")
            .tensor("b2", "m");
    for (String name : List.of("lambda11", "lambda12", "lambda21", "lambda22")) {
      d.tensor(name);
    }
    d.index("j", "h").index("i", "d").index("k", "m");
    Term j = Term.index("j");
    Term i = Term.index("i");
    Term k = Term.index("k");
    Term penalty =
        plus(
            penalty("lambda11", "W1", "h", "d", NotesTerms::abs),
            penalty("lambda12", "W1", "h", "d", NotesTerms::square),
            penalty("lambda21", "W2", "m", "h", NotesTerms::abs),
            penalty("lambda22", "W2", "m", "h", NotesTerms::square));
    Symbol name = new Symbol("𝓛", "\\mathcal{L}");
    return new Lecture(
        "2.18",
        new Symbol(
            "∂𝓛/∂W1 = λ₁₁ sign(W1) + 2 λ₁₂ W1, ∂𝓛/∂b1 = 0",
            "\\frac{\\partial\\mathcal{L}}{\\partial W^{(1)}} = \\lambda_{11}"
                + "\\operatorname{sign}(W^{(1)}) + 2\\,\\lambda_{12}\\, W^{(1)},\\quad"
                + " \\frac{\\partial\\mathcal{L}}{\\partial b^{(1)}} = 0"),
        MathText.of(d)
            .naming("h", new Symbol("dₕ", "d_h"))
            .naming("lambda11", new Symbol("λ₁₁", "\\lambda_{11}"))
            .naming("lambda12", new Symbol("λ₁₂", "\\lambda_{12}"))
            .naming("lambda21", new Symbol("λ₂₁", "\\lambda_{21}"))
            .naming("lambda22", new Symbol("λ₂₂", "\\lambda_{22}"))
            .defining(List.of(Definition.of("penalty", name, List.of(), at -> penalty))),
        List.of("penalty"),
        List.of(
            new Part(
                Reason.NONE,
                Chain.of(d, slopes(penalty, "1", "h", "d", Term.entry("W1", j, i), j, i))),
            new Part(
                Reason.of("Likewise"),
                Chain.of(d, slopes(penalty, "2", "m", "h", Term.entry("W2", k, j), k, j))),
            new Part(
                Reason.of("The biases do not occur:"),
                Chain.of(
                    d,
                    List.of(
                        Line.of(by(penalty, Term.entry("b1", j)), Reason.NONE),
                        Line.of(Term.ZERO, Reason.NONE)))),
            new Part(
                Reason.NONE,
                Chain.of(
                    d,
                    List.of(
                        Line.of(by(penalty, Term.entry("b2", k)), Reason.NONE),
                        Line.of(Term.ZERO, Reason.NONE))))));
  }

  private static Term penalty(
      String lambda, String tensor, String rows, String columns, UnaryOperator<Term> f) {
    return times(
        Term.entry(lambda), overall(rows, columns, (a, b) -> f.apply(Term.entry(tensor, a, b))));
  }

  private static Term overall(String rows, String columns, BinaryOperator<Term> entry) {
    return sum(rows, 0, a -> sum(columns, 1, b -> entry.apply(a, b)));
  }

  private static List<Line> slopes(
      Term penalty, String layer, String rows, String columns, Term w, Term row, Term column) {
    String tensor = "W" + layer;
    Term first = Term.entry("lambda" + layer + "1");
    Term second = Term.entry("lambda" + layer + "2");
    BinaryOperator<Term> entry = (a, b) -> Term.entry(tensor, a, b);
    BinaryOperator<Term> same = (a, b) -> times(Term.delta(a, row), Term.delta(b, column));
    return List.of(
        Line.of(by(penalty, w), Reason.NONE),
        Line.of(
            plus(
                times(first, overall(rows, columns, (a, b) -> by(abs(entry.apply(a, b)), w))),
                times(second, overall(rows, columns, (a, b) -> by(square(entry.apply(a, b)), w)))),
            Say.SUM),
        Line.of(
            plus(
                times(
                    first,
                    overall(
                        rows, columns, (a, b) -> times(sign(entry.apply(a, b)), same.apply(a, b)))),
                times(
                    second,
                    overall(
                        rows,
                        columns,
                        (a, b) -> times(Term.number(2), entry.apply(a, b), same.apply(a, b))))),
            Say.ABS),
        Line.of(plus(times(first, sign(w)), times(Term.number(2), second, w)), Say.KRONECKER));
  }

  /** softmax(o − c) = softmax(o), c + log Σ exp(o − c) = log Σ exp(o). */
  static Lecture stableSoftmax() {
    Declarations d = new Declarations().size("m").tensor("o", "m").tensor("c").index("k", "m");
    Term k = Term.index("k");
    Term c = Term.entry("c");
    UnaryOperator<Term> o = q -> Term.entry("o", q);
    UnaryOperator<Term> shifted = q -> Term.exp(minus(o.apply(q), c));
    Term factor = Term.exp(times(Term.number(-1), c));
    Term z = sum("m", 0, q -> Term.exp(o.apply(q)));
    Term softmax = over(shifted.apply(k), sum("m", 0, shifted));
    Term lse = plus(c, Term.log(sum("m", 0, shifted)));
    Reason split =
        Reason.of("@", new Symbol("exp(u − c) = exp(−c) exp(u)", "\\exp(u-c)=\\exp(-c)\\exp(u)"));
    Term factored = sum("m", 0, q -> times(factor, Term.exp(o.apply(q))));
    return new Lecture(
        "3.1",
        new Symbol(
            "softmax(o − c) = softmax(o), c + log Σₖ exp(oₖ − c) = log Σₖ exp(oₖ)",
            "\\operatorname{softmax}(o - c) = \\operatorname{softmax}(o),\\quad"
                + " c + \\log\\sum_{k=1}^{m}\\exp(o_k - c) = \\log\\sum_{k=1}^{m}\\exp(o_k)"),
        MathText.of(d),
        List.of(),
        List.of(
            new Part(
                Reason.NONE,
                Chain.of(
                    d,
                    List.of(
                        Line.of(softmax, Reason.NONE),
                        Line.of(over(times(factor, Term.exp(o.apply(k))), factored), split),
                        Line.of(
                            over(times(factor, Term.exp(o.apply(k))), times(factor, z)),
                            Reason.of("the factor does not depend on the index")),
                        Line.of(over(Term.exp(o.apply(k)), z), Reason.of("the factor cancels"))))),
            new Part(
                Reason.of("Likewise"),
                Chain.of(
                    new Declarations().size("m").tensor("o", "m").tensor("c"),
                    List.of(
                        Line.of(lse, Reason.NONE),
                        Line.of(plus(c, Term.log(times(factor, z))), split),
                        Line.of(
                            plus(c, Term.log(factor), Term.log(z)),
                            Reason.of(
                                "@, both positive",
                                new Symbol(
                                    "log(a b) = log a + log b", "\\log(ab) = \\log a + \\log b"))),
                        Line.of(
                            Term.log(z),
                            Reason.of("@", new Symbol("log exp(u) = u", "\\log\\exp(u) = u"))))))));
  }

  /** G_OA = (OS − Y) / K. */
  static Lecture minibatch() {
    Declarations d =
        new Declarations()
            .size("K")
            .size("m")
            .tensor("OA", "K", "m")
            .tensor("Y", "K", "m")
            .index("r", "K")
            .index("k", "m");
    Term r = Term.index("r");
    Term k = Term.index("k");
    Term o = Term.entry("OA", r, k);
    BinaryOperator<Term> oa = (w, q) -> Term.entry("OA", w, q);
    BinaryOperator<Term> y = (w, q) -> Term.entry("Y", w, q);
    UnaryOperator<Term> z = w -> sum("m", 1, q -> Term.exp(oa.apply(w, q)));
    BinaryOperator<Term> os = (w, q) -> over(Term.exp(oa.apply(w, q)), z.apply(w));
    BinaryOperator<Term> same = (w, q) -> times(Term.delta(w, r), Term.delta(q, k));
    Term size = Term.size("K");
    Term mean =
        over(
            sum(
                "K",
                0,
                w ->
                    minus(
                        Term.log(z.apply(w)),
                        sum("m", 1, q -> times(y.apply(w, q), oa.apply(w, q))))),
            size);
    Term pushed =
        over(
            sum(
                "K",
                0,
                w ->
                    minus(
                        by(Term.log(z.apply(w)), o),
                        sum("m", 1, q -> times(y.apply(w, q), by(oa.apply(w, q), o))))),
            size);
    Term chained =
        over(
            sum(
                "K",
                0,
                w ->
                    minus(
                        over(
                            sum("m", 1, q -> times(Term.exp(oa.apply(w, q)), same.apply(w, q))),
                            z.apply(w)),
                        sum("m", 1, q -> times(y.apply(w, q), same.apply(w, q))))),
            size);
    Term result = over(minus(os.apply(r, k), y.apply(r, k)), size);
    Symbol loss = new Symbol("L", "\\bar{L}");
    return new Lecture(
        "3.2",
        new Symbol(
            "∂L/∂Oᵃᵣₖ = (Oˢᵣₖ − Yᵣₖ) / K",
            "\\frac{\\partial\\bar{L}}{\\partial O^{a}_{rk}} = \\frac{O^{s}_{rk} - Y_{rk}}{K}"),
        MathText.of(d)
            .defining(
                List.of(
                    Definition.of(
                        "OS",
                        Symbol.ofName("OS"),
                        List.of("K", "m"),
                        at -> os.apply(at.get(0), at.get(1))),
                    Definition.of("L", loss, List.of(), at -> mean))),
        List.of("OS", "L"),
        List.of(
            new Part(
                Reason.NONE,
                Chain.of(
                    d,
                    List.of(
                        Line.of(by(mean, o), Reason.NONE),
                        Line.of(pushed, Say.SUM),
                        Line.of(chained, Reason.of("chain rule")),
                        Line.of(result, Say.KRONECKER, "OS"),
                        Line.of(result, Say.definition("Oˢ", "O^{s}")))))));
  }
}
