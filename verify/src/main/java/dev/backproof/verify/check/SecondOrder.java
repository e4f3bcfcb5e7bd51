package dev.backproof.verify.check;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.forward.Dual;
import dev.backproof.autodiff.tape.Gradients;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Tensor;
import dev.backproof.core.witness.Estimate;
import dev.backproof.core.witness.FiniteDifferences;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Hessian-vector products by every nesting of the two modes, against each other: forward inside
 * reverse, reverse inside forward, reverse inside reverse, and forward inside forward entry by
 * entry; and the difference of the gradient in 50 digits.
 *
 * <p>The nestings differentiate the rules, the difference only evaluates them: a rule that is right
 * but whose own derivative is not, on both pages alike, is seen by the difference alone.
 */
public final class SecondOrder {
  private SecondOrder() {}

  /** Checks one random direction of the first operand of a scalar formula. */
  public static Comparison check(Formula f, List<DenseTensor> at, RandomTensors random) {
    DenseTensor v = random.directions(at.get(0).shape());
    List<DenseTensor> operands = new ArrayList<>(at);
    operands.add(v);
    DenseTensor cond = RunningError.cond(new Product(f), operands);
    DenseTensor reference = new Product(f).apply(operands);
    return same(reverseInForward(f, at, v), reference, cond)
        .and(same(reverseInReverse(f, at, v), reference, cond))
        .and(same(forwardInForward(f, at, v), reference, cond))
        .and(same(differenceOfGradient(f, at, v), reference, cond));
  }

  /**
   * The same product against finite differences of the gradient, along one random direction and
   * contracted with another: reverse mode at first order is taken as a black box.
   */
  public static Comparison againstDifferences(
      Formula f, List<DenseTensor> at, RandomTensors random) {
    DenseTensor v = random.directions(at.get(0).shape());
    DenseTensor w = random.directions(at.get(0).shape());
    Estimate estimate =
        FiniteDifferences.derivative(x -> Differentiation.grad(f, x, 1).get(0), at, List.of(v), w);
    if (!estimate.isOk()) {
      return Comparison.notCheckable(
          Witness.SECOND_DIFFERENCES, Bound.DIFFERENCES, estimate.reason());
    }
    List<DenseTensor> hv = Differentiation.hvp(f, at, List.of(v));
    return Agreement.within(
        Witness.SECOND_DIFFERENCES,
        Bound.DIFFERENCES,
        DenseTensor.scalar(estimate.value()),
        DenseTensor.scalar(Directions.inner(List.of(w), hv)),
        new double[] {estimate.bound()});
  }

  private static Comparison same(DenseTensor found, DenseTensor reference, DenseTensor cond) {
    double[] units = new double[cond.count()];
    for (int i = 0; i < units.length; i++) {
      units[i] = Bound.U * cond.at(i) + Double.MIN_NORMAL;
    }
    return Agreement.within(Witness.SECOND_ORDER, Bound.SECOND_ORDER, found, reference, units);
  }

  /** H·v as a formula of the operands and v: what its own condition is computed from. */
  private record Product(Formula f) implements Formula {
    @Override
    public <T extends Tensor<T>> T apply(List<T> operands) {
      int last = operands.size() - 1;
      return Differentiation.hvp(f, operands.subList(0, last), List.of(operands.get(last))).get(0);
    }

    @Override
    public OptionalInt arity() {
      return OptionalInt.empty();
    }
  }

  /** The gradient as a formula of the operands. */
  private record Gradient(Formula f) implements Formula {
    @Override
    public <T extends Tensor<T>> T apply(List<T> operands) {
      return Differentiation.grad(f, operands, 1).get(0);
    }

    @Override
    public OptionalInt arity() {
      return f.arity();
    }
  }

  private static DenseTensor differenceOfGradient(Formula f, List<DenseTensor> at, DenseTensor v) {
    return HighPrecision.derivative(new Gradient(f), at, List.of(v)).toDense();
  }

  private static DenseTensor reverseInForward(Formula f, List<DenseTensor> at, DenseTensor v) {
    var tape = new Tape<DenseTensor>();
    var x = tape.variable(at.get(0));
    List<Dual<Var<DenseTensor>>> operands = new ArrayList<>();
    operands.add(Dual.of(x, tape.constant(v)));
    at.stream().skip(1).forEach(a -> operands.add(Dual.constant(tape.constant(a))));
    return f.apply(operands).tangent().backward().of(x);
  }

  private static DenseTensor reverseInReverse(Formula f, List<DenseTensor> at, DenseTensor v) {
    var outer = new Tape<DenseTensor>();
    var x = outer.variable(at.get(0));
    var inner = new Tape<Var<DenseTensor>>();
    var xx = inner.variable(x);
    List<Var<Var<DenseTensor>>> operands = new ArrayList<>();
    operands.add(xx);
    at.stream().skip(1).forEach(a -> operands.add(inner.constant(outer.constant(a))));
    Gradients<Var<DenseTensor>> gradient = f.apply(operands).backward();
    return gradient.of(xx).times(outer.constant(v)).sum().backward().of(x);
  }

  private static DenseTensor forwardInForward(Formula f, List<DenseTensor> at, DenseTensor v) {
    DenseTensor zeros = DenseTensor.full(at.get(0).shape(), 0);
    double[] entries =
        IntStream.range(0, zeros.count())
            .mapToDouble(i -> mixed(f, at, v, zeros.with(i, 1)))
            .toArray();
    return DenseTensor.of(zeros.shape(), entries);
  }

  /** ⟨e, H·v⟩. */
  private static double mixed(Formula f, List<DenseTensor> at, DenseTensor v, DenseTensor e) {
    List<Dual<Dual<DenseTensor>>> operands = new ArrayList<>();
    operands.add(Dual.of(Dual.of(at.get(0), v), Dual.constant(e)));
    at.stream().skip(1).forEach(a -> operands.add(Dual.constant(Dual.constant(a))));
    return f.apply(operands).tangent().tangent().item();
  }
}
