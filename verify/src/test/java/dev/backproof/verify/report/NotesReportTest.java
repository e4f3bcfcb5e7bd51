package dev.backproof.verify.report;

import static dev.backproof.verify.check.Verdict.AGREES;
import static dev.backproof.verify.check.Verdict.DISAGREES;
import static dev.backproof.verify.check.Verdict.NOT_CHECKABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NotesReportTest {
  @Test
  void thereIsOneVerdictForEachClaimEachLawAndTheTraining() {
    assertEquals(
        List.of(AGREES, NOT_CHECKABLE, AGREES, AGREES, DISAGREES, NOT_CHECKABLE),
        SampleReport.of(NOT_CHECKABLE, DISAGREES, NOT_CHECKABLE).verdicts());
  }

  @Test
  void oneDisagreementAnywhereIsEnough() {
    assertFalse(SampleReport.of(DISAGREES, AGREES, AGREES).agrees());
    assertFalse(SampleReport.of(AGREES, DISAGREES, AGREES).agrees());
    assertFalse(SampleReport.of(AGREES, AGREES, DISAGREES).agrees());
  }

  @Test
  void whatCouldNotBeCheckedIsNoDisagreement() {
    assertTrue(SampleReport.of(AGREES, AGREES, AGREES).agrees());
    assertTrue(SampleReport.of(NOT_CHECKABLE, NOT_CHECKABLE, NOT_CHECKABLE).agrees());
  }
}
