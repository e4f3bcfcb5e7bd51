package dev.backproof.verify.cli;

import dev.backproof.core.RandomTensors;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.ClaimResult;
import dev.backproof.verify.notes.NotesCheck;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.notes.NotesEngine;
import dev.backproof.verify.notes.TrainingCheck;
import dev.backproof.verify.notes.TrainingResult;
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
import java.nio.file.Path;
import java.util.List;

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
    terminal.talk().println("Every number: " + file);
    terminal.talk().println("Every theorem: " + output.resolve("theorems.txt"));
    terminal.talk().println("To check the proofs again: backproof replay " + certificates);
    return exitCode(report);
  }

  static int exitCode(NotesReport report) {
    return report.agrees() ? ProofJob.exitCode(report.proofs().verdict()) : DISAGREES;
  }

  private NotesReport check(Terminal terminal) {
    List<Claim> claims = NotesClaims.all();
    List<Proposition> propositions = Catalogue.all();
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
    int steps = claims.size() + training.steps() + propositions.size();
    try (Progress progress = Progress.of(terminal, steps)) {
      List<ClaimResult> results =
          check.run(claims, result -> progress.step("claim " + result.claim().id()));
      List<Decided> theorems =
          ProofJob.decide(
              propositions,
              new Decider(Prover.BUDGET, Decider.TRIALS, seed, false),
              proposition -> progress.step("proof " + proposition.subject()));
      List<Comparison> engine = NotesEngine.check(RandomTensors.seeded(seed));
      TrainingResult trained = training.run(step -> progress.step("training"));
      return new NotesReport(seed, results, engine, trained, new ProofReport(theorems, results));
    }
  }
}
