package dev.backproof.verify.cli;

import dev.backproof.verify.tour.Tour;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the programs of the tour. */
@Command(
    name = "tour",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Ten short programs that teach, from one variable to the proof of a layer of your own."
            + " Without a name it lists them; with one it shows the lines and what they print.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:shown",
      "2:the command line is wrong, or no program has this name",
      "5:the file cannot be written",
      "70:an internal error"
    })
final class TourCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "Which one (default: the list of all).")
  private Optional<Tour> program = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, or jshell: the lines alone, and without a name the start-up file with their imports"
              + " (default: ${DEFAULT-VALUE}).")
  private TourFormat format = TourFormat.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where it goes (default: standard output).")
  private Optional<Path> output = Optional.empty();

  TourCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String text =
        switch (format) {
          case TEXT -> program.map(TourCommand::page).orElseGet(TourCommand::list);
          case JSHELL -> program.map(Tour::lines).orElseGet(Tour::startUp);
        };
    ReportFile.writeOrPrint(output, text, terminal);
    return 0;
  }

  private static String page(Tour program) {
    return program
        + ": "
        + program.title()
        + "\n\n"
        + indented(program.lines())
        + "\nprints\n\n"
        + indented(program.text());
  }

  private static String indented(String lines) {
    return lines
        .lines()
        .map(line -> ("  " + line).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  private static String list() {
    int width = Arrays.stream(Tour.values()).mapToInt(t -> t.toString().length()).max().orElse(0);
    return Arrays.stream(Tour.values())
            .map(t -> "  " + t + " ".repeat(width + 2 - t.toString().length()) + t.title() + "\n")
            .collect(Collectors.joining())
        + """

        `backproof tour NAME` shows one: its lines, and what they print. To try them:

          backproof tour --format jshell -o backproof.jsh
          jshell --class-path backproof.jar --startup backproof.jsh
        """;
  }
}
