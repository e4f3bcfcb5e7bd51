package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.KinkTable;
import dev.backproof.autodiff.rule.VjpRules;
import org.junit.jupiter.api.Test;

class KinkPolicyTest {
  @Test
  void bothPagesGiveTheTable() {
    Comparison right = KinkPolicy.check(VjpRules.PAGE, JvpRules.PAGE);
    assertEquals(Verdict.AGREES, right.verdict(), right::toString);
    assertEquals(2 * KinkTable.ROWS.size(), right.entries());
  }

  @Test
  void anotherTieRuleInReverseModeIsNamed() {
    Comparison wrong = KinkPolicy.check(new WrongPages.WholeTiesVjp(), JvpRules.PAGE);
    assertEquals(Verdict.DISAGREES, wrong.verdict());
    assertEquals(
        "∂max(a, b)/∂a at a = b: reverse mode has 1.0, the table 0.5",
        wrong.detail().orElseThrow());
    assertEquals(3, wrong.reached(), "both operands, and maximum(z, 0)");
  }

  @Test
  void anotherTieRuleInForwardModeIsNamed() {
    Comparison wrong = KinkPolicy.check(VjpRules.PAGE, new WrongPages.WholeTiesJvp());
    assertEquals(Verdict.DISAGREES, wrong.verdict());
    assertTrue(wrong.detail().orElseThrow().contains("forward mode has 1.0"), wrong::toString);
  }

  /** The same in both modes is the same convention, but not the one of the table. */
  @Test
  void anotherTieRuleInBothModesIsSeen() {
    Comparison wrong =
        KinkPolicy.check(new WrongPages.WholeTiesVjp(), new WrongPages.WholeTiesJvp());
    assertEquals(6, wrong.reached());
  }
}
