package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondOrderTest {
  private static final List<DenseTensor> AT = List.of(DenseTensor.vector(0.5, -1.25, 0.75));

  private static Comparison check(DetachedSlope sin) {
    return SecondOrder.check(sin.sumOfSquares(), AT, RandomTensors.seeded(6));
  }

  @Test
  void allNestingsAgree() {
    for (long seed = 0; seed < 20; seed++) {
      Comparison right =
          SecondOrder.check(
              SampleFormulas.SMOOTH, SampleFormulas.smoothPoint(seed), RandomTensors.seeded(seed));
      assertEquals(Verdict.AGREES, right.verdict(), right::toString);
      assertEquals(4 * 3 * 2, right.entries(), "four against the reference, entry by entry");
    }
  }

  @Test
  void aRuleThatIsDifferentiatedAgrees() {
    Comparison right = check(new DetachedSlope(false, false));
    assertEquals(Verdict.AGREES, right.verdict(), right::toString);
  }

  @Test
  void aSlopeThatIsConstantOnOnePageIsSeen() {
    assertEquals(Verdict.DISAGREES, check(new DetachedSlope(true, false)).verdict());
    assertEquals(Verdict.DISAGREES, check(new DetachedSlope(false, true)).verdict());
  }

  /** All nestings say the same then: only the difference of the gradient contradicts them. */
  @Test
  void aSlopeThatIsConstantOnBothPagesIsSeen() {
    assertEquals(Verdict.DISAGREES, check(new DetachedSlope(true, true)).verdict());
  }

  private static Comparison againstDifferences(DetachedSlope sin) {
    return SecondOrder.againstDifferences(sin.sumOfSquares(), AT, RandomTensors.seeded(6));
  }

  @Test
  void theDifferencesOfTheGradientAgreeWithARightRule() {
    for (long seed = 0; seed < 20; seed++) {
      Comparison right =
          SecondOrder.againstDifferences(
              SampleFormulas.SMOOTH, SampleFormulas.smoothPoint(seed), RandomTensors.seeded(seed));
      assertEquals(Verdict.AGREES, right.verdict(), right::toString);
    }
    Comparison own = againstDifferences(new DetachedSlope(false, false));
    assertEquals(Verdict.AGREES, own.verdict(), own::toString);
  }

  @Test
  void theDifferencesOfTheGradientContradictAConstantSlope() {
    Comparison reverse = againstDifferences(new DetachedSlope(true, false));
    assertEquals(Verdict.DISAGREES, reverse.verdict(), reverse::toString);
    Comparison both = againstDifferences(new DetachedSlope(true, true));
    assertEquals(Verdict.DISAGREES, both.verdict(), both::toString);
  }
}
