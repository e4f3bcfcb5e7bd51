package dev.backproof.verify.report;

import static dev.backproof.verify.check.Verdict.AGREES;
import static dev.backproof.verify.check.Verdict.DISAGREES;
import static dev.backproof.verify.check.Verdict.NOT_CHECKABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.notes.WrongClaim;
import dev.backproof.verify.notes.WrongClaims;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.theorem.WrongTheorems;
import dev.backproof.verify.theorem.WrongVerdict;
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
  void oneWrongVersionThatIsNotCaughtIsEnough() {
    WrongClaim wrong = WrongClaims.find("r5").orElseThrow();
    WrongClaim right =
        new WrongClaim("r0", wrong.claim(), "right", "right", "none", wrong.right(), wrong.right());
    WrongVerdict caught = WrongTheorems.decide(wrong, Decider.USUAL);
    WrongVerdict missed = WrongTheorems.decide(right, Decider.USUAL);
    assertTrue(SampleReport.withWrong(List.of(caught)).agrees());
    NotesReport report = SampleReport.withWrong(List.of(caught, missed));
    assertFalse(report.agrees());
    assertEquals(List.of(missed), report.missed());
    String table = NotesTable.format(report);
    assertTrue(table.contains("\nNOT REFUTED r0 right (none)\n"), table);
    assertTrue(table.contains("\n2 wrong versions: 1 REFUTED, 0 MALFORMED, 0 refuted at"), table);
  }

  @Test
  void whatCouldNotBeCheckedIsNoDisagreement() {
    assertTrue(SampleReport.of(AGREES, AGREES, AGREES).agrees());
    assertTrue(SampleReport.of(NOT_CHECKABLE, NOT_CHECKABLE, NOT_CHECKABLE).agrees());
  }
}
