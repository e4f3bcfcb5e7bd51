package dev.backproof.verify.cli;

import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Prover;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Proves the claims of the notes, for all sizes. */
@Command(
    name = "prove",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Proves the claims of the course notes for all sizes: each is several theorems about the"
            + " code that runs. What is proved is replayed by the kernel alone and evaluated at"
            + " points; what is not comes with a counterexample.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is proved",
      "1:something is refuted",
      "2:the command line is wrong",
      "3:something is malformed, nothing refuted",
      "4:something is undecided, nothing refuted or malformed",
      "5:a file cannot be written",
      "70:an internal error",
      "130:interrupted"
    })
final class ProveCommand implements Callable<Integer> {
  private static final Set<String> OF_A_DERIVATION =
      Set.of("--derivation", "--only", "--format", "--output", "--quiet");

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--only",
      paramLabel = "CLAIM",
      description = "One claim, by its number: 2.7. Shows each of its theorems.")
  private Optional<String> only = Optional.empty();

  @Option(
      names = "--part",
      paramLabel = "PART",
      description =
          "notes, vjp and jvp (the rows of the rule pages), functions, or all (default: notes).")
  private Optional<String> part = Optional.empty();

  @Option(names = "--derivation", description = "With --only: the derivation, step by step.")
  private boolean derivation;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json; for a derivation text, latex, html (default: ${DEFAULT-VALUE}).")
  private ProofFormat format = ProofFormat.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where it goes (default: standard output).")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--certificates",
      paramLabel = "DIR",
      description = "Where a certificate of each theorem goes, for replay.")
  private Optional<Path> certificates = Optional.empty();

  @Option(names = "--strict", description = "A proof off the kinks only is no proof.")
  private boolean strict;

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "Steps a proof may take (default: ${DEFAULT-VALUE}).")
  private int budget = Prover.BUDGET;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "The fewest points each theorem is evaluated at (default: ${DEFAULT-VALUE}).")
  private int trials = Decider.TRIALS;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where these points come from (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--timings", description = "Milliseconds too.")
  private boolean timings;

  @Option(names = "--quiet", description = "Results only: no progress, no talk.")
  private boolean quiet;

  ProveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    // The work is elsewhere, so that to know this command is not to load what proves.
    ProofJob job =
        new ProofJob(
            new ProofJob.Search(budget, trials, seed, strict),
            quiet ? terminal.quiet() : terminal,
            this::wrong);
    if (derivation) {
      refuseWhatNoDerivationTakes();
      return job.derive(only, format, output);
    }
    if (only.isPresent() && part.isPresent()) {
      throw wrong("--only is one claim of the notes: leave out --part");
    }
    return job.prove(only, part, new ProofJob.Shown(format, timings, output, certificates));
  }

  private void refuseWhatNoDerivationTakes() {
    spec.commandLine().getParseResult().matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(name -> !OF_A_DERIVATION.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw wrong("--derivation proves nothing anew: leave out " + name);
            });
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
