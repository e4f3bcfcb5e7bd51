package dev.backproof.verify.cli;

import dev.backproof.verify.page.ExplainPage;
import dev.backproof.verify.page.ExplainText;
import dev.backproof.verify.page.Lesson;
import dev.backproof.verify.tour.Example;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains one of the small programs, step by step. */
@Command(
    name = "explain",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Goes through a small program forward and backward, node by node: values, cotangents, local"
            + " derivatives, shapes, reasons. Writes one page that needs nothing else, or text.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:explained",
      "2:the command line is wrong, or no program has this name",
      "5:the file cannot be written",
      "70:an internal error"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "NAME",
      completionCandidates = ExampleNames.class,
      description =
          "A program of the tour, or one of two larger graphs: ${COMPLETION-CANDIDATES} (six"
              + " layers).")
  private Example program = Example.all().get(0);

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "html, or text (default: ${DEFAULT-VALUE}).")
  private ExplainFormat format = ExplainFormat.HTML;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Where it goes; - is standard output (default: of html explain-NAME.html in this folder,"
              + " of text standard output).")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--quiet", description = "Does not say which file was written.")
  private boolean quiet;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Lesson lesson = Lesson.of(program.title(), program.graph());
    String text =
        switch (format) {
          case HTML -> ExplainPage.of(lesson);
          case TEXT -> ExplainText.of(lesson);
        };
    Optional<Path> file = file();
    if (file.isEmpty()) {
      terminal.results().print(text);
      return 0;
    }
    ReportFile.write(file.get(), text);
    if (!quiet) {
      terminal.talk().println("Open " + file.get() + " in a browser.");
    }
    return 0;
  }

  private Optional<Path> file() {
    if (output.isPresent()) {
      return output.filter(path -> !path.toString().equals("-"));
    }
    return format == ExplainFormat.HTML
        ? Optional.of(Path.of("explain-" + program + ".html"))
        : Optional.empty();
  }
}
