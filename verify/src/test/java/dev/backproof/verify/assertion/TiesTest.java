package dev.backproof.verify.assertion;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A tie is a kink only of a maximum that the derivative sees. */
class TiesTest {
  /** How many entries are the largest: 1 off the ties. */
  private static <T extends Tensor<T>> T places(T x) {
    return x.equal(x.max(0)).sum();
  }

  static <T extends Tensor<T>> T byDetached(T x) {
    return x.times(x.detach().max(0)).sum();
  }

  static <T extends Tensor<T>> T largestAndPlaces(T x) {
    return x.max(0).times(places(x)).broadcastTo(x.shape());
  }

  static <T extends Tensor<T>> T whereLargestIsPositive(T x) {
    return x.times(x.max(0).greater(x.zero())).sum();
  }

  static <T extends Tensor<T>> T largestIsPositiveAndPlaces(T x) {
    return x.max(0).greater(x.zero()).times(places(x)).broadcastTo(x.shape());
  }

  @Test
  void ofWhatIsDetachedATieIsNone() {
    assertRefuted(TiesTest::byDetached, TiesTest::largestAndPlaces);
  }

  @Test
  void insideAMaskATieIsNone() {
    assertRefuted(TiesTest::whereLargestIsPositive, TiesTest::largestIsPositiveAndPlaces);
  }

  private static void assertRefuted(Formula.Of1 function, Formula.Of1 rightOffTies) {
    var gradient = assertGradient(function).forAll(vector("x", "d"));
    String message =
        Objects.requireNonNull(
            assertThrows(AssertionError.class, () -> gradient.isProvedOffTheKinksFor(rightOffTies))
                .getMessage());
    assertTrue(message.startsWith("REFUTED: "), message);
  }
}
