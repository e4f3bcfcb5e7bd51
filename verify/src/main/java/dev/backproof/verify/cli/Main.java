package dev.backproof.verify.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
    name = "backproof",
    version = "backproof 0.1.0",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks the gradients of the course notes: the graph against the closed form, and both against",
      "independent numerical witnesses. Prints a line per claim and writes every number as JSON."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything agrees",
      "1:something disagrees",
      "2:the command line is wrong",
      "5:a file cannot be written",
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

  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs a command and gives its exit code. */
  static int run(String... args) {
    return new CommandLine(new Main()).setExecutionExceptionHandler(Failures::report).execute(args);
  }

  @Override
  public Integer call() {
    return new NotesJob(output, seed, quick).run(Terminal.system());
  }
}
