package dev.backproof.verify.cli;

import dev.backproof.verify.graph.Content;
import dev.backproof.verify.graph.Diagram;
import dev.backproof.verify.graph.Diagrams;
import dev.backproof.verify.graph.GraphJson;
import dev.backproof.verify.graph.GraphSvg;
import dev.backproof.verify.graph.Layers;
import dev.backproof.verify.page.GraphPage;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.DotText;
import dev.backproof.verify.tour.Example;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one of the small programs as a graph. */
@Command(
    name = "graph",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Shows a small program as a graph, forward and backward: values, cotangents, shapes.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:shown",
      "2:the command line is wrong, or no program has this name",
      "5:the file cannot be written",
      "70:an internal error"
    })
final class GraphCommand implements Callable<Integer> {
  /** With more nodes, pictures are folded unless something else is said. */
  private static final int FOLDED_ABOVE = 60;

  private final Terminal terminal;

  @Spec private CommandSpec spec;

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
      description =
          "text, svg, html, dot for Graphviz, or json (default: by the ending of the file, text for"
              + " standard output).")
  private Optional<GraphFormat> format = Optional.empty();

  @Option(
      names = "--show",
      paramLabel = "WHAT",
      description =
          "forward: names, operations, shapes; values: numbers too; gradients: cotangents too"
              + " (default: ${DEFAULT-VALUE}). Text has all of it.")
  private Content content = Content.GRADIENTS;

  @Option(
      names = "--fold",
      negatable = true,
      description =
          "A box for each layer, by the names: layer1.W, layer1.b (default: with more than 60"
              + " nodes). Of svg and html.")
  private Optional<Boolean> fold = Optional.empty();

  @Option(
      names = "--layer",
      paramLabel = "LAYER",
      description = "One layer from the inside. Of svg.")
  private Optional<String> layer = Optional.empty();

  @Option(names = "--rows", description = "Breaks a wide picture into rows, as html does. Of svg.")
  private boolean rows;

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
    String text = written();
    ReportFile.writeOrPrint(output, text, terminal);
    return 0;
  }

  private String written() {
    GraphFormat chosen =
        format.orElseGet(() -> output.map(this::ofEnding).orElse(GraphFormat.TEXT));
    if (layer.isPresent() && chosen != GraphFormat.SVG) {
      throw new ParameterException(spec.commandLine(), "--layer is for --format svg");
    }
    if (rows && chosen != GraphFormat.SVG) {
      throw new ParameterException(spec.commandLine(), "--rows is for --format svg");
    }
    if (content != Content.GRADIENTS && (chosen == GraphFormat.TEXT || chosen == GraphFormat.DOT)) {
      throw new ParameterException(
          spec.commandLine(),
          "--show is for --format svg, html or json; " + chosen + " has it all");
    }
    ComputationGraph graph = program.graph();
    boolean folded = fold.orElse(graph.nodes().size() > FOLDED_ABOVE);
    return switch (chosen) {
      case TEXT -> program.text();
      case SVG ->
          rows
              ? GraphSvg.fileInRows(diagram(graph, folded), program.title())
              : GraphSvg.file(diagram(graph, folded), program.title());
      case HTML -> GraphPage.of(program.title(), graph, content, folded);
      case DOT -> DotText.of(graph);
      case JSON -> GraphJson.of(graph, content);
    };
  }

  private GraphFormat ofEnding(Path file) {
    return GraphFormat.ofEnding(file)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "what is "
                        + file
                        + " to be? Its ending is none of txt, svg, html, dot, json; say --format"));
  }

  private Diagram diagram(ComputationGraph graph, boolean folded) {
    if (layer.isPresent()) {
      try {
        return Layers.of(graph).inside(layer.get(), content);
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
      }
    }
    return folded ? Layers.of(graph).folded(content) : Diagrams.of(graph, content);
  }
}
