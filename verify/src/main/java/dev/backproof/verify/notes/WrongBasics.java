package dev.backproof.verify.notes;

import static dev.backproof.core.Elementary.ABS;
import static dev.backproof.core.Elementary.SIGMOID;
import static dev.backproof.core.Elementary.SOFTPLUS;
import static dev.backproof.core.Elementary.TANH;

import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import java.util.List;

/** Wrong versions of part 1, the basic functions: r1 to r9. */
final class WrongBasics {

  private WrongBasics() {}

  static List<WrongClaim> all() {
    return List.of(
        number(
            "r1",
            "sigmoid(x) = ½·tanh(x/2) + 1",
            "½ belongs to the whole parenthesis, not to tanh alone",
            "1.1",
            Formula.of(WrongBasics::misplacedFactor)),
        number(
            "r2",
            "ln sigmoid(x) = −softplus(x)",
            "the sign of the argument is lost: 1 + exp(−x) stands in the denominator of sigmoid",
            "1.2",
            Formula.of(WrongBasics::minusSoftplus)),
        number(
            "r3",
            "sigmoid′(x) = sigmoid(x)(1 + sigmoid(x))",
            "a sign: the second factor is 1 − sigmoid(x)",
            "1.3",
            Formula.of(WrongBasics::sigmoidSlope)),
        number(
            "r4",
            "tanh′(x) = 1 − tanh(x)",
            "the square is dropped",
            "1.4",
            Formula.of(WrongBasics::slope)),
        number(
            "r5",
            "sign(x) = 2[x > 0] − 1",
            "wrong at x = 0 only, where sign is 0",
            "1.5",
            Formula.of(WrongBasics::signWithoutZero)),
        number(
            "r6",
            "abs′(x) = [x > 0]",
            "wrong for x < 0, where the slope is −1",
            "1.6",
            Formula.of(WrongBasics::positive)),
        number(
            "r7",
            "rect′(x) = [x ≥ 0]",
            "true for x ≠ 0; at the kink the homework fixes the slope 0, and this says 1",
            "1.7",
            Formula.of(WrongBasics::notNegative)),
        WrongClaim.of(
                "r8",
                "∂‖x‖₂²/∂x_l = Σᵢ 2xᵢ",
                "the sum is left standing: only the term i = l depends on x_l",
                "1.8",
                "matrix",
                Formula.of(WrongBasics::sumOfAll))
            .insteadOf("∂‖x‖₂²/∂x_l = 2x_l"),
        WrongClaim.of(
            "r9",
            "∂‖x‖₁/∂x = abs(x)",
            "abs instead of its derivative, sign",
            "1.9",
            "matrix",
            Formula.of(WrongBasics::abs)));
  }

  private static WrongClaim number(
      String id, String wrong, String why, String claim, Formula right) {
    return WrongClaim.of(id, wrong, why, claim, "statement", right);
  }

  private static <T extends Tensor<T>> T misplacedFactor(T x) {
    T half = x.constant(1, 2);
    return half.times(half.times(x).map(TANH)).plus(x.one());
  }

  private static <T extends Tensor<T>> T minusSoftplus(T x) {
    return x.map(SOFTPLUS).negate();
  }

  private static <T extends Tensor<T>> T sigmoidSlope(T x) {
    T s = x.map(SIGMOID);
    return s.times(x.one().plus(s));
  }

  private static <T extends Tensor<T>> T slope(T x) {
    return x.one().minus(x.map(TANH));
  }

  private static <T extends Tensor<T>> T signWithoutZero(T x) {
    return x.constant(2).times(positive(x)).minus(x.one());
  }

  private static <T extends Tensor<T>> T positive(T x) {
    return x.greater(x.zero());
  }

  private static <T extends Tensor<T>> T notNegative(T x) {
    return x.atLeast(x.zero());
  }

  private static <T extends Tensor<T>> T sumOfAll(T x) {
    return x.constant(2).times(x).sum().broadcastTo(x.shape());
  }

  private static <T extends Tensor<T>> T abs(T x) {
    return x.map(ABS);
  }
}
