package dev.backproof.verify.training;

import dev.backproof.mlp.train.Epoch;
import dev.backproof.verify.markup.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A quantity epoch by epoch, as one or two lines. */
final class LearningCurve {
  private static final int WIDTH = 460;
  private static final int HEIGHT = 240;
  private static final int LEFT = 52;
  private static final int RIGHT = 448;
  private static final int TOP = 26;
  private static final int BOTTOM = 206;

  /** More points than this cannot be told apart. */
  private static final int MOST_POINTS = 400;

  /** The smallest loss that is drawn: below it nothing is seen of the rest. */
  private static final double LEAST = 1e-8;

  /**
   * One line.
   *
   * @param name in the legend
   * @param style in the style sheet
   * @param of what is drawn
   */
  private record Line(String name, String style, ToDoubleFunction<Epoch> of) {}

  private LearningCurve() {}

  /** The losses, on a logarithmic axis. */
  static Chart losses(TrainingReport report) {
    List<Line> lines =
        List.of(
            new Line("trained on", "curve first", Epoch::loss),
            new Line(report.judgedBy() + ", after the epoch", "curve second", Epoch::judgedLoss));
    double low = Double.POSITIVE_INFINITY;
    double high = LEAST;
    for (Epoch epoch : report.history()) {
      for (Line line : lines) {
        double loss = Math.max(line.of().applyAsDouble(epoch), LEAST);
        low = Math.min(low, loss);
        high = Math.max(high, loss);
      }
    }
    return draw(report, "loss", lines, Axis.logarithmic(low, high, BOTTOM, TOP));
  }

  /** The share of examples whose class was found. */
  static Chart accuracies(TrainingReport report) {
    double low = report.history().stream().mapToDouble(Epoch::accuracy).min().orElse(0);
    return draw(
        report,
        "accuracy",
        List.of(new Line(report.judgedBy(), "curve second", Epoch::accuracy)),
        Axis.linear(Math.floor(low * 10 - 1e-9) / 10, 1, BOTTOM, TOP));
  }

  private static Chart draw(TrainingReport report, String what, List<Line> lines, Axis up) {
    List<Epoch> points = some(report.history());
    Epoch last = points.get(points.size() - 1);
    Axis along = Axis.linear(Math.min(1, last.number() - 1), last.number(), LEFT, RIGHT);
    Chart svg = new Chart(WIDTH, HEIGHT, description(what, lines, last));
    for (double tick : up.ticks()) {
      svg.line("grid", LEFT, up.at(tick), RIGHT, up.at(tick));
      svg.words("tick end", LEFT - 6, up.at(tick) + 3.5, Axis.words(tick));
    }
    for (double tick : along.ticks()) {
      if (tick == Math.rint(tick)) {
        svg.words("tick middle", along.at(tick), BOTTOM + 15, Axis.words(tick));
      }
    }
    svg.words("tick end", RIGHT, BOTTOM + 29, "epoch");
    if (up.logarithmic()) {
      svg.words("tick", LEFT, BOTTOM + 29, what + ", on a logarithmic axis");
    }
    report.bestEpoch().ifPresent(best -> best(svg, along.at(best)));
    double x = LEFT;
    for (Line line : lines) {
      double[] coordinates = new double[2 * points.size()];
      for (int i = 0; i < points.size(); i++) {
        coordinates[2 * i] = along.at(points.get(i).number());
        coordinates[2 * i + 1] = up.at(line.of().applyAsDouble(points.get(i)));
      }
      svg.polyline(line.style(), coordinates);
      svg.line(line.style(), x, 12, x + 22, 12);
      svg.words("label", x + 27, 16, line.name());
      x += 42 + 6.2 * line.name().length();
    }
    svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    return svg;
  }

  private static void best(Chart svg, double x) {
    svg.line("floor-line", x, TOP, x, BOTTOM);
    svg.words("tick middle", x, TOP - 2, "taken");
  }

  private static String description(String what, List<Line> lines, Epoch last) {
    StringBuilder said = new StringBuilder("The " + what + " by epoch; after " + last.number());
    for (Line line : lines) {
      said.append(", ").append(line.name()).append(": ");
      said.append(Wording.number(line.of().applyAsDouble(last)));
    }
    return said.toString();
  }

  /** All epochs, or evenly some of them, the last one always. */
  private static List<Epoch> some(List<Epoch> history) {
    int every = (history.size() + MOST_POINTS - 1) / MOST_POINTS;
    List<Epoch> some = new ArrayList<>();
    for (int i = history.size() - 1; i >= 0; i -= every) {
      some.add(0, history.get(i));
    }
    return some;
  }
}
