package dev.backproof.verify.bench.report;

import dev.backproof.verify.bench.Curve;
import dev.backproof.verify.bench.PowerFit;
import dev.backproof.verify.markup.Chart;
import java.util.List;
import java.util.stream.Collectors;

/** Curves on two logarithmic axes, with the lines that come closest to them. */
final class GrowthChart {
  private static final int WIDTH = 360;
  private static final int HEIGHT = 250;
  private static final int LEFT = 52;
  private static final int RIGHT = 348;
  private static final int TOP = 10;
  private static final int BOTTOM = 205;
  private static final double MARK = 3.5;

  private final List<Curve> curves;

  private GrowthChart(List<Curve> curves) {
    this.curves = curves;
  }

  static String of(List<Curve> curves) {
    return new GrowthChart(curves).draw();
  }

  private String draw() {
    List<Curve.Point> all = curves.stream().flatMap(c -> c.points().stream()).toList();
    LogScale x = LogScale.around(all.stream().map(Curve.Point::x).toList(), LEFT, RIGHT);
    LogScale y = LogScale.around(all.stream().map(Curve.Point::microseconds).toList(), BOTTOM, TOP);
    Chart svg = new Chart(WIDTH, HEIGHT, description());
    for (double tick : x.ticks()) {
      svg.line("grid", x.at(tick), TOP, x.at(tick), BOTTOM);
      svg.words("tick middle", x.at(tick), BOTTOM + 14, Wording.count(tick));
    }
    for (double tick : y.ticks()) {
      svg.line("grid", LEFT, y.at(tick), RIGHT, y.at(tick));
      svg.words("tick end", LEFT - 5, y.at(tick) + 3.5, Wording.duration(tick));
    }
    svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    svg.line("axis", LEFT, TOP, LEFT, BOTTOM);
    svg.words("label middle", (LEFT + RIGHT) / 2.0, BOTTOM + 32, curves.get(0).axis());
    for (int i = 0; i < curves.size(); i++) {
      curve(svg, x, y, curves.get(i), i);
    }
    return svg.toString();
  }

  private void curve(Chart svg, LogScale x, LogScale y, Curve curve, int number) {
    String style = "series" + number;
    PowerFit fit = curve.fit();
    double first = curve.points().get(0).x();
    double last = curve.points().get(curve.points().size() - 1).x();
    svg.line("fit " + style, x.at(first), y.at(fit.at(first)), x.at(last), y.at(fit.at(last)));
    for (Curve.Point point : curve.points()) {
      double px = x.at(point.x());
      svg.line(
          "whisker",
          px,
          y.at(point.microseconds() - point.spread()),
          px,
          y.at(point.microseconds() + point.spread()));
      mark(svg, "mark " + style, px, y.at(point.microseconds()), number);
    }
    double row = TOP + 14 + 15.0 * number;
    mark(svg, "mark " + style, LEFT + 12, row - 3.5, number);
    svg.words("value", LEFT + 21, row, legend(curve));
  }

  /** A mark of a form of its own for each curve: colour is not the only sign. */
  private static void mark(Chart svg, String style, double x, double y, int number) {
    switch (number) {
      case 0 -> svg.circle(style, x, y, MARK);
      case 1 -> svg.rectangle(style, x - MARK, y - MARK, 2 * MARK, 2 * MARK);
      default ->
          svg.polygon(style, x, y - MARK - 1, x + MARK + 1, y + MARK, x - MARK - 1, y + MARK);
    }
  }

  private static String legend(Curve curve) {
    return Wording.subject(curve) + " ~ x^" + Wording.ratio(curve.fit().exponent());
  }

  private String description() {
    return curves.stream()
        .map(
            curve ->
                legend(curve)
                    + ", x: "
                    + curve.axis()
                    + ": "
                    + curve.points().stream().map(Wording::point).collect(Collectors.joining("; ")))
        .collect(Collectors.joining(". "));
  }
}
