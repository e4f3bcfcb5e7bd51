package dev.backproof.verify.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WrongRulesTest {
  /**
   * At one of three points, since a fault may not show at one: an axis taken for the other where
   * all maxima lie on the diagonal.
   */
  @Test
  void everyWrongRuleIsRejectedByTheCheckThatMustNotice() {
    List<WrongRule> all = WrongRules.all();
    List<String> accepted = new ArrayList<>();
    for (WrongRule wrong : all) {
      if (LongStream.rangeClosed(1, 3).allMatch(seed -> wrong.complaint(seed).isEmpty())) {
        accepted.add(wrong.toString());
      }
    }
    assertEquals(List.of(), accepted);
    assertTrue(all.size() > 1700, "the registry lost rules: " + all.size());
  }

  @Test
  void everyRightRuleIsAcceptedOverAThousandSeeds() {
    for (Example example : Example.all()) {
      for (long seed = 0; seed < 1000; seed++) {
        accept(example.formula(), example.point(seed), seed, seed % 50 == 0);
      }
    }
  }

  @Test
  void theDerivativeOfEveryRightRuleIsAccepted() {
    for (Example example : Example.all()) {
      for (long seed = 0; seed < 20; seed++) {
        for (int which = 0; which < example.op().arity(); which++) {
          if (example.op().flows(which)) {
            Formula pullback = Derivative.pullback(Pages.RIGHT.vjp(), example.formula(), which);
            accept(pullback, WrongRules.withCotangent(example, seed), seed, seed % 10 == 0);
          }
        }
        Formula pushforward = Derivative.pushforward(Pages.RIGHT.jvp(), example.formula());
        accept(pushforward, WrongRules.withTangents(example, seed), seed, seed % 10 == 0);
      }
    }
  }

  private static void accept(Formula f, List<DenseTensor> at, long seed, boolean differences) {
    for (RuleCheck check : RuleCheck.values()) {
      if (check != RuleCheck.DIFFERENCES || differences) {
        var complaint = check.complaint(Pages.RIGHT, f, at, seed);
        assertTrue(
            complaint.isEmpty(), () -> check + " of " + f + " at seed " + seed + ": " + complaint);
      }
    }
  }
}
