package dev.backproof.verify.bench.report;

import dev.backproof.verify.bench.BenchReport;
import dev.backproof.verify.bench.Curve;
import dev.backproof.verify.bench.Operations;
import dev.backproof.verify.bench.Row;
import dev.backproof.verify.bench.Sizes;
import dev.backproof.verify.bench.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What was measured as one page: no script, nothing from a network, every picture also a table. */
public final class BenchPage {
  private final BenchReport report;
  private final StringBuilder html = new StringBuilder();

  private BenchPage(BenchReport report) {
    this.report = report;
  }

  /** The page. */
  public static String format(BenchReport report) {
    return new BenchPage(report).format();
  }

  private String format() {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .append("<title>Backproof: graph against closed form</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n<main>\n<h1>Graph against closed form</h1>\n");
    paragraph(
        "One training step of the notes’ network (forward pass, loss, four gradients, descent;"
            + " float64) by the graph and by the closed form, eager and traced, beside loops by"
            + " hand and the floor: the five products of matrices that no step can do without."
            + " (d, h, m, n) are inputs, hidden units, classes, examples.");
    warnings();
    ratios();
    times();
    growth();
    programs();
    conditions();
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String style() {
    try (InputStream in =
        Objects.requireNonNull(BenchPage.class.getResourceAsStream("bench.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void paragraph(String said) {
    html.append("<p>").append(Svg.escape(said)).append("</p>\n");
  }

  private void heading(String said) {
    html.append("<h2>").append(Svg.escape(said)).append("</h2>\n");
  }

  private void warnings() {
    for (String line : Wording.warnings(report)) {
      html.append("<p class=\"warning\"><strong>Note:</strong> ")
          .append(Svg.escape(line))
          .append("</p>\n");
    }
  }

  private void ratios() {
    heading("The ratios");
    for (int threads : report.threads()) {
      table("Ratios of times, " + Wording.threads(threads), ratioHead(), ratioRows(threads));
    }
    if (report.threads().size() > 1) {
      List<List<String>> rows = new ArrayList<>();
      for (Sizes sizes : report.sizes()) {
        for (int threads : report.threads()) {
          if (threads > 1) {
            rows.add(
                cells(
                    sizes + ", " + Wording.threads(threads),
                    Variant.STEPS,
                    v -> report.speedUp(sizes, threads, v)));
          }
        }
      }
      table("Times faster than with 1 thread", head("size", Variant.STEPS), rows);
    }
  }

  private static List<String> ratioHead() {
    List<String> head =
        new ArrayList<>(
            List.of("(d, h, m, n)", "graph / closed form, eager", "graph / closed form, traced"));
    overFloor().forEach(variant -> head.add(variant + " / floor"));
    return head;
  }

  private static List<Variant> overFloor() {
    return Variant.STEPS.stream().filter(variant -> variant != Variant.FLOOR).toList();
  }

  private List<List<String>> ratioRows(int threads) {
    List<List<String>> rows = new ArrayList<>();
    for (Sizes sizes : report.sizes()) {
      List<String> cells = new ArrayList<>(List.of(sizes.toString()));
      cells.add(
          shown(report.ratio(sizes, threads, Variant.GRAPH_EAGER, Variant.CLOSED_FORM_EAGER)));
      cells.add(
          shown(report.ratio(sizes, threads, Variant.GRAPH_TRACED, Variant.CLOSED_FORM_TRACED)));
      overFloor().forEach(v -> cells.add(shown(report.ratio(sizes, threads, v, Variant.FLOOR))));
      rows.add(cells);
    }
    return rows;
  }

  private static String shown(Optional<Double> ratio) {
    return ratio.map(Wording::ratio).orElse("–");
  }

  private static List<String> cells(
      String first, List<Variant> variants, Function<Variant, Optional<Double>> ratio) {
    List<String> cells = new ArrayList<>(List.of(first));
    variants.forEach(variant -> cells.add(shown(ratio.apply(variant))));
    return cells;
  }

  private static List<String> head(String first, List<Variant> variants) {
    List<String> head = new ArrayList<>(List.of(first));
    variants.forEach(variant -> head.add(variant.toString()));
    return head;
  }

  private void times() {
    heading("One training step");
    paragraph(
        "Logarithmic axes: a bar is as long as its time has digits, so compare the numbers. The"
            + " dashed line is the floor; × is the time over the floor; the thin line in a bar is"
            + " the spread."
            + (report.threads().size() > 1 ? " 1T and 2T are numbers of threads." : ""));
    html.append("<div class=\"charts\">\n");
    for (Sizes sizes : report.sizes()) {
      figure(sizes.toString(), "time of a step", BarChart.of(report, sizes));
    }
    html.append("</div>\n");
    for (int threads : report.threads()) {
      table(
          "Microseconds, " + Wording.threads(threads),
          head("(d, h, m, n)", Variant.STEPS),
          steps(threads, Variant.STEPS, Wording::time));
    }
    int first = report.threads().get(0);
    table(
        "The forward pass alone, microseconds, " + Wording.threads(first),
        List.of("(d, h, m, n)", "eager", "of graph-eager", "traced", "of graph-traced"),
        forward(first));
    table(
        "Bytes allocated by a step, " + Wording.threads(first),
        head("(d, h, m, n)", Variant.STEPS),
        steps(first, Variant.STEPS, row -> Wording.count((double) row.bytes())));
  }

  private List<List<String>> forward(int threads) {
    List<List<String>> rows = new ArrayList<>();
    for (Sizes sizes : report.sizes()) {
      List<String> cells = new ArrayList<>(List.of(sizes.toString()));
      for (Variant variant : Variant.FORWARD) {
        Variant whole =
            variant == Variant.FORWARD_EAGER ? Variant.GRAPH_EAGER : Variant.GRAPH_TRACED;
        cells.add(report.row(sizes, threads, variant).map(Wording::time).orElse("–"));
        cells.add(shown(report.ratio(sizes, threads, variant, whole)));
      }
      rows.add(cells);
    }
    return rows;
  }

  private List<List<String>> steps(
      int threads, List<Variant> variants, Function<Row, String> cell) {
    List<List<String>> rows = new ArrayList<>();
    for (Sizes sizes : report.sizes()) {
      List<String> cells = new ArrayList<>(List.of(sizes.toString()));
      variants.forEach(v -> cells.add(report.row(sizes, threads, v).map(cell).orElse("–")));
      rows.add(cells);
    }
    return rows;
  }

  private void growth() {
    heading("How it grows");
    html.append("<div class=\"charts\">\n");
    for (Curve curve : report.growth().steps()) {
      figure(
          "A traced step against " + curve.axis(), curve.fixed(), GrowthChart.of(List.of(curve)));
    }
    figure(
        "Making a program",
        "tracing, optimising and planning the step of a network of many layers",
        GrowthChart.of(report.growth().compilation()));
    html.append("</div>\n");
    List<List<String>> rows = new ArrayList<>();
    for (Curve curve : Wording.curves(report.growth())) {
      for (Curve.Point point : curve.points()) {
        rows.add(
            List.of(
                Wording.subject(curve) + ", " + curve.fixed(),
                Wording.count(point.x()) + " " + curve.axis(),
                Wording.number(point.microseconds()) + " ± " + Wording.number(point.spread())));
      }
    }
    List<List<String>> fits = new ArrayList<>();
    for (Curve curve : Wording.curves(report.growth())) {
      fits.add(
          List.of(
              Wording.subject(curve),
              curve.axis(),
              Wording.ratio(curve.fit().exponent()),
              Wording.ratio(curve.lastFit().exponent())));
    }
    table(
        "Time ~ x^exponent, least squares on the logarithms",
        List.of("time of", "x", "exponent", "of the last two points"),
        fits);
    report.growth().leftOut().ifPresent(left -> paragraph("Left out: " + left + "."));
    paragraph(Wording.tape(report.growth()));
    table("The points, microseconds", List.of("time of", "at", "median"), rows);
  }

  private void programs() {
    heading("The programs");
    List<List<String>> rows = new ArrayList<>();
    for (Operations line : report.operations()) {
      rows.add(
          List.of(
              Wording.program(line),
              Integer.toString(line.recorded()),
              Integer.toString(line.optimised()),
              Integer.toString(line.instructions())));
    }
    table(
        "Operations before and after the passes",
        List.of("program", "recorded", "after the passes", "in instructions"),
        rows);
  }

  private void conditions() {
    heading("How, and on what machine");
    html.append("<ul>\n");
    for (String line : Wording.conditions(report)) {
      html.append("<li>").append(Svg.escape(line)).append("</li>\n");
    }
    html.append("</ul>\n");
  }

  private void figure(String caption, String more, String picture) {
    html.append("<figure>\n<figcaption>")
        .append(Svg.escape(caption))
        .append(" <small>")
        .append(Svg.escape(more))
        .append("</small></figcaption>\n")
        .append(picture)
        .append("</figure>\n");
  }

  private void table(String caption, List<String> head, List<List<String>> rows) {
    html.append("<div class=\"scroll\" tabindex=\"0\">\n<table>\n<caption>")
        .append(Svg.escape(caption))
        .append("</caption>\n<thead><tr>");
    head.forEach(
        cell -> html.append("<th scope=\"col\">").append(Svg.escape(cell)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        html.append(i == 0 ? "<th scope=\"row\">" : "<td>")
            .append(Svg.escape(row.get(i)))
            .append(i == 0 ? "</th>" : "</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n</div>\n");
  }
}
