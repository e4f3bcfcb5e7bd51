package dev.backproof.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A term with a bound index, {@code %0}, in a message is no format. */
class RefusalTest {
  @Test
  void aPointWhereASumIsNotWhatIsAssumedIsRefusedInWords() {
    Term sum = Term.binder(Term.Kind.SUM, "n", Term.entry("x", Term.bound(0)));
    Statement statement =
        new Statement(
            new Declarations().size("n").tensor("x", "n"),
            List.of(Hypothesis.equation(List.of(), sum, Term.ONE)),
            sum,
            Term.ZERO,
            false);
    Point point = new Point(Map.of("n", 1), Map.of("x", List.of(Rational.of(2))), Map.of());
    Refusal refusal = assertThrows(Refusal.class, () -> Refutation.check(statement, point));
    assertTrue(String.valueOf(refusal.getMessage()).contains("x[%0]"), refusal::getMessage);
  }

  @Test
  void partsAreWrittenIntoTheMessage() {
    Refusal refusal = assertThrows(Refusal.class, () -> Refusal.unless(false, "%s of %s", 1, "n"));
    assertEquals("1 of n", refusal.getMessage());
  }
}
