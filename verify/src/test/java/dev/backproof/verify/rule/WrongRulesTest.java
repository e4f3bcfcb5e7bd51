package dev.backproof.verify.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Attribute;
import dev.backproof.core.Attribute.None;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
  void everyPrimitiveThatADerivativeFlowsThroughHasAnExample() {
    Set<Primitive> examples = EnumSet.noneOf(Primitive.class);
    Example.all().forEach(example -> examples.add(example.op().primitive()));
    Set<Primitive> missing = EnumSet.allOf(Primitive.class);
    missing.removeIf(WrongRulesTest::isConstant);
    missing.removeAll(examples);
    // a user's operation brings its rules along, and its tests
    missing.remove(Primitive.CUSTOM);
    assertEquals(Set.of(), missing, "add an example to Example.all()");
  }

  private static boolean isConstant(Primitive primitive) {
    Attribute attribute = primitive == Primitive.MAP ? Elementary.EXP : None.NONE;
    Op op = new Op(primitive, attribute);
    return primitive != Primitive.CUSTOM && !op.flows(0) && !op.flows(1);
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
