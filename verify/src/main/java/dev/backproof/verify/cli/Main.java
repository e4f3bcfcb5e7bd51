package dev.backproof.verify.cli;

import dev.backproof.core.Elementary;
import dev.backproof.verify.bench.Sizes;
import dev.backproof.verify.graph.Content;
import dev.backproof.verify.tour.Example;
import dev.backproof.verify.tour.Tour;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command line. */
@Command(
    name = "backproof",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Proves the gradients of the course notes for all sizes, and checks them by numbers: the"
            + " graph against the closed form, and both against independent witnesses. Prints a"
            + " line per claim; writes a page to read, every number as JSON, and a certificate of"
            + " every proof.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is proved and agrees",
      "1:something is refuted or disagrees, or a wrong version is not refuted",
      "2:the command line is wrong",
      "3:something is malformed, nothing refuted",
      "4:something is undecided, nothing refuted or malformed",
      "5:a file cannot be written, nothing half-written is left",
      "70:an internal error",
      "130:interrupted"
    })
public final class Main implements Callable<Integer> {
  /** Where results go if nothing else is said; a build sets it to a folder of its own. */
  private static final String OUTPUT_PROPERTY = "backproof.output";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where the report goes (default: ${sys:backproof.output:-backproof-report}).")
  private Path output = Path.of(System.getProperty(OUTPUT_PROPERTY, "backproof-report"));

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where random sizes and points come from (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--quick",
      description = "Fewer sizes and a shorter training; the proofs are the same.")
  private boolean quick;

  @Option(names = "--quiet", description = "Results only: no progress, no talk.")
  private boolean quiet;

  private final Terminal terminal;

  private Main(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(Terminal.system(), args));
  }

  /** Runs a command and gives its exit code. */
  static int run(Terminal terminal, String... args) {
    return run(terminal, commandLine(terminal), args);
  }

  /** Runs a command of a given command line and gives its exit code. */
  static int run(Terminal terminal, CommandLine commandLine, String... args) {
    Failures failures = new Failures(terminal.talk());
    int code;
    try {
      code = commandLine.execute(args);
    } catch (Error e) {
      // Picocli catches exceptions only.
      code = failures.failed(e);
    }
    return code == 0 && terminal.results().checkError() ? failures.resultsLost() : code;
  }

  /** The commands, and how their arguments and failures are read. */
  static CommandLine commandLine(Terminal terminal) {
    Failures failures = new Failures(terminal.talk());
    return new CommandLine(new Main(terminal))
        .addSubcommand(new ProveCommand(terminal))
        .addSubcommand(new ExplainCommand(terminal))
        .addSubcommand(new GraphCommand(terminal))
        .addSubcommand(new TourCommand(terminal))
        .addSubcommand(new ReplayCommand(terminal))
        .addSubcommand(new TrainCommand(terminal))
        .addSubcommand(new PredictCommand(terminal))
        .addSubcommand(new BenchCommand(terminal))
        .addSubcommand(new DoctorCommand(terminal))
        .registerConverter(Long.class, Words::number)
        .registerConverter(long.class, Words::number)
        .registerConverter(Integer.class, Words::count)
        .registerConverter(int.class, Words::count)
        .registerConverter(Double.class, Words::real)
        .registerConverter(double.class, Words::real)
        .registerConverter(HiddenLayers.class, HiddenLayers::parse)
        .registerConverter(Elementary.class, Words::activation)
        .registerConverter(GradientWord.class, Words.choice(GradientWord.class))
        .registerConverter(ResultFormat.class, Words.choice(ResultFormat.class))
        .registerConverter(Sizes.class, Words::sizes)
        .registerConverter(BenchFormat.class, Words.choice(BenchFormat.class))
        .registerConverter(Example.class, ExampleNames::parse)
        .registerConverter(GraphFormat.class, Words.choice(GraphFormat.class))
        .registerConverter(Content.class, Words.choice(Content.class))
        .registerConverter(ExplainFormat.class, Words.choice(ExplainFormat.class))
        .registerConverter(Tour.class, Words.choice(Tour.class))
        .registerConverter(TourFormat.class, Words.choice(TourFormat.class))
        .registerConverter(DoctorFormat.class, Words.choice(DoctorFormat.class))
        .registerConverter(ProofFormat.class, Words.choice(ProofFormat.class))
        .setOut(Terminal.writer(terminal.results()))
        .setErr(Terminal.writer(terminal.talk()))
        .setExecutionStrategy(Main::execute)
        .setParameterExceptionHandler((e, arguments) -> failures.usage(e))
        .setExecutionExceptionHandler((e, command, arguments) -> failures.failed(e));
  }

  /** Options of the main job would be ignored by another command: they are refused before it. */
  private static int execute(ParseResult parsed) {
    if (parsed.hasSubcommand()) {
      String command = parsed.subcommand().commandSpec().name();
      parsed.matchedOptions().stream()
          .filter(option -> !option.usageHelp() && !option.versionHelp())
          .findFirst()
          .ifPresent(
              option -> {
                throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    option.longestName()
                        + " before '"
                        + command
                        + "' says nothing: options of a command stand behind it");
              });
    }
    return new RunLast().execute(parsed);
  }

  @Override
  public Integer call() {
    return new NotesJob(output, seed, quick).run(quiet ? terminal.quiet() : terminal);
  }
}
