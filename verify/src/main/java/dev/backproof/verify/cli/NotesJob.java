package dev.backproof.verify.cli;

import dev.backproof.core.RandomTensors;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.derivation.Lecture;
import dev.backproof.verify.derivation.NotesDerivations;
import dev.backproof.verify.derivation.ProvedLecture;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.ClaimResult;
import dev.backproof.verify.notes.NotesCheck;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.notes.NotesEngine;
import dev.backproof.verify.notes.TrainingCheck;
import dev.backproof.verify.notes.TrainingResult;
import dev.backproof.verify.notes.WrongClaim;
import dev.backproof.verify.notes.WrongClaims;
import dev.backproof.verify.page.notes.NotesPage;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Prover;
import dev.backproof.verify.report.NotesJson;
import dev.backproof.verify.report.NotesReport;
import dev.backproof.verify.report.NotesTable;
import dev.backproof.verify.report.ProofJson;
import dev.backproof.verify.report.ProofReport;
import dev.backproof.verify.report.ProofTable;
import dev.backproof.verify.theorem.Catalogue;
import dev.backproof.verify.theorem.Decided;
import dev.backproof.verify.theorem.Proposition;
import dev.backproof.verify.theorem.WrongTheorems;
import dev.backproof.verify.theorem.WrongVerdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The main job: every claim of the notes, by numbers and by proof, the laws of the engine, and a
 * short training with both sources of gradients.
 *
 * @param output the folder the report is written to
 * @param seed where everything random comes from
 * @param quick whether fewer sizes and steps will do
 */
record NotesJob(Path output, long seed, boolean quick) {
  private static final int DISAGREES = 1;

  int run(Terminal terminal) {
    Path file = output.resolve("notes.json");
    Path certificates = output.resolve("certificates");
    ReportFile.prepare(file);
    NotesReport report = check(terminal);
    terminal.results().print(NotesTable.format(report));
    ReportFile.write(file, NotesJson.format(report));
    ReportFile.write(output.resolve("proofs.json"), ProofJson.format(report.proofs(), true, false));
    ReportFile.write(
        output.resolve("theorems.txt"), ProofTable.theorems(report.proofs().theorems(), true));
    ProofJob.writeCertificates(certificates, report.proofs());
    Path page = output.resolve("notes.html");
    ReportFile.write(page, NotesPage.of(report));
    terminal.talk().println("Every number: " + file);
    terminal.talk().println("Every theorem: " + output.resolve("theorems.txt"));
    terminal.talk().println("To check the proofs again: backproof replay " + certificates);
    terminal.talk().println("To read, claim by claim: " + page);
    return exitCode(report);
  }

  static int exitCode(NotesReport report) {
    return report.agrees() ? ProofJob.exitCode(report.proofs().verdict()) : DISAGREES;
  }

  private NotesReport check(Terminal terminal) {
    List<Claim> claims = NotesClaims.all();
    List<Proposition> propositions = Catalogue.all();
    List<WrongClaim> wrong = WrongClaims.all();
    Decider decider = new Decider(Prover.BUDGET, Decider.TRIALS, seed, false);
    NotesCheck check = quick ? NotesCheck.quick(seed) : NotesCheck.full(seed);
    TrainingCheck training = quick ? TrainingCheck.quick(seed) : TrainingCheck.full(seed);
    terminal
        .talk()
        .println(
            "Checking "
                + claims.size()
                + " claims, proving "
                + propositions.size()
                + " theorems, seed "
                + seed);
    int steps = 2 * claims.size() + training.steps() + propositions.size() + wrong.size();
    try (Progress progress = Progress.of(terminal, steps)) {
      List<ClaimResult> results =
          check.run(claims, result -> progress.step("claim " + result.claim().id()));
      List<Decided> theorems =
          ProofJob.decide(
              propositions,
              decider,
              proposition -> progress.step("proof " + proposition.subject()));
      List<Comparison> engine = NotesEngine.check(RandomTensors.seeded(seed));
      TrainingResult trained = training.run(step -> progress.step("training"));
      ProofReport proofs = new ProofReport(theorems, results);
      Map<String, ProvedLecture> derivations =
          derivations(claims, proofs, id -> progress.step("derivation " + id));
      List<WrongVerdict> caught = new ArrayList<>();
      for (WrongClaim claim : wrong) {
        caught.add(WrongTheorems.decide(claim, decider));
        progress.step("wrong version " + claim.id());
      }
      return new NotesReport(seed, results, engine, trained, proofs, derivations, caught);
    }
  }

  /** Those of all claims that have one; a matrix form shares that of the claim before it. */
  private static Map<String, ProvedLecture> derivations(
      List<Claim> claims, ProofReport proofs, Consumer<String> done) {
    Map<String, ProvedLecture> derivations = new LinkedHashMap<>();
    for (Claim claim : claims) {
      NotesDerivations.derivedIn(claim.id())
          .map(derivations::get)
          .or(() -> derivation(claim, proofs))
          .ifPresent(proved -> derivations.put(claim.id(), proved));
      done.accept(claim.id());
    }
    return derivations;
  }

  /** The lecture of the notes, or what the certificates say. */
  private static Optional<ProvedLecture> derivation(Claim claim, ProofReport proofs) {
    return NotesDerivations.find(claim.id())
        .or(() -> ProofJob.readOff(claim.id(), proofs.of(claim.id())).map(Lecture::prove));
  }
}
