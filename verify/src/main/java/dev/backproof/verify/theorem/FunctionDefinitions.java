package dev.backproof.verify.theorem;

import static dev.backproof.verify.theorem.IndexNotation.notLess;
import static dev.backproof.verify.theorem.IndexNotation.with;

import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The functions of {@link Functions} with their definitions, on ranks 1 to 3. */
final class FunctionDefinitions {
  private static final Size N = Size.symbol("n");
  private static final Size D = Size.symbol("d");
  private static final Size M = Size.symbol("m");

  private FunctionDefinitions() {}

  /** All of them. */
  static List<Definition> all() {
    List<Definition> all = new ArrayList<>();
    for (Shape shape : List.of(Shape.of(M), Shape.of(N, M), Shape.of(N, D, M))) {
      softmax(all, shape);
      crossEntropy(all, shape);
      norms(all, shape);
      clip(all, shape);
    }
    clip(all, Shape.SCALAR);
    return all;
  }

  /** The last row of entries at some indices: k ↦ x[…, k]. */
  private static UnaryOperator<Term> row(Expr x, List<Term> at) {
    return k -> x.at(with(at, k));
  }

  private static List<Term> front(List<Term> at) {
    return at.subList(0, at.size() - 1);
  }

  private static Term last(List<Term> at) {
    return at.get(at.size() - 1);
  }

  private static void softmax(List<Definition> all, Shape shape) {
    Operand o = Operand.any("o", shape);
    all.add(
        Definition.of(
            "softmax",
            Formula.of(Functions::softmax),
            o,
            (in, x, at) -> in.softmax("m", row(x.get(0), front(at)), last(at))));
    all.add(
        Definition.of(
            "logSoftmax",
            Formula.of(Functions::logSoftmax),
            o,
            (in, x, at) -> Term.log(in.softmax("m", row(x.get(0), front(at)), last(at)))));
    all.add(
        Definition.of(
            "logSumExp",
            Formula.of(Functions::logSumExp),
            o,
            (in, x, at) -> in.logSumExp("m", row(x.get(0), at))));
  }

  private static void crossEntropy(List<Definition> all, Shape shape) {
    Formula fromLogits = Formula.of(Functions::crossEntropyFromLogits);
    Operand o = Operand.any("o", shape);
    Operand target = Operand.any("t", shape);
    all.add(
        Definition.of(
            "crossEntropyFromLogits",
            fromLogits,
            List.of(o, target),
            (in, x, at) ->
                Term.subtract(
                    in.logSumExp("m", row(x.get(0), at)),
                    in.sum("m", k -> product(x.get(1), x.get(0), with(at, k))))));
    all.add(
        Definition.of(
                "crossEntropyFromLogits",
                fromLogits,
                List.of(o, target),
                (in, x, at) ->
                    Term.negate(
                        in.sum(
                            "m",
                            k ->
                                Term.multiply(
                                    x.get(1).at(with(at, k)),
                                    Term.log(in.softmax("m", row(x.get(0), at), k))))))
            .as("of a distribution")
            .by(List.of(0))
            .assuming((symbols, x) -> symbols.rowsSumToOne("t")));
    Shape labels = shape.without(shape.rank() - 1);
    Operand label = Operand.oneHot("y", M, labels);
    all.add(
        Definition.of(
                "crossEntropyFromLogits",
                fromLogits,
                List.of(o, label),
                (in, x, at) ->
                    Term.negate(Term.log(in.softmax("m", row(x.get(0), at), Term.label("y", at)))))
            .as("of a label"));
    all.add(
        Definition.of(
            "crossEntropyFromProbabilities",
            Formula.of(Functions::crossEntropyFromProbabilities),
            List.of(Operand.positive("p", shape), target),
            (in, x, at) ->
                Term.negate(
                    in.sum(
                        "m",
                        k ->
                            Term.multiply(
                                x.get(1).at(with(at, k)), Term.log(x.get(0).at(with(at, k))))))));
    all.add(
        Definition.of(
            "variance",
            Formula.of(Functions::variance),
            Operand.any("x", shape),
            (in, x, at) ->
                in.mean(
                    "m",
                    k ->
                        IndexNotation.square(
                            Term.subtract(
                                x.get(0).at(with(at, k)), in.mean("m", row(x.get(0), at)))))));
  }

  private static Term product(Expr a, Expr b, List<Term> at) {
    return Term.multiply(a.at(at), b.at(at));
  }

  private static void norms(List<Definition> all, Shape shape) {
    Operand operand = Operand.any("x", shape);
    all.add(
        Definition.of(
            "l1Norm",
            Formula.of(Functions::l1Norm),
            operand,
            (in, x, at) -> in.sum(shape, i -> IndexNotation.abs(x.get(0).at(i)))));
    all.add(
        Definition.of(
            "squaredL2Norm",
            Formula.of(Functions::squaredL2Norm),
            operand,
            (in, x, at) -> squares(in, shape, x.get(0))));
    all.add(
        Definition.of(
                "l2Norm",
                Formula.of(Functions::l2Norm),
                operand,
                (in, x, at) -> Term.power(squares(in, shape, x.get(0)), Rational.HALF))
            .assuming(
                (symbols, x) ->
                    symbols.assumeSign(Functions.squaredL2Norm(x.get(0)), Signs.POSITIVE)));
  }

  private static Term squares(IndexNotation in, Shape shape, Expr x) {
    return in.sum(shape, i -> IndexNotation.square(x.at(i)));
  }

  /** By cases, and as a minimum of a maximum, which has other slopes at the bounds. */
  private static void clip(List<Definition> all, Shape shape) {
    List<Operand> operands =
        List.of(
            Operand.any("x", shape),
            Operand.any("low", Shape.SCALAR),
            Operand.any("high", Shape.SCALAR));
    Formula clip = Formula.of(Functions::clip);
    all.add(
        Definition.of("clip", clip, operands, (in, x, at) -> cases(x, at))
            .as("cases")
            .assuming((symbols, x) -> ordered(symbols, x, Signs.NON_NEGATIVE)));
    all.add(
        Definition.of("clip", clip, operands, (in, x, at) -> bounded(x, at))
            .as("smaller of larger")
            .assuming((symbols, x) -> ordered(symbols, x, Signs.POSITIVE)));
  }

  private static void ordered(Symbols symbols, List<Expr> x, Signs signs) {
    symbols.assumeSign(x.get(2).minus(x.get(1)), signs);
  }

  /** x between the bounds, else the bound. */
  private static Term cases(List<Expr> operands, List<Term> at) {
    Term x = operands.get(0).at(at);
    Term low = operands.get(1).at(List.of());
    Term high = operands.get(2).at(List.of());
    return Term.add(
        Term.multiply(notLess(x, low), notLess(high, x), x),
        Term.multiply(Term.guard(Term.subtract(low, x)), low),
        Term.multiply(Term.guard(Term.subtract(x, high)), high));
  }

  /** min(max(x, low), high). */
  private static Term bounded(List<Expr> operands, List<Term> at) {
    Term x = operands.get(0).at(at);
    Term low = operands.get(1).at(List.of());
    Term high = operands.get(2).at(List.of());
    return IndexNotation.smaller(IndexNotation.larger(x, low), high);
  }
}
