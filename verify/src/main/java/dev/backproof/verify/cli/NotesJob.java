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
import dev.backproof.verify.report.NotesJson;
import dev.backproof.verify.report.NotesReport;
import dev.backproof.verify.report.NotesTable;
import java.nio.file.Path;
import java.util.List;

/**
 * The main job: every claim of the notes, the laws of the engine, and a short training with both
 * sources of gradients.
 *
 * @param output the folder the report is written to
 * @param seed where everything random comes from
 * @param quick whether fewer sizes and steps will do
 */
record NotesJob(Path output, long seed, boolean quick) {
  private static final int AGREES = 0;
  private static final int DISAGREES = 1;

  int run(Terminal terminal) {
    Path file = output.resolve("notes.json");
    ReportFile.prepare(file);
    NotesReport report = check(terminal);
    terminal.results().print(NotesTable.format(report));
    ReportFile.write(file, NotesJson.format(report));
    terminal.talk().println("Every number: " + file);
    return exitCode(report);
  }

  static int exitCode(NotesReport report) {
    return report.agrees() ? AGREES : DISAGREES;
  }

  private NotesReport check(Terminal terminal) {
    List<Claim> claims = NotesClaims.all();
    NotesCheck check = quick ? NotesCheck.quick(seed) : NotesCheck.full(seed);
    TrainingCheck training = quick ? TrainingCheck.quick(seed) : TrainingCheck.full(seed);
    terminal.talk().println("Checking " + claims.size() + " claims, seed " + seed);
    try (Progress progress = Progress.of(terminal, claims.size() + training.steps())) {
      List<ClaimResult> results =
          check.run(claims, result -> progress.step("claim " + result.claim().id()));
      List<Comparison> engine = NotesEngine.check(RandomTensors.seeded(seed));
      TrainingResult trained = training.run(step -> progress.step("training"));
      return new NotesReport(seed, results, engine, trained);
    }
  }
}
