package dev.backproof.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Reporter;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterProperty;

/** No rule makes a wrong theorem, whatever it is called with. */
class RuleFuzzProperties {
  private static final int TRIES = 360;

  /** Kernels in each try: over 100,000 theorems in all, or over a million, or a glance. */
  private static final int KERNELS =
      Boolean.getBoolean("backproof.large") ? 100 : Boolean.getBoolean("backproof.small") ? 1 : 10;

  private static final int FEWEST_THEOREMS = 28 * TRIES * KERNELS;

  /** Of each rule, so that none escapes: a tenth of a per cent. */
  private static final int FEWEST_OF_A_RULE = FEWEST_THEOREMS / 1000;

  private final RuleFuzz fuzz = new RuleFuzz();

  @Property(
      tries = TRIES,
      seed = "1",
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF)
  void noTheoremIsWrong(@ForAll @LongRange(min = 1, max = 1L << 40) long seed) {
    for (int kernel = 0; kernel < KERNELS; kernel++) {
      fuzz.run(seed + kernel);
    }
    assertEquals(List.of(), fuzz.wrong());
  }

  /** A fuzz that refuses everything would find nothing. */
  @AfterProperty
  void everyRuleMadeTheorems(Reporter reporter) {
    Map<Rule, Integer> theorems = fuzz.theorems();
    reporter.publishValue(
        "theorems evaluated", fuzz.evaluated() + ", wrong " + fuzz.wrong().size());
    assertTrue(fuzz.evaluated() >= FEWEST_THEOREMS, () -> "only " + fuzz.evaluated());
    for (Rule rule : Rule.values()) {
      assertTrue(
          theorems.getOrDefault(rule, 0) >= FEWEST_OF_A_RULE,
          () -> rule + " made only " + theorems.getOrDefault(rule, 0) + " of " + theorems);
    }
  }
}
