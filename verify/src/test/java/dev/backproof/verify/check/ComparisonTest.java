package dev.backproof.verify.check;

import static dev.backproof.verify.check.Verdict.AGREES;
import static dev.backproof.verify.check.Verdict.DISAGREES;
import static dev.backproof.verify.check.Verdict.NOT_CHECKABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static Comparison of(Verdict verdict, double reached, int entries) {
    Optional<String> detail =
        verdict == AGREES ? Optional.empty() : Optional.of(verdict + " " + reached);
    return new Comparison(Witness.GRAPH, verdict, Bound.ROUNDING, reached, entries, detail);
  }

  @Test
  void aDisagreementOutweighsAll() {
    for (Verdict other : Verdict.values()) {
      assertEquals(DISAGREES, DISAGREES.and(other));
      assertEquals(DISAGREES, other.and(DISAGREES));
    }
  }

  @Test
  void whatWasCheckedOutweighsWhatCouldNotBe() {
    assertEquals(AGREES, AGREES.and(NOT_CHECKABLE));
    assertEquals(AGREES, NOT_CHECKABLE.and(AGREES));
    assertEquals(AGREES, AGREES.and(AGREES));
    assertEquals(NOT_CHECKABLE, NOT_CHECKABLE.and(NOT_CHECKABLE));
  }

  @Test
  void mergingKeepsTheLargerErrorAndAddsTheEntries() {
    assertEquals(of(AGREES, 3, 7), of(AGREES, 3, 2).and(of(AGREES, 1, 5)));
  }

  @Test
  void mergingKeepsTheDetailOfTheDisagreement() {
    assertEquals(of(DISAGREES, 40, 7), of(AGREES, 3, 2).and(of(DISAGREES, 40, 5)));
    assertEquals(of(DISAGREES, 40, 7), of(DISAGREES, 40, 5).and(of(AGREES, 3, 2)));
    assertEquals(
        "DISAGREES 40.0", of(NOT_CHECKABLE, 0, 0).and(of(DISAGREES, 40, 5)).detail().orElseThrow());
    assertEquals(
        "DISAGREES 40.0",
        of(DISAGREES, 40, 5).and(of(DISAGREES, 50, 5)).detail().orElseThrow(),
        "the first, which was drawn at the smaller size");
  }

  @Test
  void whatCouldNotBeCheckedAddsNoEntry() {
    Comparison none = Comparison.notCheckable(Witness.GRAPH, Bound.ROUNDING, "a kink");
    assertEquals(0, none.entries());
    assertEquals(of(AGREES, 3, 2), none.and(of(AGREES, 3, 2)));
    assertEquals(none, none.and(none));
  }

  @Test
  void agreementOnNothingIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> of(AGREES, 0, 0));
  }

  @Test
  void differentWitnessesAreNotMerged() {
    Comparison other = Comparison.notCheckable(Witness.FORWARD, Bound.ROUNDING, "a kink");
    assertThrows(IllegalArgumentException.class, () -> of(AGREES, 0, 1).and(other));
  }
}
