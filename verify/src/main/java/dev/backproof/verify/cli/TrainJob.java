package dev.backproof.verify.cli;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.data.Dataset;
import dev.backproof.mlp.data.NamedData;
import dev.backproof.mlp.data.Split;
import dev.backproof.mlp.data.Standardizer;
import dev.backproof.mlp.model.Model;
import dev.backproof.mlp.model.ModelFormat;
import dev.backproof.mlp.train.Checkpoint;
import dev.backproof.mlp.train.Epoch;
import dev.backproof.mlp.train.TrainingRun;
import dev.backproof.mlp.train.TrainingSettings;
import dev.backproof.mlp.train.TrainingState;
import dev.backproof.verify.check.DeepGradientCheck;
import dev.backproof.verify.training.CheckedEpoch;
import dev.backproof.verify.training.TrainingJson;
import dev.backproof.verify.training.TrainingPage;
import dev.backproof.verify.training.TrainingReport;
import dev.backproof.verify.training.TrainingText;
import dev.backproof.verify.training.Wording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A training from the data to the page. */
final class TrainJob {
  private static final int DISAGREES = 1;

  /** The examples a gradient is checked on: enough for a batch, few enough for a kink to be far. */
  private static final int CHECKED = 4;

  /** The lines of talk where nobody watches a bar. */
  private static final int LINES = 10;

  /**
   * How it is gone about, none of which changes the parameters that come out.
   *
   * @param checkEvery epochs between two gradient checks
   * @param resume whether to go on from a checkpoint
   * @param checkpoint seconds between two checkpoints
   * @param format of what is printed
   */
  record Manner(int checkEvery, boolean resume, double checkpoint, ResultFormat format) {}

  private final TrainingSettings settings;
  private final NamedData data;
  private final Split split;
  private final Optional<Standardizer> standardizer;
  private final Split seen;
  private final Checkpoint checkpoints;
  private final Manner manner;
  private final Path folder;
  private final Terminal talk;
  private final List<CheckedEpoch> checks = new ArrayList<>();
  private long saved = System.nanoTime();

  /** The epochs that the last checkpoint has finished; read when the process is interrupted. */
  private volatile int kept;

  /**
   * A job.
   *
   * @param split the data, divided
   * @param standardise whether the inputs are brought to mean 0 and deviation 1
   * @param folder where everything goes
   * @param talk where progress is shown
   */
  TrainJob(
      TrainingSettings settings,
      NamedData data,
      Split split,
      boolean standardise,
      Manner manner,
      Path folder,
      Terminal talk) {
    this.settings = settings;
    this.data = data;
    this.split = split;
    this.manner = manner;
    this.folder = folder;
    this.talk = talk;
    standardizer = standardise ? Optional.of(Standardizer.fit(split.training())) : Optional.empty();
    seen = new Split(seen(split.training()), split.validation().map(this::seen));
    checkpoints = new Checkpoint(settings, seen);
  }

  private Dataset seen(Dataset part) {
    return standardizer.map(s -> s.apply(part)).orElse(part);
  }

  private Path checkpoint() {
    return folder.resolve("checkpoint.npz");
  }

  /** Trains, writes the files, prints the result. */
  int run(Terminal terminal) {
    List<String> names = List.of("training.html", "model.json", "model.npz");
    names.forEach(name -> prepare(folder.resolve(name)));
    prepare(checkpoint());
    TrainingRun run = begin();
    kept = run.state().epoch();
    train(run);
    TrainingReport report = report(run);
    ReportFile.write(folder.resolve("training.html"), TrainingPage.format(report));
    ReportFile.write(folder.resolve("model.json"), ModelFormat.json(report.model()));
    ReportFile.write(folder.resolve("model.npz"), ModelFormat.npz(report.model()));
    terminal
        .results()
        .print(
            switch (manner.format()) {
              case TEXT -> text(report);
              case JSON -> TrainingJson.format(report);
            });
    return report.agrees() ? 0 : DISAGREES;
  }

  /** A process may have been killed while it tried, or wrote, any of the files. */
  private static void prepare(Path file) {
    ReportFile.prepare(file);
    ReportFile.deleteLeftOvers(file);
  }

  private TrainingRun begin() {
    if (manner.resume() && Files.exists(checkpoint())) {
      String file = checkpoint().toString();
      Checkpoint.Saved found = checkpoints.read(file, new InputFile(file).bytes());
      checks.addAll(TrainingJson.readChecks(found.note()));
      TrainingState state = found.state();
      talk.talk().println("Going on from " + file + ", after epoch " + state.epoch());
      return new TrainingRun(settings, seen, state);
    }
    if (manner.resume()) {
      talk.talk().println("No checkpoint in " + folder + " yet: beginning anew");
    }
    TrainingRun run = new TrainingRun(settings, seen);
    check(run);
    // One of another training must not be gone on from.
    save(run);
    return run;
  }

  private void train(TrainingRun run) {
    int every = Math.max(1, settings.epochs() / LINES);
    Thread farewell = new Thread(this::sayInterrupted, "farewell");
    Runtime.getRuntime().addShutdownHook(farewell);
    try (Progress progress = Progress.of(talk, run.steps(), run.stepsTaken())) {
      while (!run.isFinished()) {
        double loss = run.step();
        progress.step("loss " + Wording.number(loss));
        if (run.isBetweenEpochs()) {
          epochIsOver(run, every);
        }
        if (System.nanoTime() - saved >= manner.checkpoint() * 1e9) {
          save(run);
        }
      }
    } finally {
      forget(farewell);
    }
    save(run);
  }

  private void sayInterrupted() {
    talk.talk().println("interrupted after epoch " + kept + "; --resume goes on");
  }

  private static void forget(Thread farewell) {
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException alreadyEnding) {
      // Interrupted at the very end: it has been said.
    }
  }

  private void epochIsOver(TrainingRun run, int every) {
    Epoch epoch = run.history().get(run.history().size() - 1);
    if (epoch.number() % manner.checkEvery() == 0 || run.isFinished()) {
      check(run);
    }
    if (!talk.interactive() && epoch.number() % every == 0) {
      talk.talk()
          .println(
              "epoch "
                  + epoch.number()
                  + " of "
                  + settings.epochs()
                  + ": loss "
                  + Wording.number(epoch.loss())
                  + ", "
                  + judged()
                  + " "
                  + Wording.number(epoch.judgedLoss())
                  + ", accuracy "
                  + Wording.percent(epoch.accuracy()));
    }
  }

  private String judged() {
    return split.validation().isPresent() ? "kept back" : "after it";
  }

  private void check(TrainingRun run) {
    Dataset few = seen.training().range(0, Math.min(CHECKED, seen.training().size()));
    DeepGradientCheck check =
        new DeepGradientCheck(settings.network(), few.examples(), few.labels());
    DeepParameters<DenseTensor> parameters = run.state().parameters();
    int epoch = run.history().size();
    checks.add(
        new CheckedEpoch(
            epoch,
            check.graph(parameters),
            check.differences(parameters, settings.seed() + epoch)));
  }

  private void save(TrainingRun run) {
    ReportFile.write(
        checkpoint(), checkpoints.write(run.state(), TrainingJson.checks(checks).toString()));
    saved = System.nanoTime();
    kept = run.state().epoch();
  }

  private TrainingReport report(TrainingRun run) {
    Model model =
        new Model(
            settings.network(),
            run.result(),
            data.inputs(),
            data.classes(),
            data.labelColumn(),
            standardizer,
            data.pictures());
    return new TrainingReport(
        data,
        split,
        settings,
        model,
        run.history(),
        run.state().best().map(TrainingState.Best::epoch),
        run.stoppedEarly(),
        checks);
  }

  private String text(TrainingReport report) {
    return TrainingText.format(report)
        + TrainingText.line("page", folder.resolve("training.html").toString())
        + TrainingText.line(
            "model",
            folder.resolve("model.json") + " (for NumPy: " + folder.resolve("model.npz") + ")");
  }
}
