package dev.backproof.verify.display;

import dev.backproof.autodiff.program.Program;
import dev.backproof.verify.assertion.Evidence;
import dev.backproof.verify.assertion.Proof;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.graph.Content;
import dev.backproof.verify.graph.Diagram;
import dev.backproof.verify.graph.Diagrams;
import dev.backproof.verify.graph.GraphSvg;
import dev.backproof.verify.graph.ProgramDiagram;
import dev.backproof.verify.page.ExplainPage;
import dev.backproof.verify.page.ExplainText;
import dev.backproof.verify.page.Lesson;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.GraphTable;
import dev.backproof.verify.report.TextTable;
import dev.backproof.verify.training.TrainingPage;
import dev.backproof.verify.training.TrainingReport;
import dev.backproof.verify.training.TrainingText;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Something to look at, in a notebook or in files: as a picture, as a part of a page, as text.
 *
 * <pre>{@code
 * Display.of(graph).html()   // in a notebook, with the type text/html
 * Display.of(graph).svg()    // a file notes.svg
 * Display.of(graph)          // jshell prints the text
 * }</pre>
 *
 * <p>A part of a page needs nothing outside it and changes nothing outside it: pictures bring their
 * colours along, a page of its own stands in a frame, names are text whatever they look like, and
 * nothing is asked of a network.
 */
public final class Display {
  private final String text;
  private final Supplier<String> svg;
  private final Supplier<String> html;

  private Display(String text, Supplier<String> svg, Supplier<String> html) {
    this.text = text;
    this.svg = svg;
    this.html = html;
  }

  /** A graph with values and cotangents; below it, folded away, its tables. */
  public static Display of(ComputationGraph graph) {
    String title = "the graph of " + graph.result().word();
    return drawn(Diagrams.of(graph, Content.GRADIENTS), title, GraphTable.of(graph));
  }

  /** A program: a box for each instruction; below it, folded away, its lines. */
  public static Display of(Program program) {
    String title = "a program of " + program.operations() + " operations";
    return drawn(ProgramDiagram.of(program), title, program.toString());
  }

  /** A lesson: as a part of a page it is gone through step by step, in a frame. */
  public static Display of(Lesson lesson) {
    Diagram diagram = Diagrams.of(lesson.graph(), Content.GRADIENTS);
    return new Display(
        ExplainText.of(lesson),
        () -> GraphSvg.fileInRows(diagram, lesson.title()),
        () -> Fragment.frame(lesson.title(), ExplainPage.of(lesson)));
  }

  /** A training: its page in a frame; the picture has the losses epoch by epoch. */
  public static Display of(TrainingReport report) {
    String title = "training on " + report.data().name();
    String text = TrainingText.format(report);
    return new Display(
        text,
        () ->
            report.history().isEmpty()
                ? Fragment.picture(title, text)
                : TrainingPage.picture(report),
        () -> Fragment.frame(title, TrainingPage.format(report)));
  }

  /** What witnesses said, a line each. */
  public static Display of(List<Comparison> comparisons) {
    return written(
        "numerical witnesses",
        comparisons.stream().map(c -> c + "\n").collect(Collectors.joining()));
  }

  /** What witnesses said at a point. */
  public static Display of(Evidence evidence) {
    return of(evidence.comparisons());
  }

  /** What was proved, and on what conditions. */
  public static Display of(Proof proof) {
    return written("a proof", proof.toString());
  }

  /** A table. */
  public static Display of(TextTable table) {
    return written("a table", table.toString());
  }

  private static Display drawn(Diagram diagram, String title, String text) {
    return new Display(
        text,
        () -> GraphSvg.fileInRows(diagram, title),
        () -> Fragment.graph(diagram, title, text));
  }

  private static Display written(String title, String text) {
    return new Display(text, () -> Fragment.picture(title, text), () -> Fragment.text(text));
  }

  /** A file of its own, light or dark as its surroundings are. */
  public String svg() {
    return svg.get();
  }

  /** A part of any page. */
  public String html() {
    return html.get();
  }

  /** The same for a terminal. */
  @Override
  public String toString() {
    return text;
  }
}
