package dev.backproof.verify.bench.report;

import dev.backproof.verify.bench.BenchReport;
import dev.backproof.verify.bench.Row;
import dev.backproof.verify.bench.Sizes;
import dev.backproof.verify.bench.Variant;
import dev.backproof.verify.markup.Chart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The times of one size as bars, on a logarithmic axis, with a line at the floor. */
final class BarChart {
  private static final int WIDTH = 360;
  private static final int LEFT = 110;
  private static final int RIGHT = 256;
  private static final int TOP = 6;
  private static final int BAR = 13;
  private static final int GAP = 9;
  private static final int AXIS = 20;

  private final BenchReport report;
  private final Sizes sizes;
  private final List<Row> rows;

  private BarChart(BenchReport report, Sizes sizes) {
    this.report = report;
    this.sizes = sizes;
    rows =
        report.rows().stream()
            .filter(row -> row.sizes().equals(sizes) && Variant.STEPS.contains(row.variant()))
            .toList();
  }

  static String of(BenchReport report, Sizes sizes) {
    return new BarChart(report, sizes).draw();
  }

  private String draw() {
    List<Integer> threads = report.threads();
    int group = threads.size() * BAR + GAP;
    int bottom = TOP + Variant.STEPS.size() * group;
    LogScale scale = LogScale.bars(rows.stream().map(Row::microseconds).toList(), LEFT, RIGHT);
    Chart svg = new Chart(WIDTH, bottom + AXIS, description());
    for (double tick : scale.ticks()) {
      double x = scale.at(tick);
      svg.line("grid", x, TOP, x, bottom);
      svg.words("tick middle", x, bottom + 13, Wording.duration(tick));
    }
    double y = TOP;
    for (Variant variant : Variant.STEPS) {
      svg.words("label end", LEFT - 6, y + threads.size() * BAR / 2.0 + 4, variant.toString());
      double top = y;
      for (int t : threads) {
        Optional<Row> row = report.row(sizes, t, variant);
        if (row.isPresent()) {
          bar(svg, scale, row.get(), top);
        }
        top += BAR;
      }
      y += group;
    }
    report
        .row(sizes, threads.get(0), Variant.FLOOR)
        .map(row -> scale.at(row.microseconds()))
        .ifPresent(x -> svg.line("floor-line", x, TOP, x, bottom));
    svg.line("axis", LEFT, TOP, LEFT, bottom);
    return svg.toString();
  }

  private void bar(Chart svg, LogScale scale, Row row, double y) {
    double time = row.microseconds();
    double end = scale.at(time);
    double middle = y + BAR / 2.0;
    svg.rectangle(
        "bar " + colour(row.variant()) + (row.threads() > 1 ? " threads" : ""),
        LEFT,
        y + 1,
        end - LEFT,
        BAR - 2);
    svg.line(
        "whisker", scale.at(time - row.spread()), middle, scale.at(time + row.spread()), middle);
    String ratio =
        report
            .ratio(sizes, row.threads(), row.variant(), Variant.FLOOR)
            .filter(r -> row.variant() != Variant.FLOOR)
            .map(r -> " · " + Wording.ratio(r) + "×")
            .orElse("");
    String threads = report.threads().size() > 1 ? row.threads() + "T " : "";
    svg.words("value", RIGHT + 4, middle + 3.5, threads + Wording.duration(time) + ratio);
  }

  private static String colour(Variant variant) {
    return switch (variant) {
      case GRAPH_EAGER, GRAPH_TRACED -> "graph";
      case CLOSED_FORM_EAGER, CLOSED_FORM_TRACED -> "closed";
      default -> "other";
    };
  }

  private String description() {
    return "Microseconds of a step at "
        + sizes
        + ": "
        + rows.stream()
            .map(
                row ->
                    row.variant()
                        + ", "
                        + Wording.threads(row.threads())
                        + ": "
                        + Wording.time(row))
            .collect(Collectors.joining("; "));
  }
}
