package dev.backproof.verify.notes;

import static dev.backproof.core.Elementary.ABS;
import static dev.backproof.core.Elementary.EXP;
import static dev.backproof.core.Elementary.LOG;
import static dev.backproof.core.Elementary.RECT;
import static dev.backproof.core.Elementary.SIGMOID;
import static dev.backproof.core.Elementary.SIGN;
import static dev.backproof.core.Elementary.SOFTPLUS;
import static dev.backproof.core.Elementary.TANH;

import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import java.util.List;

/**
 * Part 1 of the notes: relations between basic functions, and their derivatives (claims 1.1 to
 * 1.9).
 */
final class BasicFunctions {
  private static final List<Operand> NUMBER = List.of(Operand.SCALAR);
  private static final List<Operand> VECTOR = List.of(Operand.X);
  private static final List<Kinks> AT_ZERO = GradientStatements.AT_ZERO;

  private BasicFunctions() {}

  static List<Claim> claims() {
    return List.of(
        new Claim(
            "1.1",
            "sigmoid(x) = ½(tanh(x/2) + 1)",
            List.of(
                identity("statement", BasicFunctions::sigmoid, BasicFunctions::halfTanh),
                identity("definition", BasicFunctions::sigmoid, BasicFunctions::logistic))),
        new Claim(
            "1.2",
            "ln sigmoid(x) = −softplus(−x)",
            List.of(
                identity("statement", BasicFunctions::logSigmoid, BasicFunctions::minusSoftplus),
                identity("definition", BasicFunctions::softplus, BasicFunctions::logOfSum))),
        new Claim(
            "1.3",
            "sigmoid′(x) = sigmoid(x)(1 − sigmoid(x))",
            List.of(derivative(BasicFunctions::sigmoid, BasicFunctions::sigmoidSlope))),
        new Claim(
            "1.4",
            "tanh′(x) = 1 − tanh²(x)",
            List.of(derivative(BasicFunctions::tanh, BasicFunctions::tanhSlope))),
        new Claim(
            "1.5",
            "sign(x) = [x > 0] − [x < 0]",
            List.of(
                new Statement.Identity(
                    "statement",
                    NUMBER,
                    Formula.of(BasicFunctions::sign),
                    Formula.of(BasicFunctions::indicators),
                    AT_ZERO))),
        new Claim(
            "1.6", "abs′(x) = sign(x)", List.of(kinked(BasicFunctions::abs, BasicFunctions::sign))),
        new Claim(
            "1.7",
            "rect′(x) = [x > 0]",
            List.of(kinked(BasicFunctions::rect, BasicFunctions::positive))),
        new Claim(
            "1.8",
            "∂‖x‖₂²/∂x = 2x",
            List.of(
                new Statement.Gradient(
                    "matrix",
                    VECTOR,
                    Formula.of(BasicFunctions::squaredNorm),
                    0,
                    Formula.of(BasicFunctions::twice),
                    List.of()))),
        new Claim(
            "1.9",
            "∂‖x‖₁/∂x = sign(x)",
            List.of(
                new Statement.Gradient(
                    "matrix",
                    VECTOR,
                    Formula.of(BasicFunctions::norm1),
                    0,
                    Formula.of(BasicFunctions::sign),
                    AT_ZERO))));
  }

  private static Statement identity(String label, Formula.Of1 left, Formula.Of1 right) {
    return new Statement.Identity(label, NUMBER, Formula.of(left), Formula.of(right));
  }

  private static Statement derivative(Formula.Of1 function, Formula.Of1 slope) {
    return new Statement.Gradient(
        "statement", NUMBER, Formula.of(function), 0, Formula.of(slope), List.of());
  }

  private static Statement kinked(Formula.Of1 function, Formula.Of1 slope) {
    return new Statement.Gradient(
        "statement", NUMBER, Formula.of(function), 0, Formula.of(slope), AT_ZERO);
  }

  private static <T extends Tensor<T>> T sigmoid(T x) {
    return x.map(SIGMOID);
  }

  private static <T extends Tensor<T>> T logistic(T x) {
    return x.one().div(x.one().plus(x.negate().map(EXP)));
  }

  private static <T extends Tensor<T>> T halfTanh(T x) {
    T half = x.constant(1, 2);
    return half.times(half.times(x).map(TANH).plus(x.one()));
  }

  private static <T extends Tensor<T>> T logSigmoid(T x) {
    return x.map(SIGMOID).map(LOG);
  }

  private static <T extends Tensor<T>> T minusSoftplus(T x) {
    return x.negate().map(SOFTPLUS).negate();
  }

  private static <T extends Tensor<T>> T softplus(T x) {
    return x.map(SOFTPLUS);
  }

  private static <T extends Tensor<T>> T logOfSum(T x) {
    return x.one().plus(x.map(EXP)).map(LOG);
  }

  private static <T extends Tensor<T>> T sigmoidSlope(T x) {
    T s = x.map(SIGMOID);
    return s.times(x.one().minus(s));
  }

  private static <T extends Tensor<T>> T tanh(T x) {
    return x.map(TANH);
  }

  private static <T extends Tensor<T>> T tanhSlope(T x) {
    T y = x.map(TANH);
    return x.one().minus(y.times(y));
  }

  private static <T extends Tensor<T>> T sign(T x) {
    return x.map(SIGN);
  }

  private static <T extends Tensor<T>> T indicators(T x) {
    return x.greater(x.zero()).minus(x.zero().greater(x));
  }

  private static <T extends Tensor<T>> T abs(T x) {
    return x.map(ABS);
  }

  private static <T extends Tensor<T>> T rect(T x) {
    return x.map(RECT);
  }

  private static <T extends Tensor<T>> T positive(T x) {
    return x.greater(x.zero());
  }

  private static <T extends Tensor<T>> T squaredNorm(T x) {
    return Functions.squaredL2Norm(x);
  }

  private static <T extends Tensor<T>> T twice(T x) {
    return x.constant(2).times(x);
  }

  private static <T extends Tensor<T>> T norm1(T x) {
    return Functions.l1Norm(x);
  }
}
