package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Primitive;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingLawsTest {
  private static Comparison check(VjpRules rules) {
    return ScalingLaws.check(
        rules, SampleFormulas.SMOOTH, SampleFormulas.smoothPoint(4), 2, RandomTensors.seeded(4));
  }

  @Test
  void thePageScalesBitByBit() {
    Comparison right = check(VjpRules.PAGE);
    assertEquals(Verdict.AGREES, right.verdict(), right::toString);
    assertEquals(6 * (3 * 2 + 2), right.entries(), "six factors, eight entries");
  }

  @Test
  void aRuleThatAddsAConstantIsSeen() {
    Comparison wrong = check(new WrongPages.ShiftedVjp(Primitive.MATMUL));
    assertEquals(Verdict.DISAGREES, wrong.verdict());
    assertTrue(wrong.detail().orElseThrow().contains("cotangent times 2.0"), wrong::toString);
  }

  /** What the law does not see, and other witnesses do. */
  @Test
  void aRuleOffByAFactorScalesAsWell() {
    assertEquals(Verdict.AGREES, check(new WrongPages.ScaledVjp(Primitive.MATMUL, 2)).verdict());
  }

  @Test
  void noEntryIsNoAgreement() {
    Comparison none =
        ScalingLaws.check(
            VjpRules.PAGE,
            SampleFormulas.sumOf(Elementary.TANH),
            List.of(DenseTensor.full(Shape.of(0), 0)),
            1,
            RandomTensors.seeded(3));
    assertEquals(Verdict.NOT_CHECKABLE, none.verdict());
  }
}
