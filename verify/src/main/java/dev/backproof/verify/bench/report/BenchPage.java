package dev.backproof.verify.bench.report;

import dev.backproof.verify.bench.BenchReport;
import dev.backproof.verify.bench.Curve;
import dev.backproof.verify.bench.Operations;
import dev.backproof.verify.bench.Row;
import dev.backproof.verify.bench.Sizes;
import dev.backproof.verify.bench.Variant;
import dev.backproof.verify.markup.HtmlPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What was measured as one page: no script, nothing from a network, every picture also a table. */
public final class BenchPage {
  private final BenchReport report;
  private final HtmlPage html = new HtmlPage("Backproof: graph against closed form");

  private BenchPage(BenchReport report) {
    this.report = report;
  }

  /** The page. */
  public static String format(BenchReport report) {
    return new BenchPage(report).format();
  }

  private String format() {
    html.title("Graph against closed form");
    html.paragraph(
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
    return html.toString();
  }

  private void warnings() {
    Wording.warnings(report).forEach(html::warning);
  }

  private void ratios() {
    html.heading("The ratios");
    for (int threads : report.threads()) {
      html.table("Ratios of times, " + Wording.threads(threads), ratioHead(), ratioRows(threads));
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
      html.table("Times faster than with 1 thread", head("size", Variant.STEPS), rows);
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
    html.heading("One training step");
    html.paragraph(
        "Logarithmic axes: a bar is as long as its time has digits, so compare the numbers. The"
            + " dashed line is the floor; × is the time over the floor; the thin line in a bar is"
            + " the spread."
            + (report.threads().size() > 1 ? " 1T and 2T are numbers of threads." : ""));
    html.open("charts");
    for (Sizes sizes : report.sizes()) {
      html.figure(sizes.toString(), "time of a step", BarChart.of(report, sizes));
    }
    html.close();
    for (int threads : report.threads()) {
      html.table(
          "Microseconds, " + Wording.threads(threads),
          head("(d, h, m, n)", Variant.STEPS),
          steps(threads, Variant.STEPS, Wording::time));
    }
    int first = report.threads().get(0);
    html.table(
        "The forward pass alone, microseconds, " + Wording.threads(first),
        List.of("(d, h, m, n)", "eager", "of graph-eager", "traced", "of graph-traced"),
        forward(first));
    html.table(
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
    html.heading("How it grows");
    html.open("charts");
    for (Curve curve : report.growth().steps()) {
      html.figure(
          "A traced step against " + curve.axis(), curve.fixed(), GrowthChart.of(List.of(curve)));
    }
    html.figure(
        "Making a program",
        "tracing, optimising and planning the step of a network of many layers",
        GrowthChart.of(report.growth().compilation()));
    html.close();
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
    html.table(
        "Time ~ x^exponent, least squares on the logarithms",
        List.of("time of", "x", "exponent", "of the last two points"),
        fits);
    report.growth().leftOut().ifPresent(left -> html.paragraph("Left out: " + left + "."));
    html.paragraph(Wording.tape(report.growth()));
    html.table("The points, microseconds", List.of("time of", "at", "median"), rows);
  }

  private void programs() {
    html.heading("The programs");
    List<List<String>> rows = new ArrayList<>();
    for (Operations line : report.operations()) {
      rows.add(
          List.of(
              Wording.program(line),
              Integer.toString(line.recorded()),
              Integer.toString(line.optimised()),
              Integer.toString(line.instructions())));
    }
    html.table(
        "Operations before and after the passes",
        List.of("program", "recorded", "after the passes", "in instructions"),
        rows);
  }

  private void conditions() {
    html.heading("How, and on what machine");
    html.list(Wording.conditions(report));
  }
}
