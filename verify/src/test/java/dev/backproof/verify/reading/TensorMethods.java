package dev.backproof.verify.reading;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Every method that a formula is written with, on operands that fit. */
final class TensorMethods {
  private static final Shape VECTOR = Shape.of(3);
  private static final Shape ROWS = Shape.of(2, 3);
  private static final Shape CUBE = Shape.of(2, 1, 3);
  private static final Shape NONE = Shape.of(2, 0);

  private final SplittableRandom random;
  private final Values values;
  private final List<Written> all = new ArrayList<>();

  private TensorMethods(long seed, Values values) {
    this.random = new SplittableRandom(seed);
    this.values = values;
  }

  static List<Written> all(long seed, Values values) {
    TensorMethods methods = new TensorMethods(seed, values);
    methods.entrywise();
    methods.reductions();
    methods.products();
    methods.axes();
    methods.constants();
    return List.copyOf(methods.all);
  }

  private void add(String name, Formula formula, Shape... shapes) {
    all.add(
        new Written(
            name,
            formula,
            List.of(shapes).stream().map(shape -> values.of(random, shape)).toList()));
  }

  private void one(String name, Formula.Of1 f, Shape... shapes) {
    for (Shape shape : shapes) {
      add(name, Formula.of(f), shape);
    }
  }

  private void two(String name, Formula.Of2 f) {
    add(name, Formula.of(f), ROWS, VECTOR);
    add(name, Formula.of(f), Shape.SCALAR, CUBE);
    add(name, Formula.of(f), Shape.of(2, 1), NONE);
  }

  private void entrywise() {
    two("plus", Tensor::plus);
    two("minus", Tensor::minus);
    two("times", Tensor::times);
    two("strongTimes", Tensor::strongTimes);
    two("div", Tensor::div);
    two("pow", Tensor::pow);
    two("maximum", Tensor::maximum);
    two("minimum", Tensor::minimum);
    two("equal", Tensor::equal);
    two("greater", Tensor::greater);
    two("atLeast", Tensor::atLeast);
    one("negate", Tensor::negate, Shape.SCALAR, CUBE, NONE);
    one("map", TensorMethods::tanh, Shape.SCALAR, CUBE, NONE);
    one("detach", Tensor::detach, CUBE);
    add("where", Formula.of((Formula.Of3) Tensor::where), VECTOR, ROWS, Shape.SCALAR);
  }

  private void reductions() {
    one("sum", Tensor::sum, Shape.SCALAR, CUBE, NONE);
    one("sum", TensorMethods::sumFirst, CUBE, NONE);
    one("sumKeepingAxis", TensorMethods::sumKeepingAxis, CUBE, NONE);
    one("max", TensorMethods::max, CUBE, ROWS);
    one("maxKeepingAxis", TensorMethods::maxKeepingAxis, CUBE, ROWS);
    one("mean", Tensor::mean, Shape.SCALAR, CUBE);
    one("mean", TensorMethods::meanLast, CUBE, Shape.of(0, 3));
  }

  private void products() {
    Formula.Of2 product = Tensor::matmul;
    add("matmul", Formula.of(product), ROWS, Shape.of(3, 2));
    add("matmul", Formula.of(product), ROWS, VECTOR);
    add("matmul", Formula.of(product), VECTOR, Shape.of(3, 1));
    add("matmul", Formula.of(product), VECTOR, VECTOR);
    add("matmul", Formula.of(product), NONE, Shape.of(0, 3));
    add("dot", Formula.of((Formula.Of2) Tensor::dot), VECTOR, VECTOR);
    add("outer", Formula.of((Formula.Of2) Tensor::outer), VECTOR, Shape.of(2));
  }

  private void axes() {
    one("transpose", Tensor::transpose, ROWS, NONE);
    one("permute", TensorMethods::permute, CUBE, Shape.of(3, 0, 1));
    one("reshape", TensorMethods::reshape, CUBE, Shape.of(3, 2));
    one("expand", TensorMethods::expand, CUBE, Shape.SCALAR, NONE);
    one("insertAxis", TensorMethods::insertAxis, CUBE, Shape.SCALAR, NONE);
    one("broadcastTo", TensorMethods::broadcastTo, Shape.SCALAR, VECTOR, CUBE);
    one("sumTo", TensorMethods::sumTo, ROWS, CUBE, Shape.of(0, 3));
    one("slice", TensorMethods::slice, ROWS, CUBE);
    one("pad", TensorMethods::pad, ROWS, NONE);
    add("concatenate", Formula.of(TensorMethods::concatenate), ROWS, NONE);
  }

  private void constants() {
    one("constant", TensorMethods::constants, VECTOR);
    one("zero", Tensor::zero, VECTOR);
    one("one", Tensor::one, VECTOR);
    one("pi", Tensor::pi, VECTOR);
    one("size", TensorMethods::size, VECTOR);
    Formula oneHot = Formula.of(TensorMethods::oneHot);
    all.add(Written.of("oneHot", oneHot, DenseTensor.vector(2, 0, 1)));
  }

  private static <T extends Tensor<T>> T tanh(T x) {
    return x.map(Elementary.TANH);
  }

  private static <T extends Tensor<T>> T sumFirst(T x) {
    return x.sum(0);
  }

  private static <T extends Tensor<T>> T sumKeepingAxis(T x) {
    return x.sumKeepingAxis(-1);
  }

  private static <T extends Tensor<T>> T max(T x) {
    return x.max(-2);
  }

  private static <T extends Tensor<T>> T maxKeepingAxis(T x) {
    return x.maxKeepingAxis(1);
  }

  private static <T extends Tensor<T>> T meanLast(T x) {
    return x.mean(-1);
  }

  private static <T extends Tensor<T>> T permute(T x) {
    return x.permute(2, 0, 1);
  }

  private static <T extends Tensor<T>> T reshape(T x) {
    return x.reshape(Shape.of(3, 2));
  }

  private static <T extends Tensor<T>> T expand(T x) {
    return x.expand(-1, Size.of(2));
  }

  private static <T extends Tensor<T>> T insertAxis(T x) {
    return x.insertAxis(0);
  }

  private static <T extends Tensor<T>> T broadcastTo(T x) {
    return x.broadcastTo(Shape.of(2, 2, 3));
  }

  private static <T extends Tensor<T>> T sumTo(T x) {
    return x.sumTo(Shape.of(1, 3));
  }

  private static <T extends Tensor<T>> T slice(T x) {
    return x.slice(-1, 1, 3);
  }

  private static <T extends Tensor<T>> T pad(T x) {
    return x.pad(-1, 1, 2);
  }

  private static <T extends Tensor<T>> T concatenate(T a, T b) {
    return a.concatenate(-1, List.of(b, a));
  }

  private static <T extends Tensor<T>> T constants(T x) {
    return x.constant(22, 7).plus(x.constant(-3));
  }

  private static <T extends Tensor<T>> T size(T x) {
    return x.size(x.shape().last());
  }

  private static <T extends Tensor<T>> T oneHot(T labels) {
    return labels.oneHot(Size.of(3));
  }
}
