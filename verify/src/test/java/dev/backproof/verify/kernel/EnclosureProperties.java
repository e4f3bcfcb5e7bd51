package dev.backproof.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;

/** An enclosure contains the value in sixty digits, and is narrow. */
class EnclosureProperties {
  private static final int TRIES = 6000;

  private int compared;
  private int narrow;
  private int exact;

  @Property(tries = TRIES, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void theValueIsInTheEnclosure(@ForAll long seed) {
    Random random = new Random(seed);
    Term term = new RandomTerms(random).closed(4);
    Point point = RandomPoints.of(Letters.declared(), random);
    Interval enclosure;
    BigDecimal value;
    try {
      enclosure = new Enclosure(Letters.declared(), point).of(term);
      value = new DecimalEvaluator(Letters.declared(), point).of(term, List.of());
    } catch (Undefined | DecimalEvaluator.Undecided e) {
      return;
    }
    BigDecimal slack =
        value.abs().max(BigDecimal.ONE).multiply(new BigDecimal("1e-35"), DecimalEvaluator.FINE);
    BigDecimal low = DecimalEvaluator.low(enclosure);
    BigDecimal high = DecimalEvaluator.high(enclosure);
    assertTrue(
        low.compareTo(value.add(slack)) <= 0 && high.compareTo(value.subtract(slack)) >= 0,
        () -> term + " is " + value + ", not in " + enclosure + " at " + point);
    compared++;
    BigDecimal width = high.subtract(low);
    narrow +=
        width.compareTo(value.abs().max(BigDecimal.ONE).multiply(new BigDecimal("1e-12"))) <= 0
            ? 1
            : 0;
    exact += enclosure.isPoint() ? 1 : 0;
  }

  /** An interval of everything would contain every value. */
  @AfterProperty
  void mostAreNarrow() {
    assertTrue(compared > TRIES * 3 / 5, () -> "only " + compared + " compared");
    assertTrue(narrow > compared * 95 / 100, () -> narrow + " narrow ones of " + compared);
    assertTrue(exact > compared / 4, () -> exact + " exact ones of " + compared);
  }
}
