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
  private static final Sizes ONE = new Sizes(1, 1, 1, 1);
  private static final Sizes TWO = new Sizes(2, 1, 1, 1);
  private static final Sizes THREE = new Sizes(3, 1, 1, 1);

  private WrongBasics() {}

  static List<WrongClaim> all() {
    return List.of(
        number(
            "r1",
            "sigmoid(x) = ½·tanh(x/2) + 1",
            "misplaced factor",
            "1.1",
            Formula.of(WrongBasics::misplacedFactor)),
        number(
            "r2",
            "ln sigmoid(x) = −softplus(x)",
            "sign of the argument",
            "1.2",
            Formula.of(WrongBasics::minusSoftplus)),
        number(
            "r3",
            "sigmoid′(x) = sigmoid(x)(1 + sigmoid(x))",
            "sign",
            "1.3",
            Formula.of(WrongBasics::sigmoidSlope)),
        number(
            "r4",
            "tanh′(x) = 1 − tanh(x)",
            "square dropped",
            "1.4",
            Formula.of(WrongBasics::slope)),
        number(
                "r5",
                "sign(x) = 2[x > 0] − 1",
                "wrong at x = 0 only",
                "1.5",
                Formula.of(WrongBasics::signWithoutZero))
            .atKinks(),
        number(
            "r6", "abs′(x) = [x > 0]", "wrong for x < 0", "1.6", Formula.of(WrongBasics::positive)),
        number(
                "r7",
                "rect′(x) = [x ≥ 0]",
                "differs at 0 only: true off the kink, false by the convention",
                "1.7",
                Formula.of(WrongBasics::notNegative))
            .atKinks(),
        WrongClaim.of(
                "r8",
                "∂‖x‖₂²/∂x_l = Σᵢ 2xᵢ",
                "sum instead of the entry",
                "1.8",
                "matrix",
                Formula.of(WrongBasics::sumOfAll))
            .visible(TWO, THREE)
            .blind(ONE),
        WrongClaim.of(
                "r9",
                "∂‖x‖₁/∂x = abs(x)",
                "abs instead of sign",
                "1.9",
                "matrix",
                Formula.of(WrongBasics::abs))
            .visible(ONE, THREE));
  }

  private static WrongClaim number(
      String id, String wrong, String why, String claim, Formula right) {
    return WrongClaim.of(id, wrong, why, claim, "statement", right).visible(ONE);
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
