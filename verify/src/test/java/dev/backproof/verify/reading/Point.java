package dev.backproof.verify.reading;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A formula at a point with a direction for every operand and a cotangent of its value.
 *
 * @param v one for each operand
 * @param w of the shape of the value
 */
record Point(Written at, List<DenseTensor> v, DenseTensor w) {
  /** With directions and a cotangent of random sign, between 1/16 and 4 in size. */
  static Point of(Written at, SplittableRandom random) {
    return new Point(
        at,
        at.at().stream().map(x -> Values.SMOOTH.of(random, x.shape())).toList(),
        Values.SMOOTH.of(random, at.onNumbers().shape()));
  }

  /** As {@link #of(Written, SplittableRandom)}, where only some operands move. */
  static Point of(Written at, SplittableRandom random, IntPredicate moves) {
    Point all = of(at, random);
    List<DenseTensor> v =
        IntStream.range(0, all.v.size())
            .mapToObj(i -> moves.test(i) ? all.v.get(i) : DenseTensor.full(all.v.get(i).shape(), 0))
            .toList();
    return new Point(at, v, all.w);
  }

  /** J·v by forward mode in a reading. */
  <T extends Tensor<T>> T pushed(Function<DenseTensor, T> lift) {
    return Differentiation.jvp(at.formula(), lifted(at.at(), lift), lifted(v, lift)).tangent();
  }

  /** Jᵀ·w by reverse mode in a reading, one part for each operand. */
  <T extends Tensor<T>> List<T> pulled(Function<DenseTensor, T> lift) {
    return Differentiation.vjp(at.formula(), lifted(at.at(), lift), at.at().size(), lift.apply(w));
  }

  private static <T> List<T> lifted(List<DenseTensor> x, Function<DenseTensor, T> lift) {
    return x.stream().map(lift).toList();
  }

  /** ⟨w, f⟩ over the operands and w behind them. */
  Formula contracted() {
    return Formula.ofList(this::contracted);
  }

  private <T extends Tensor<T>> T contracted(List<T> x) {
    int last = x.size() - 1;
    return at.formula().apply(x.subList(0, last)).times(x.get(last)).sum();
  }

  /** The operands and w behind them. */
  List<DenseTensor> withCotangent() {
    return Stream.concat(at.at().stream(), Stream.of(w)).toList();
  }

  boolean moves(int which) {
    DenseTensor direction = v.get(which);
    return direction.count() == 0 || !direction.equals(DenseTensor.full(direction.shape(), 0));
  }

  @Override
  public String toString() {
    return at.toString();
  }
}
