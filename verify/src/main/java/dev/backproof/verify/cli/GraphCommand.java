package dev.backproof.verify.cli;

import dev.backproof.verify.report.DotText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one of the small programs as a graph. */
@Command(
    name = "graph",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Shows a small program forward and backward, node by node: values, cotangents, shapes.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:shown",
      "2:the command line is wrong, or no program has this name",
      "5:the file cannot be written",
      "70:an internal error"
    })
final class GraphCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "NAME",
      description = "one-variable, one-vector, or notes (their network, for one example).")
  private TourProgram program = TourProgram.ONE_VARIABLE;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, or dot for Graphviz (default: ${DEFAULT-VALUE}).")
  private GraphFormat format = GraphFormat.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where it goes (default: standard output).")
  private Optional<Path> output = Optional.empty();

  GraphCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String text =
        switch (format) {
          case TEXT -> program.text();
          case DOT -> DotText.of(program.graph());
        };
    output.ifPresentOrElse(
        file -> ReportFile.write(file, text), () -> terminal.results().print(text));
    return 0;
  }
}
