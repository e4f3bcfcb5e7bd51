package dev.backproof.core.witness;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.ShapeRules;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;

/**
 * The reading for the complex step: complex entries whose imaginary parts are a small perturbation.
 *
 * <p>For an imaginary part of 1e-30 the imaginary part of a result is the directional derivative
 * times 1e-30, to rounding. Everything that decides looks at the real part: comparisons, masks,
 * sign, step, labels, maxima; |z| is sign(Re z)·z; ties share the perturbation equally; {@code
 * detach} drops it. The real part is the value on numbers, bit for bit. An operation of the user's
 * own is read through its formula.
 *
 * @param real the real parts
 * @param imaginary the imaginary parts, of the same shape
 */
public record ComplexTensor(DenseTensor real, DenseTensor imaginary)
    implements Tensor<ComplexTensor> {
  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if the two parts differ in shape
   */
  public ComplexTensor {
    if (!real.shape().equals(imaginary.shape())) {
      throw new IllegalArgumentException(
          "complex: real part " + real.shape() + ", imaginary part " + imaginary.shape());
    }
  }

  /** The tensor without a perturbation. */
  public static ComplexTensor of(DenseTensor real) {
    return new ComplexTensor(real, DenseTensor.full(real.shape(), 0));
  }

  @Override
  public Shape shape() {
    return real.shape();
  }

  @Override
  public ComplexTensor self() {
    return this;
  }

  @Override
  public ComplexTensor apply(Op op) {
    return switch (op.primitive()) {
      case SUM, EXPAND, BROADCAST_TO, SUM_TO, PERMUTE, RESHAPE, SLICE, PAD ->
          new ComplexTensor(real.apply(op), imaginary.apply(op));
      case ONE_HOT, SIZE, CONSTANT, DETACH -> of(real.apply(op));
      case MAP -> map(op);
      case MAX -> max(op);
      case CUSTOM -> custom(op, List.of(this));
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, MATMUL, WHERE ->
          throw miscounted(op, 1);
      case EQUAL, GREATER -> throw miscounted(op, 1);
    };
  }

  @Override
  public ComplexTensor apply(Op op, ComplexTensor b) {
    return switch (op.primitive()) {
      case PLUS, MINUS ->
          new ComplexTensor(real.apply(op, b.real), imaginary.apply(op, b.imaginary));
      case TIMES -> zip(op, b, Complex::times);
      case STRONG_TIMES -> zip(op, b, Complex::strongTimes);
      case DIV -> zip(op, b, Complex::div);
      case POW -> zip(op, b, ComplexFunctions::pow);
      case MAXIMUM -> zip(op, b, (u, v) -> select(u, v, Math.max(u.re(), v.re())));
      case MINIMUM -> zip(op, b, (u, v) -> select(u, v, Math.min(u.re(), v.re())));
      case EQUAL, GREATER -> of(real.apply(op, b.real));
      case MATMUL -> matmul(op, b);
      case CUSTOM -> custom(op, List.of(this, b));
      case MAP, SUM, MAX, EXPAND, BROADCAST_TO, SUM_TO, PERMUTE, RESHAPE, SLICE, PAD ->
          throw miscounted(op, 2);
      case WHERE, ONE_HOT, SIZE, CONSTANT, DETACH -> throw miscounted(op, 2);
    };
  }

  @Override
  public ComplexTensor apply(Op op, ComplexTensor b, ComplexTensor c) {
    if (op.primitive() == Primitive.CUSTOM) {
      return custom(op, List.of(this, b, c));
    }
    if (op.primitive() != Primitive.WHERE) {
      throw miscounted(op, 3);
    }
    return new ComplexTensor(
        real.apply(op, b.real, c.real), real.apply(op, b.imaginary, c.imaginary));
  }

  private static IllegalArgumentException miscounted(Op op, int operands) {
    return new IllegalArgumentException(
        op + ": takes " + op.arity() + " operands, not " + operands);
  }

  private static ComplexTensor custom(Op op, List<ComplexTensor> operands) {
    ShapeRules.infer(op, operands.stream().map(ComplexTensor::shape).toArray(Shape[]::new));
    return op.custom().formulaOrRefuse("complex step", operands);
  }

  private ComplexTensor map(Op op) {
    Elementary f = op.elementary();
    return entrywise(shape(), i -> ComplexFunctions.value(f, entry(i)));
  }

  private ComplexTensor zip(Op op, ComplexTensor b, BinaryOperator<Complex> f) {
    Shape shape = ShapeRules.infer(op, shape(), b.shape());
    ComplexTensor left = broadcastTo(shape);
    ComplexTensor right = b.broadcastTo(shape);
    return entrywise(shape, i -> f.apply(left.entry(i), right.entry(i)));
  }

  private Complex entry(int position) {
    return new Complex(real.at(position), imaginary.at(position));
  }

  private static ComplexTensor entrywise(Shape shape, IntFunction<Complex> f) {
    double[] re = new double[shape.count()];
    double[] im = new double[re.length];
    for (int i = 0; i < re.length; i++) {
      Complex z = f.apply(i);
      re[i] = z.re();
      im[i] = z.im();
    }
    return new ComplexTensor(DenseTensor.of(shape, re), DenseTensor.of(shape, im));
  }

  /** The one whose real part was chosen; of equal ones, their mean perturbation. */
  private static Complex select(Complex u, Complex v, double chosen) {
    if (u.re() == v.re()) {
      return new Complex(chosen, u.im() / 2 + v.im() / 2);
    }
    return u.re() == chosen ? u : v.re() == chosen ? v : Complex.UNDEFINED;
  }

  private ComplexTensor max(Op op) {
    DenseTensor largest = real.apply(op);
    DenseTensor ties = real.equal(largest.insertAxis(op.axis()));
    DenseTensor shared = ties.where(imaginary, imaginary.zero()).sum(op.axis());
    return new ComplexTensor(largest, shared.div(ties.sum(op.axis())));
  }

  /** AC + i(BC + AD); a factor that is not perturbed adds nothing, not even ∞·0. */
  private ComplexTensor matmul(Op op, ComplexTensor b) {
    DenseTensor re = real.apply(op, b.real);
    DenseTensor im = DenseTensor.full(re.shape(), 0);
    if (isPerturbed()) {
      im = im.plus(imaginary.apply(op, b.real));
    }
    if (b.isPerturbed()) {
      im = im.plus(real.apply(op, b.imaginary));
    }
    return new ComplexTensor(re, im);
  }

  private boolean isPerturbed() {
    for (int i = 0; i < imaginary.count(); i++) {
      if (imaginary.at(i) != 0) {
        return true;
      }
    }
    return false;
  }
}
