package dev.backproof.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {
  /** The bound index is written %0, which is no place for a part of the message. */
  @Test
  void aTermWithABoundIndexCanBeNamed() {
    Declarations letters = new Declarations().size("n").tensor("q", "n");
    Term sum = Term.binder(Term.Kind.SUM, "n", Term.entry("q", Term.bound(0)));
    Hypothesis one = Hypothesis.equation(List.of(), sum, Term.ONE);
    Statement statement = new Statement(letters, List.of(one), sum, Term.number(2), false);
    Point point = new Point(Map.of("n", 1), Map.of("q", List.of(Rational.of(2))), Map.of());
    Refusal refusal = assertThrows(Refusal.class, () -> Refutation.check(statement, point));
    assertTrue(refusal.getMessage().contains("q[%0]"), refusal::getMessage);
  }

  @Test
  void partsAreWrittenIntoTheMessage() {
    Refusal refusal = assertThrows(Refusal.class, () -> Refusal.unless(false, "%s of %s", 1, "n"));
    assertEquals("1 of n", refusal.getMessage());
  }
}
