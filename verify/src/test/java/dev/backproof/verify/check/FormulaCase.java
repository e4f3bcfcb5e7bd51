package dev.backproof.verify.check;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A formula and random operands for it: what the readings of this package are compared on. */
record FormulaCase(String name, Formula formula, List<DenseTensor> at) {

  @Override
  public String toString() {
    return name + " at " + at.stream().map(DenseTensor::shape).toList();
  }

  /** Every elementary function on a rank from 0 to 3 and on no entry at all. */
  static List<FormulaCase> elementary(RandomTensors random) {
    List<FormulaCase> cases = new ArrayList<>();
    for (Elementary f : Elementary.values()) {
      boolean positive = f == Elementary.LOG || f == Elementary.SQRT;
      Formula formula = Formula.ofList(new Mapped(f));
      for (Shape shape : List.of(Shape.SCALAR, Shape.of(5), Shape.of(2, 3), Shape.of(2, 0, 3))) {
        cases.add(
            new FormulaCase(
                f.name(), formula, List.of(random.uniform(positive ? 0.01 : -4, 4, shape))));
      }
    }
    return cases;
  }

  private record Mapped(Elementary f) implements Formula.OfList {
    @Override
    public <T extends Tensor<T>> T apply(List<T> x) {
      return x.get(0).map(f);
    }
  }

  /** Every primitive of two operands entry by entry, with and without broadcasting. */
  static List<FormulaCase> entrywise(RandomTensors random) {
    List<FormulaCase> cases = new ArrayList<>();
    List<List<Shape>> pairs =
        List.of(
            List.of(Shape.SCALAR, Shape.SCALAR),
            List.of(Shape.of(4), Shape.SCALAR),
            List.of(Shape.of(2, 3), Shape.of(3)),
            List.of(Shape.of(2, 1, 3), Shape.of(4, 1)),
            List.of(Shape.of(0, 3), Shape.of(1, 3)));
    for (List<Shape> pair : pairs) {
      DenseTensor a = random.directions(pair.get(0));
      DenseTensor b = random.directions(pair.get(1));
      cases.add(of("plus", Formula.of(FormulaCase::plus), a, b));
      cases.add(of("minus", Formula.of(FormulaCase::minus), a, b));
      cases.add(of("times", Formula.of(FormulaCase::times), a, b));
      cases.add(of("strongTimes", Formula.of(FormulaCase::strongTimes), a, b));
      cases.add(of("div", Formula.of(FormulaCase::div), a, b));
      cases.add(of("maximum", Formula.of(FormulaCase::maximum), a, b));
      cases.add(of("minimum", Formula.of(FormulaCase::minimum), a, b));
      cases.add(of("equal", Formula.of(FormulaCase::equal), a, a));
      cases.add(of("greater", Formula.of(FormulaCase::greater), a, b));
      cases.add(of("where", Formula.of(FormulaCase::where), a, b));
      cases.add(of("pow", Formula.of(FormulaCase::pow), a.map(Elementary.ABS), b));
    }
    return cases;
  }

  /** Every primitive that sums, multiplies matrices or moves entries about, and the constants. */
  static List<FormulaCase> structural(RandomTensors random) {
    DenseTensor a = random.directions(Shape.of(2, 3, 4));
    DenseTensor none = random.directions(Shape.of(2, 0, 4));
    return List.of(
        of("sum 0", Formula.of(FormulaCase::sumFirst), a),
        of("sum all", Formula.of(FormulaCase::sumAll), a),
        of("sum all", Formula.of(FormulaCase::sumAll), none),
        of("max", Formula.of(FormulaCase::max), a),
        of("max", Formula.of(FormulaCase::max), DenseTensor.full(Shape.of(2, 3), 1)),
        of("max", Formula.of(FormulaCase::max), none),
        of("expand", Formula.of(FormulaCase::expand), a),
        of("broadcast and sum", Formula.of(FormulaCase::there), a, random.directions(Shape.of(4))),
        of(
            "broadcast and sum",
            Formula.of(FormulaCase::there),
            a,
            random.directions(Shape.of(3, 1))),
        of("permute", Formula.of(FormulaCase::permute), a),
        of("permute", Formula.of(FormulaCase::permute), none),
        of("slice", Formula.of(FormulaCase::slice), a),
        of("pad", Formula.of(FormulaCase::pad), a),
        of("concatenate", Formula.of(FormulaCase::concatenate), a, none),
        of("reshape", Formula.of(FormulaCase::reshape), a),
        of("detach", Formula.of(FormulaCase::detach), a),
        of("oneHot", Formula.of(FormulaCase::oneHot), random.labels(3, Shape.of(5))),
        of("size", Formula.of(FormulaCase::mean), a),
        of("constants", Formula.of(FormulaCase::constants), a),
        of(
            "matmul",
            Formula.of(FormulaCase::matmul),
            random.directions(Shape.of(3, 5)),
            random.directions(Shape.of(5, 2))),
        of(
            "matmul",
            Formula.of(FormulaCase::matmul),
            random.directions(Shape.of(3, 0)),
            random.directions(Shape.of(0, 2))),
        of(
            "matmul",
            Formula.of(FormulaCase::matmul),
            random.directions(Shape.of(4)),
            random.directions(Shape.of(4))));
  }

  /** Compositions as they are used. */
  static List<FormulaCase> compositions(RandomTensors random) {
    Shape rows = Shape.of(3, 5);
    DenseTensor x = random.uniform(-3, 3, rows);
    DenseTensor target = Functions.softmax(random.normal(rows));
    return List.of(
        of("softmax", Formula.of((Formula.Of1) Functions::softmax), x),
        of("logSoftmax", Formula.of((Formula.Of1) Functions::logSoftmax), x),
        of(
            "logSumExp",
            Formula.of((Formula.Of1) Functions::logSumExp),
            x.times(DenseTensor.scalar(300))),
        of("crossEntropy", Formula.of((Formula.Of2) Functions::crossEntropyFromLogits), x, target),
        of(
            "crossEntropy of p",
            Formula.of((Formula.Of2) Functions::crossEntropyFromProbabilities),
            target,
            target),
        of(
            "variance",
            Formula.of((Formula.Of1) Functions::variance),
            x.plus(DenseTensor.scalar(1000))),
        of("l1Norm", Formula.of((Formula.Of1) Functions::l1Norm), x),
        of("l2Norm", Formula.of((Formula.Of1) Functions::l2Norm), x),
        of("layerNorm", Formula.of(FormulaCase::layerNorm), x),
        of(
            "network",
            Formula.of(FormulaCase::network),
            random.normal(Shape.of(6, 5)),
            random.normal(Shape.of(4, 6)),
            x),
        of("gelu", Formula.of(FormulaCase::gelu), x),
        of("deep", Formula.of(FormulaCase::deep), random.normal(Shape.of(5, 5)), x),
        of("cancelling", Formula.of(FormulaCase::cancelling), x));
  }

  private static FormulaCase of(String name, Formula f, DenseTensor... at) {
    return new FormulaCase(name, f, List.of(at));
  }

  private static <T extends Tensor<T>> T plus(T a, T b) {
    return a.plus(b);
  }

  private static <T extends Tensor<T>> T minus(T a, T b) {
    return a.minus(b);
  }

  private static <T extends Tensor<T>> T times(T a, T b) {
    return a.times(b);
  }

  private static <T extends Tensor<T>> T strongTimes(T a, T b) {
    return a.strongTimes(b.map(Elementary.RECT));
  }

  private static <T extends Tensor<T>> T div(T a, T b) {
    return a.div(b);
  }

  private static <T extends Tensor<T>> T maximum(T a, T b) {
    return a.maximum(b);
  }

  private static <T extends Tensor<T>> T minimum(T a, T b) {
    return a.minimum(b);
  }

  private static <T extends Tensor<T>> T equal(T a, T b) {
    return a.equal(b);
  }

  private static <T extends Tensor<T>> T greater(T a, T b) {
    return a.greater(b);
  }

  private static <T extends Tensor<T>> T where(T a, T b) {
    return a.greater(b).where(a, b.negate());
  }

  private static <T extends Tensor<T>> T pow(T a, T b) {
    return a.pow(b);
  }

  private static <T extends Tensor<T>> T sumFirst(T a) {
    return a.sum(0);
  }

  private static <T extends Tensor<T>> T sumAll(T a) {
    return a.sum();
  }

  private static <T extends Tensor<T>> T max(T a) {
    return a.max(-1);
  }

  private static <T extends Tensor<T>> T expand(T a) {
    return a.expand(1, Size.of(3));
  }

  private static <T extends Tensor<T>> T there(T a, T b) {
    return b.broadcastTo(a.shape()).times(a).sumTo(b.shape());
  }

  private static <T extends Tensor<T>> T permute(T a) {
    return a.permute(2, 0, 1);
  }

  private static <T extends Tensor<T>> T slice(T a) {
    return a.slice(1, 1, 3);
  }

  private static <T extends Tensor<T>> T pad(T a) {
    return a.pad(1, 2, 1);
  }

  private static <T extends Tensor<T>> T concatenate(T a, T b) {
    return a.concatenate(1, List.of(b, a));
  }

  private static <T extends Tensor<T>> T reshape(T a) {
    return a.reshape(Shape.of(6, 4));
  }

  private static <T extends Tensor<T>> T detach(T a) {
    return a.detach();
  }

  private static <T extends Tensor<T>> T oneHot(T labels) {
    return labels.oneHot(Size.of(3));
  }

  private static <T extends Tensor<T>> T mean(T a) {
    return a.mean(1);
  }

  private static <T extends Tensor<T>> T constants(T a) {
    return a.times(a.pi()).plus(a.constant(1, 10)).minus(a.constant(9007199254740993L, 7));
  }

  private static <T extends Tensor<T>> T matmul(T a, T b) {
    return a.matmul(b);
  }

  private static <T extends Tensor<T>> T layerNorm(T x) {
    T centred = x.minus(x.mean(-1).insertAxis(-1));
    T variance = Functions.variance(x).plus(x.constant(1, 100_000)).insertAxis(-1);
    return centred.div(variance.map(Elementary.SQRT));
  }

  private static <T extends Tensor<T>> T network(T w1, T w2, T x) {
    T hidden = x.matmul(w1.transpose()).map(Elementary.TANH);
    return Functions.logSumExp(hidden.matmul(w2.transpose())).mean();
  }

  private static <T extends Tensor<T>> T gelu(T x) {
    T half = x.constant(1, 2);
    return half.times(x)
        .times(x.one().plus(x.div(x.constant(2).map(Elementary.SQRT)).map(Elementary.ERF)));
  }

  private static <T extends Tensor<T>> T deep(T w, T x) {
    T h = x;
    for (int layer = 0; layer < 6; layer++) {
      h = h.matmul(w).map(Elementary.SOFTPLUS).map(Elementary.LOG).map(Elementary.SIN);
    }
    return h;
  }

  private static <T extends Tensor<T>> T cancelling(T x) {
    T one = x.one();
    return one.minus(x.map(Elementary.COS)).div(x.map(Elementary.SQUARE)).minus(x.constant(1, 3));
  }
}
