package dev.backproof.autodiff;

import dev.backproof.autodiff.forward.Dual;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.autodiff.tape.Gradients;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Gradients, products with Jacobians, Jacobians and Hessians, each by running the function in
 * another reading.
 *
 * <p>A function of one operand may be a lambda over the reading it is run in; a {@link Formula}
 * serves for several operands. Every method works over any reading {@code T}, so derivatives nest;
 * only a whole Jacobian or Hessian is for numbers.
 */
public final class Differentiation {
  private Differentiation() {}

  /**
   * The gradient of a scalar function, of the shape of {@code at}.
   *
   * @throws IllegalStateException if the value is not a scalar
   */
  public static <T extends Tensor<T>> T grad(UnaryOperator<Var<T>> f, T at) {
    return valueAndGrad(f, at).gradient();
  }

  /** The value and the gradient of a scalar function, in one run. */
  public static <T extends Tensor<T>> ValueAndGradient<T> valueAndGrad(
      UnaryOperator<Var<T>> f, T at) {
    Var<T> x = new Tape<T>().variable(at);
    Var<T> y = f.apply(x);
    return new ValueAndGradient<>(y.primal(), y.backward().of(x));
  }

  /**
   * The gradients of a scalar formula with respect to its first {@code count} operands; the others
   * are constants.
   *
   * @throws IllegalStateException if the value is not a scalar
   * @throws IllegalArgumentException if there are not {@code count} operands
   */
  public static <T extends Tensor<T>> List<T> grad(Formula f, List<T> at, int count) {
    return grad(VjpRules.PAGE, f, at, count);
  }

  /** As {@link #grad(Formula, List, int)}, by the rules of another page. */
  public static <T extends Tensor<T>> List<T> grad(
      VjpRules rules, Formula f, List<T> at, int count) {
    List<Var<T>> x = variables(new Tape<>(rules), at, count);
    return cotangents(f.apply(x).backward(), x, count);
  }

  /**
   * The cotangent ȳ pulled back through {@code f}: {@math Jᵀ·ȳ}, of the shape of {@code at}.
   *
   * @throws IllegalArgumentException if ȳ is not of the shape of the value
   */
  public static <T extends Tensor<T>> T vjp(UnaryOperator<Var<T>> f, T at, T yBar) {
    Var<T> x = new Tape<T>().variable(at);
    return f.apply(x).backward(yBar).of(x);
  }

  /**
   * The cotangent ȳ pulled back to the first {@code count} operands of a formula; the others are
   * constants.
   *
   * @throws IllegalArgumentException if ȳ is not of the shape of the value, or there are not {@code
   *     count} operands
   */
  public static <T extends Tensor<T>> List<T> vjp(Formula f, List<T> at, int count, T yBar) {
    return vjp(VjpRules.PAGE, f, at, count, yBar);
  }

  /** As {@link #vjp(Formula, List, int, Tensor)}, by the rules of another page. */
  public static <T extends Tensor<T>> List<T> vjp(
      VjpRules rules, Formula f, List<T> at, int count, T yBar) {
    List<Var<T>> x = variables(new Tape<>(rules), at, count);
    return cotangents(f.apply(x).backward(yBar), x, count);
  }

  private static <T extends Tensor<T>> List<Var<T>> variables(Tape<T> tape, List<T> at, int count) {
    requireOperands("gradients", count, at.size());
    return IntStream.range(0, at.size())
        .mapToObj(i -> i < count ? tape.variable(at.get(i)) : Var.constant(at.get(i)))
        .toList();
  }

  private static <T extends Tensor<T>> List<T> cotangents(
      Gradients<T> gradients, List<Var<T>> x, int count) {
    return x.stream().limit(count).map(gradients::of).toList();
  }

  private static void requireOperands(String what, int count, int operands) {
    if (count < 0 || count > operands) {
      throw new IllegalArgumentException(
          "differentiation: "
              + count
              + " "
              + what
              + " asked for, but "
              + operands
              + " operands given");
    }
  }

  /**
   * The value of {@code f} and the tangent ẋ pushed forward through it: y and {@math J·ẋ}.
   *
   * @throws IllegalArgumentException if the tangent is not of the shape of {@code at}
   */
  public static <T extends Tensor<T>> Dual<T> jvp(UnaryOperator<Dual<T>> f, T at, T dot) {
    return f.apply(Dual.of(at, dot));
  }

  /**
   * The value of a formula and the tangents of its first operands pushed forward; the others are
   * constants.
   *
   * @throws IllegalArgumentException if a tangent is not of the shape of its operand, or there are
   *     more tangents than operands
   */
  public static <T extends Tensor<T>> Dual<T> jvp(Formula f, List<T> at, List<T> dots) {
    return jvp(JvpRules.PAGE, f, at, dots);
  }

  /** As {@link #jvp(Formula, List, List)}, by the rules of another page. */
  public static <T extends Tensor<T>> Dual<T> jvp(
      JvpRules rules, Formula f, List<T> at, List<T> dots) {
    return f.apply(duals(rules, at, dots));
  }

  private static <T extends Tensor<T>> List<Dual<T>> duals(
      JvpRules rules, List<T> at, List<T> dots) {
    requireOperands("tangents", dots.size(), at.size());
    return IntStream.range(0, at.size())
        .mapToObj(
            i ->
                i < dots.size() ? Dual.of(at.get(i), dots.get(i), rules) : Dual.constant(at.get(i)))
        .toList();
  }

  /**
   * The Hessian of a scalar function times a direction, of the shape of {@code at}: reverse over
   * forward.
   *
   * @throws IllegalArgumentException if the direction is not of the shape of {@code at}
   * @throws IllegalStateException if the value is not a scalar
   */
  public static <T extends Tensor<T>> T hvp(UnaryOperator<Var<Dual<T>>> f, T at, T direction) {
    return hvp((x, constants) -> f.apply(x), at, direction);
  }

  /** As {@link #hvp(UnaryOperator, Tensor, Tensor)}, of a function that also uses constants. */
  public static <T extends Tensor<T>> T hvp(
      BiFunction<Var<Dual<T>>, Lift<T, Var<Dual<T>>>, Var<Dual<T>>> f, T at, T direction) {
    return grad(x -> f.apply(x, c -> Var.constant(Dual.constant(c))), Dual.of(at, direction))
        .tangent();
  }

  /**
   * The Hessian of a scalar formula in its first operands times a direction of as many parts.
   *
   * @throws IllegalArgumentException if a direction is not of the shape of its operand, or there
   *     are more directions than operands
   * @throws IllegalStateException if the value is not a scalar
   */
  public static <T extends Tensor<T>> List<T> hvp(Formula f, List<T> at, List<T> directions) {
    return grad(f, duals(JvpRules.PAGE, at, directions), directions.size()).stream()
        .map(Dual::tangent)
        .toList();
  }

  /**
   * The Jacobian of {@code f}, of the shape of its value followed by that of {@code at}: one
   * pull-back per entry.
   */
  public static DenseTensor jacobian(UnaryOperator<Var<DenseTensor>> f, DenseTensor at) {
    Var<DenseTensor> x = new Tape<DenseTensor>().variable(at);
    Var<DenseTensor> y = f.apply(x);
    return stack(y.shape(), at.shape(), basis(y.shape()).map(e -> y.backward(e).of(x)).toList());
  }

  /**
   * The Hessian of a scalar function, of the shape of {@code at} twice: one Hessian-vector product
   * per entry.
   *
   * @throws IllegalStateException if the value is not a scalar (of an empty point nothing is run)
   */
  public static DenseTensor hessian(UnaryOperator<Var<Dual<DenseTensor>>> f, DenseTensor at) {
    return stack(at.shape(), at.shape(), basis(at.shape()).map(e -> hvp(f, at, e)).toList());
  }

  /** The tensors of a shape with a single 1. */
  private static Stream<DenseTensor> basis(Shape shape) {
    DenseTensor zeros = DenseTensor.full(shape, 0);
    return IntStream.range(0, shape.count()).mapToObj(i -> zeros.with(i, 1));
  }

  private static DenseTensor stack(Shape outer, Shape inner, List<DenseTensor> rows) {
    List<Size> sizes = new ArrayList<>(outer.sizes());
    sizes.addAll(inner.sizes());
    double[] entries = rows.stream().flatMapToDouble(row -> Arrays.stream(row.toArray())).toArray();
    return DenseTensor.of(Shape.of(sizes.toArray(Size[]::new)), entries);
  }
}
