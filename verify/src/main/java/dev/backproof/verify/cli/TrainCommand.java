package dev.backproof.verify.cli;

import dev.backproof.core.Elementary;
import dev.backproof.mlp.data.NamedData;
import dev.backproof.mlp.data.Split;
import dev.backproof.mlp.train.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a network, and shows how that went. */
@Command(
    name = "train",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Trains a network on data that is generated or read: softmax and cross-entropy behind any"
            + " number of hidden layers. Writes a page with learning curves, decision regions, the"
            + " table of confusions, the worst mistakes and gradient checks, and the model. It can"
            + " be interrupted at any moment; --resume goes on, to the same result.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:trained",
      "1:the loss is no longer a number, or a gradient check disagrees",
      "2:the command line is wrong",
      "5:a file cannot be read or written, or something is wrong with the data",
      "70:an internal error",
      "130:interrupted"
    })
final class TrainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--hidden",
      paramLabel = "N,N,…",
      description = "Units of each hidden layer; none for none (default: ${DEFAULT-VALUE}).")
  private HiddenLayers hidden = new HiddenLayers(List.of(16));

  @Option(
      names = "--activation",
      paramLabel = "NAME",
      description = "rect, tanh, sigmoid, softplus, abs, sin, erf (default: ${DEFAULT-VALUE}).")
  private Elementary activation = Elementary.RECT;

  @Option(
      names = "--gradient",
      paramLabel = "SOURCE",
      description = "closed-form or graph (default: ${DEFAULT-VALUE}).")
  private GradientWord gradient = GradientWord.CLOSED_FORM;

  @Option(
      names = "--eta",
      paramLabel = "X",
      description = "The step size η (default: ${DEFAULT-VALUE}).")
  private double eta = 0.1;

  @Option(
      names = "--momentum",
      paramLabel = "X",
      description = "The share of the velocity that stays, in [0, 1) (default: ${DEFAULT-VALUE}).")
  private double momentum = 0.9;

  @Option(names = "--l1", paramLabel = "X", description = "The elastic net's λ1 (default: 0).")
  private double l1 = 0;

  @Option(names = "--l2", paramLabel = "X", description = "The elastic net's λ2 (default: 0).")
  private double l2 = 0;

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "Examples of a step (default: ${DEFAULT-VALUE}).")
  private int batch = 32;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "How often each example is used (default: ${DEFAULT-VALUE}).")
  private int epochs = 100;

  @Option(
      names = "--validation",
      paramLabel = "X",
      description = "The share of examples that is kept back (default: ${DEFAULT-VALUE}).")
  private double validation = 0.2;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description =
          "Stops after so many epochs without a smaller loss of those kept back, and takes the"
              + " best (default: goes on).")
  private Optional<Integer> patience = Optional.empty();

  @Option(
      names = "--raw",
      description = "Leaves the columns of a CSV file as they are (else mean 0, deviation 1).")
  private boolean raw;

  @Option(
      names = "--check-every",
      paramLabel = "N",
      description = "Epochs between two gradient checks (default: a fifth of all).")
  private Optional<Integer> checkEvery = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Where data, split, first weights and batches come from (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--resume",
      description = "Goes on from the checkpoint in the folder of the output, if there is one.")
  private boolean resume;

  @Option(
      names = "--checkpoint",
      paramLabel = "SECONDS",
      description = "Between two checkpoints, 0 for one each step (default: ${DEFAULT-VALUE}).")
  private double checkpoint = 1;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where page, model and checkpoint go (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("backproof-training");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What is printed in the end: text, json (default: ${DEFAULT-VALUE}).")
  private ResultFormat format = ResultFormat.TEXT;

  @Option(names = "--quiet", description = "Results only: no progress, no talk.")
  private boolean quiet;

  TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    TrainingSettings settings;
    NamedData read;
    Split split;
    try {
      settings =
          new TrainingSettings(
              hidden.widths(),
              activation,
              gradient.gradient(),
              eta,
              momentum,
              l1,
              l2,
              batch,
              epochs,
              patience.orElse(0),
              seed);
      read = data.read(seed);
      split = Split.of(read.dataset(), validation, seed);
      if (patience.isPresent() && split.validation().isEmpty()) {
        throw new IllegalArgumentException(
            "--patience judges by examples that are kept back: say --validation above 0");
      }
      if (checkpoint < 0) {
        throw new IllegalArgumentException(
            "--checkpoint is a time in seconds, or 0, not " + checkpoint);
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    }
    return new TrainJob(
            settings,
            read,
            split,
            data.isTable(read) && !raw,
            new TrainJob.Manner(checkEvery.orElse((epochs + 4) / 5), resume, checkpoint, format),
            output,
            quiet ? terminal.quiet() : terminal)
        .run(terminal);
  }
}
