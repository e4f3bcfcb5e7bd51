package dev.backproof.verify.reading;

import dev.backproof.core.Custom;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An operation of a user's own: the product of its operands, entry by entry, without broadcasting.
 *
 * @param isNamed whether it says so in a formula; otherwise it is opaque
 */
record Product(int arity, boolean isNamed) implements Custom {
  @Override
  public String name() {
    return (isNamed ? "namedProduct" : "opaqueProduct") + arity;
  }

  @Override
  public Shape shape(List<Shape> operands) {
    for (Shape shape : operands) {
      if (!shape.equals(operands.get(0))) {
        throw new IllegalArgumentException(
            name() + ": shapes differ: " + operands.get(0) + " and " + shape);
      }
    }
    return operands.get(0);
  }

  @Override
  public DenseTensor value(List<DenseTensor> operands) {
    double[] y = operands.get(0).toArray();
    for (DenseTensor x : operands.subList(1, operands.size())) {
      for (int i = 0; i < y.length; i++) {
        y[i] *= x.at(i);
      }
    }
    return DenseTensor.of(operands.get(0).shape(), y);
  }

  @Override
  public <T extends Tensor<T>> Optional<T> formula(List<T> operands) {
    return isNamed ? Optional.of(product(operands)) : Optional.empty();
  }

  private static <T extends Tensor<T>> T product(List<T> factors) {
    return factors.stream().reduce(Tensor::times).orElseThrow();
  }

  @Override
  public <T extends Tensor<T>> T vjp(int which, List<T> operands, T y, T yBar) {
    List<T> factors = new ArrayList<>(operands);
    factors.set(which, yBar);
    return product(factors);
  }

  @Override
  public <T extends Tensor<T>> T jvp(int which, List<T> operands, T y, T dot) {
    return vjp(which, operands, y, dot);
  }
}
