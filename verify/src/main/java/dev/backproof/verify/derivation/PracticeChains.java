package dev.backproof.verify.derivation;

import static dev.backproof.verify.derivation.Flat.minus;
import static dev.backproof.verify.derivation.Flat.over;
import static dev.backproof.verify.derivation.Flat.plus;
import static dev.backproof.verify.derivation.Flat.times;
import static dev.backproof.verify.kernel.Term.delta;
import static dev.backproof.verify.kernel.Term.derivative;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.theorem.IndexNotation.abs;
import static dev.backproof.verify.theorem.IndexNotation.sign;
import static dev.backproof.verify.theorem.IndexNotation.square;

import dev.backproof.verify.derivation.Lecture.Part;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.theorem.IndexNotation;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The derivations about the penalty, the stable softmax and the minibatch: 2.18, 3.1, 3.2. */
final class PracticeChains {
  private static final Term J = Term.index("j");
  private static final Term K = Term.index("k");

  private static final Reason POWERS =
      Reason.of(
          "@",
          new Symbol(
              "|z|′ = sign(z), (z²)′ = 2 z", "|z|' = \\operatorname{sign}(z),\\ (z^2)' = 2z"));

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
            .tensor("b2", "m")
            .index("j", "h")
            .index("i", "d")
            .index("k", "m");
    MathText writer = MathText.of(d).naming("h", new Symbol("dₕ", "d_h"));
    for (int index : new int[] {11, 12, 21, 22}) {
      d.tensor("lambda" + index);
      String below = index == 11 ? "λ₁₁" : index == 12 ? "λ₁₂" : index == 21 ? "λ₂₁" : "λ₂₂";
      writer = writer.naming("lambda" + index, new Symbol(below, "\\lambda_{" + index + "}"));
    }
    Weights first = new Weights("1", "h", "d");
    Weights second = new Weights("2", "m", "h");
    Term penalty =
        plus(
            first.scaled("1", IndexNotation::abs),
            first.scaled("2", IndexNotation::square),
            second.scaled("1", IndexNotation::abs),
            second.scaled("2", IndexNotation::square));
    Symbol name = new Symbol("𝓛", "\\mathcal{L}");
    return new Lecture(
        "2.18",
        writer.defining(List.of(Definition.of("penalty", name, List.of(), at -> penalty))),
        List.of(
            Part.result(Reason.NONE, Chain.of(d, first.slopes(penalty, J, Term.index("i")))),
            Part.result(Say.LIKEWISE, Chain.of(d, second.slopes(penalty, K, J))),
            Part.result(Reason.of("The biases do not occur:"), unused(d, penalty, entry("b1", J))),
            Part.result(Reason.NONE, unused(d, penalty, entry("b2", K)))));
  }

  private static Chain unused(Declarations d, Term penalty, Term bias) {
    return Chain.of(
        d,
        List.of(Line.of(derivative(penalty, bias), Reason.NONE), Line.of(Term.ZERO, Reason.NONE)));
  }

  /** The weights of one layer, and what the penalty makes of them. */
  private record Weights(String layer, String rows, String columns) {
    Term at(Term row, Term column) {
      return entry("W" + layer, row, column);
    }

    Term lambda(String power) {
      return entry("lambda" + layer + power);
    }

    Term sum(BinaryOperator<Term> summand) {
      IndexNotation notation = new IndexNotation();
      return notation.sum(rows, a -> notation.sum(columns, b -> summand.apply(a, b)));
    }

    Term scaled(String power, UnaryOperator<Term> f) {
      return times(lambda(power), sum((a, b) -> f.apply(at(a, b))));
    }

    List<Line> slopes(Term penalty, Term row, Term column) {
      Term w = at(row, column);
      BinaryOperator<Term> same = (a, b) -> times(delta(a, row), delta(b, column));
      Term split =
          plus(scaled("1", z -> derivative(abs(z), w)), scaled("2", z -> derivative(square(z), w)));
      Term carriedOut =
          plus(
              times(lambda("1"), sum((a, b) -> times(sign(at(a, b)), same.apply(a, b)))),
              times(lambda("2"), sum((a, b) -> times(Term.number(2), at(a, b), same.apply(a, b)))));
      return List.of(
          Line.of(derivative(penalty, w), Reason.NONE),
          Line.of(split, Say.SUM),
          Line.of(carriedOut, POWERS),
          Line.of(
              plus(times(lambda("1"), sign(w)), times(Term.number(2), lambda("2"), w)),
              Say.KRONECKER));
    }
  }

  /** softmax(o − c) = softmax(o), c + log Σ exp(o − c) = log Σ exp(o). */
  static Lecture stableSoftmax() {
    Declarations sums = new Declarations().size("m").tensor("o", "m").tensor("c");
    Declarations d = sums.copy().index("k", "m");
    IndexNotation notation = new IndexNotation();
    Term c = entry("c");
    UnaryOperator<Term> o = q -> entry("o", q);
    UnaryOperator<Term> shifted = q -> minus(o.apply(q), c);
    Term factor = Term.exp(times(Term.number(-1), c));
    Term above = times(factor, Term.exp(o.apply(K)));
    Term z = notation.sumExp("m", o);
    Term factored = notation.sum("m", q -> times(factor, Term.exp(o.apply(q))));
    Reason split = Say.fact("exp(u − c) = exp(−c) exp(u)", "\\exp(u-c)=\\exp(-c)\\exp(u)");
    Reason logOfProduct =
        Reason.of(
            "@, both positive",
            new Symbol("log(a b) = log a + log b", "\\log(ab) = \\log a + \\log b"));
    return new Lecture(
        "3.1",
        MathText.of(d),
        List.of(
            Part.result(
                Reason.NONE,
                Chain.of(
                    d,
                    List.of(
                        Line.of(notation.softmax("m", shifted, K), Reason.NONE),
                        Line.of(over(above, factored), split),
                        Line.of(
                            over(above, times(factor, z)),
                            Reason.of("the factor does not depend on the index")),
                        Line.of(over(Term.exp(o.apply(K)), z), Reason.of("the factor cancels"))))),
            Part.result(
                Say.LIKEWISE,
                Chain.of(
                    sums,
                    List.of(
                        Line.of(plus(c, notation.logSumExp("m", shifted)), Reason.NONE),
                        Line.of(plus(c, Term.log(times(factor, z))), split),
                        Line.of(plus(c, Term.log(factor), Term.log(z)), logOfProduct),
                        Line.of(Term.log(z), Say.LOG_OF_EXP))))));
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
    IndexNotation notation = new IndexNotation();
    Term r = Term.index("r");
    Term o = entry("OA", r, K);
    BinaryOperator<Term> oa = (w, q) -> entry("OA", w, q);
    BinaryOperator<Term> y = (w, q) -> entry("Y", w, q);
    UnaryOperator<Term> z = w -> notation.sumExp("m", q -> oa.apply(w, q));
    BinaryOperator<Term> os = (w, q) -> notation.softmax("m", p -> oa.apply(w, p), q);
    BinaryOperator<Term> same = (w, q) -> times(delta(w, r), delta(q, K));
    Term loss =
        notation.mean(
            "K",
            w ->
                minus(
                    Term.log(z.apply(w)),
                    notation.sum("m", q -> times(y.apply(w, q), oa.apply(w, q)))));
    Term pushed =
        notation.mean(
            "K",
            w ->
                minus(
                    derivative(Term.log(z.apply(w)), o),
                    notation.sum("m", q -> times(y.apply(w, q), derivative(oa.apply(w, q), o)))));
    Term chained =
        notation.mean(
            "K",
            w ->
                minus(
                    over(
                        notation.sum("m", q -> times(Term.exp(oa.apply(w, q)), same.apply(w, q))),
                        z.apply(w)),
                    notation.sum("m", q -> times(y.apply(w, q), same.apply(w, q)))));
    Term result = over(minus(os.apply(r, K), y.apply(r, K)), Term.size("K"));
    return new Lecture(
        "3.2",
        MathText.of(d)
            .defining(
                List.of(
                    Definition.of(
                        "OS",
                        Symbol.ofName("OS"),
                        List.of("K", "m"),
                        at -> os.apply(at.get(0), at.get(1))),
                    Definition.of("L", new Symbol("L", "\\bar{L}"), List.of(), at -> loss))),
        List.of(
            Part.result(
                Reason.NONE,
                Chain.of(
                    d,
                    List.of(
                        Line.of(derivative(loss, o), Reason.NONE),
                        Line.of(pushed, Say.SUM),
                        Line.of(chained, Reason.of("chain rule")),
                        Line.of(result, Say.KRONECKER, "OS"),
                        Line.of(result, Say.definition("OS")))))));
  }
}
