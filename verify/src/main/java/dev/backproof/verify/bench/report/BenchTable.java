package dev.backproof.verify.bench.report;

import dev.backproof.verify.bench.BenchReport;
import dev.backproof.verify.bench.Curve;
import dev.backproof.verify.bench.Growth;
import dev.backproof.verify.bench.Operations;
import dev.backproof.verify.bench.Row;
import dev.backproof.verify.bench.Sizes;
import dev.backproof.verify.bench.Variant;
import dev.backproof.verify.report.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What was measured, as text for a terminal. */
public final class BenchTable {
  private static final String NONE = "–";

  private final BenchReport report;
  private final StringBuilder text = new StringBuilder();

  private BenchTable(BenchReport report) {
    this.report = report;
  }

  /** All of it. */
  public static String format(BenchReport report) {
    return new BenchTable(report).format();
  }

  private String format() {
    for (int threads : report.threads()) {
      section(
          "One training step, microseconds, " + Wording.threads(threads),
          steps(Variant.STEPS, row -> Wording.time(row), threads));
    }
    for (int threads : report.threads()) {
      section("Ratios, " + Wording.threads(threads), ratios(threads));
    }
    if (report.threads().size() > 1) {
      section("Times faster than with 1 thread", speedUps());
    }
    int first = report.threads().get(0);
    section("Forward pass alone, " + Wording.threads(first), forward(first));
    section(
        "Bytes allocated by a step, " + Wording.threads(first),
        steps(Variant.STEPS, row -> String.format(Locale.ROOT, "%,d", row.bytes()), first));
    section("Operations of the programs, before and after the passes", operations());
    section("How it grows: time ~ length^exponent", growth());
    text.append(tape()).append('\n');
    for (String line : Wording.conditions(report)) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private void section(String title, TextTable table) {
    text.append(title).append("\n\n").append(table).append('\n');
  }

  private static void row(TextTable table, List<String> cells) {
    table.row(cells.toArray(String[]::new));
  }

  private TextTable steps(List<Variant> variants, Function<Row, String> cell, int threads) {
    TextTable table = new TextTable();
    List<String> head = new ArrayList<>(List.of("(d, h, m, n)"));
    variants.forEach(variant -> head.add(variant.toString()));
    row(table, head);
    for (Sizes sizes : report.sizes()) {
      List<String> cells = new ArrayList<>(List.of(sizes.toString()));
      for (Variant variant : variants) {
        cells.add(report.row(sizes, threads, variant).map(cell).orElse(NONE));
      }
      row(table, cells);
    }
    return table;
  }

  private TextTable ratios(int threads) {
    TextTable table = new TextTable();
    table.row("", "graph / closed form", "", "over the floor");
    List<String> head = new ArrayList<>(List.of("(d, h, m, n)", "eager", "traced"));
    List<Variant> variants = new ArrayList<>(Variant.STEPS);
    variants.remove(Variant.FLOOR);
    variants.forEach(variant -> head.add(variant.toString()));
    row(table, head);
    for (Sizes sizes : report.sizes()) {
      List<String> cells = new ArrayList<>(List.of(sizes.toString()));
      cells.add(ratio(sizes, threads, Variant.GRAPH_EAGER, Variant.CLOSED_FORM_EAGER));
      cells.add(ratio(sizes, threads, Variant.GRAPH_TRACED, Variant.CLOSED_FORM_TRACED));
      variants.forEach(variant -> cells.add(ratio(sizes, threads, variant, Variant.FLOOR)));
      row(table, cells);
    }
    return table;
  }

  private TextTable forward(int threads) {
    TextTable table = new TextTable();
    table.row("(d, h, m, n)", "eager", "of graph-eager", "traced", "of graph-traced");
    for (Sizes sizes : report.sizes()) {
      table.row(
          sizes.toString(),
          report.row(sizes, threads, Variant.FORWARD_EAGER).map(Wording::time).orElse(NONE),
          ratio(sizes, threads, Variant.FORWARD_EAGER, Variant.GRAPH_EAGER),
          report.row(sizes, threads, Variant.FORWARD_TRACED).map(Wording::time).orElse(NONE),
          ratio(sizes, threads, Variant.FORWARD_TRACED, Variant.GRAPH_TRACED));
    }
    return table;
  }

  private String ratio(Sizes sizes, int threads, Variant variant, Variant over) {
    return shown(report.ratio(sizes, threads, variant, over));
  }

  private static String shown(Optional<Double> ratio) {
    return ratio.map(Wording::ratio).orElse(NONE);
  }

  private TextTable speedUps() {
    TextTable table = new TextTable();
    List<String> head = new ArrayList<>(List.of("(d, h, m, n)", "threads"));
    Variant.STEPS.forEach(variant -> head.add(variant.toString()));
    row(table, head);
    for (Sizes sizes : report.sizes()) {
      for (int threads : report.threads()) {
        if (threads > 1) {
          List<String> cells = new ArrayList<>(List.of(sizes.toString(), "" + threads));
          Variant.STEPS.forEach(
              variant -> cells.add(shown(report.speedUp(sizes, threads, variant))));
          row(table, cells);
        }
      }
    }
    return table;
  }

  private TextTable operations() {
    TextTable table = new TextTable();
    table.row("program", "recorded", "after the passes", "in instructions");
    for (Operations line : report.operations()) {
      table.row(
          Wording.program(line),
          Integer.toString(line.recorded()),
          Integer.toString(line.optimised()),
          Integer.toString(line.instructions()));
    }
    return table;
  }

  private TextTable growth() {
    TextTable table = new TextTable();
    table.row("time of", "against", "fixed", "first", "last", "exponent", "of the last two");
    for (Curve curve : Wording.curves(report.growth())) {
      table.row(
          Wording.subject(curve),
          curve.axis(),
          curve.fixed(),
          Wording.point(curve.points().get(0)),
          Wording.point(curve.points().get(curve.points().size() - 1)),
          Wording.ratio(curve.fit().exponent()),
          Wording.ratio(curve.lastFit().exponent()));
    }
    return table;
  }

  private String tape() {
    Growth growth = report.growth();
    return growth.leftOut().map(left -> "Left out: " + left + ".\n").orElse("")
        + Wording.tape(growth)
        + "\n";
  }
}
