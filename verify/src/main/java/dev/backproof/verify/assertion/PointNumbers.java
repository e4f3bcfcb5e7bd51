package dev.backproof.verify.assertion;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Rational;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The operands at a point of the kernel, as arrays of float64.
 *
 * @param point the point
 * @param firstLabels the number of the first class, by the name of the operand
 */
record PointNumbers(Point point, Map<String, Integer> firstLabels) {
  /** All operands, in order. */
  Map<String, DenseTensor> of(Map<String, Expr> operands) {
    Map<String, DenseTensor> numbers = new LinkedHashMap<>();
    operands.forEach((name, operand) -> numbers.put(name, array(name, operand.shape())));
    return numbers;
  }

  private DenseTensor array(String name, Shape shape) {
    Shape bound = shape.bind(point.sizes());
    List<Size> factors = shape.sizes().stream().flatMap(s -> s.factors().stream()).toList();
    double[] values = new double[bound.count()];
    for (int flat = 0; flat < values.length; flat++) {
      values[flat] = value(name, factors, flat);
    }
    return DenseTensor.of(bound, values);
  }

  /** Literal axes name members of a family, symbols count in one. */
  private double value(String name, List<Size> factors, int flat) {
    int rest = flat;
    int[] at = new int[factors.size()];
    for (int i = at.length - 1; i >= 0; i--) {
      int extent = factors.get(i).bind(point.sizes()).number();
      at[i] = rest % extent;
      rest /= extent;
    }
    String member = name;
    int offset = 0;
    for (int i = 0; i < at.length; i++) {
      if (factors.get(i).isNumber()) {
        member += "." + at[i];
      } else {
        offset = offset * factors.get(i).bind(point.sizes()).number() + at[i];
      }
    }
    List<Integer> labels = point.labels().get(member);
    if (labels != null) {
      return (double) labels.get(offset) + firstLabels.getOrDefault(name, 0);
    }
    Rational value = point.tensors().getOrDefault(member, List.of()).get(offset);
    return value.numerator().doubleValue() / value.denominator().doubleValue();
  }
}
