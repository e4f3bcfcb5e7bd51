package dev.backproof.verify.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
    name = "backproof",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Checks the gradients of the course notes: the graph against the closed form, and both"
            + " against independent numerical witnesses. Prints a line per claim and writes every"
            + " number as JSON.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything agrees",
      "1:something disagrees",
      "2:the command line is wrong",
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

  @Option(names = "--quick", description = "Fewer sizes and a shorter training.")
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
        .addSubcommand(new GraphCommand(terminal))
        .addSubcommand(new ReplayCommand(terminal))
        .registerConverter(Long.class, Words::number)
        .registerConverter(long.class, Words::number)
        .registerConverter(TourProgram.class, Words.choice(TourProgram.class))
        .registerConverter(GraphFormat.class, Words.choice(GraphFormat.class))
        .registerConverter(ProofFormat.class, Words.choice(ProofFormat.class))
        .setOut(Terminal.writer(terminal.results()))
        .setErr(Terminal.writer(terminal.talk()))
        .setParameterExceptionHandler((e, arguments) -> failures.usage(e))
        .setExecutionExceptionHandler((e, command, arguments) -> failures.failed(e));
  }

  @Override
  public Integer call() {
    return new NotesJob(output, seed, quick).run(quiet ? terminal.quiet() : terminal);
  }
}
