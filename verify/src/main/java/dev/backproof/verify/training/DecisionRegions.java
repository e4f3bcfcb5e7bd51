package dev.backproof.verify.training;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.mlp.data.Dataset;
import dev.backproof.mlp.model.Model;
import dev.backproof.verify.markup.Chart;
import java.util.Arrays;
import java.util.List;

/** The plane of two inputs: which class the network sees where, and the examples. */
final class DecisionRegions {
  private static final int WIDTH = 560;
  private static final int LEFT = 42;
  private static final int RIGHT = 548;
  private static final int TOP = 26;
  private static final int HEIGHT = 423;

  /** Each way; so that a cell is 4.6 by 3.3, which the picture says exactly. */
  private static final int CELLS = 110;

  /** More marks than this hide the regions. */
  private static final int MOST_MARKS = 600;

  /** How many colours and shapes the style sheet has. */
  static final int COLOURS = 10;

  private final TrainingReport report;
  private final Axis across;
  private final Axis up;
  private final int bottom;

  private DecisionRegions(TrainingReport report) {
    this.report = report;
    bottom = HEIGHT - 34;
    Dataset all = report.data().dataset();
    double[] x = column(all, 0);
    double[] y = column(all, 1);
    across = around(x, LEFT, RIGHT);
    up = around(y, bottom, TOP);
  }

  /** The picture; only for two inputs. */
  static String of(TrainingReport report) {
    return new DecisionRegions(report).draw();
  }

  private static double[] column(Dataset data, int column) {
    double[] entries = new double[data.size()];
    Arrays.setAll(entries, row -> data.examples().at(2 * row + column));
    return entries;
  }

  private static Axis around(double[] entries, double from, double to) {
    double low = Arrays.stream(entries).min().orElse(0);
    double high = Arrays.stream(entries).max().orElse(1);
    double room = high > low ? (high - low) * 0.06 : 1;
    return new Axis(low - room, high + room, from, to, false);
  }

  private String draw() {
    Chart svg = new Chart(WIDTH, HEIGHT, description());
    regions(svg);
    for (double tick : across.ticks()) {
      svg.words("tick middle", across.at(tick), bottom + 15, Axis.words(tick));
    }
    for (double tick : up.ticks()) {
      svg.words("tick end", LEFT - 6, up.at(tick) + 3.5, Axis.words(tick));
    }
    svg.words("tick end", RIGHT, bottom + 29, report.data().inputs().get(0));
    svg.words("tick", 4, TOP - 12, report.data().inputs().get(1));
    marks(svg, report.split().training(), "mark");
    report.split().validation().ifPresent(kept -> marks(svg, kept, "mark kept"));
    legend(svg);
    return svg.toString();
  }

  /** Cells of the same class and certainty in a row are one rectangle; a line where it changes. */
  private void regions(Chart svg) {
    double[] points = new double[2 * CELLS * CELLS];
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        int at = 2 * (row * CELLS + column);
        points[at] = across.low() + (column + 0.5) / CELLS * (across.high() - across.low());
        points[at + 1] = up.high() - (row + 0.5) / CELLS * (up.high() - up.low());
      }
    }
    Model model = report.model();
    DenseTensor p = model.probabilities(DenseTensor.of(Shape.of(CELLS * CELLS, 2), points));
    int[] said = Model.best(p);
    int m = model.classes().size();
    double width = (double) (RIGHT - LEFT) / CELLS;
    double height = (double) (bottom - TOP) / CELLS;
    for (int row = 0; row < CELLS; row++) {
      int start = 0;
      for (int column = 1; column <= CELLS; column++) {
        int first = row * CELLS + start;
        int here = row * CELLS + column;
        if (column < CELLS && style(p, said, m, first).equals(style(p, said, m, here))) {
          continue;
        }
        svg.rectangle(
            style(p, said, m, first),
            LEFT + start * width,
            TOP + row * height,
            (column - start) * width,
            height);
        start = column;
      }
    }
    for (int row = 0; row < CELLS; row++) {
      for (int column = 0; column < CELLS; column++) {
        int here = row * CELLS + column;
        double x = LEFT + (column + 1) * width;
        double y = TOP + (row + 1) * height;
        if (column + 1 < CELLS && said[here] != said[here + 1]) {
          svg.line("border", x, y - height, x, y);
        }
        if (row + 1 < CELLS && said[here] != said[here + CELLS]) {
          svg.line("border", x - width, y, x, y);
        }
      }
    }
  }

  /** The class, and how sure the network is, in three steps. */
  private static String style(DenseTensor p, int[] said, int m, int row) {
    double sure = p.at(row * m + said[row]);
    int level = sure > 0.95 ? 3 : sure > 0.75 ? 2 : 1;
    return "region k" + said[row] % COLOURS + " sure" + level;
  }

  private void marks(Chart svg, Dataset data, String style) {
    int every = (data.size() + MOST_MARKS - 1) / MOST_MARKS;
    for (int row = 0; row < data.size(); row += every) {
      mark(
          svg,
          style,
          data.label(row),
          across.at(data.examples().at(2 * row)),
          up.at(data.examples().at(2 * row + 1)));
    }
  }

  private static void mark(Chart svg, String style, int label, double x, double y) {
    String all = style + " k" + label % COLOURS;
    double r = 3.4;
    switch (label % 5) {
      case 0 -> svg.circle(all, x, y, r);
      case 1 -> svg.polygon(all, x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r);
      case 2 -> svg.polygon(all, x, y - r - 1, x + r + 1, y + r, x - r - 1, y + r);
      case 3 -> svg.polygon(all, x, y - r - 1, x + r + 1, y, x, y + r + 1, x - r - 1, y);
      default -> svg.polygon(all, x, y + r + 1, x + r + 1, y - r, x - r - 1, y - r);
    }
  }

  private void legend(Chart svg) {
    List<String> classes = report.data().classes();
    double x = RIGHT;
    for (int k = classes.size() - 1; k >= 0; k--) {
      String name = classes.get(k);
      x -= 22 + 6.2 * Math.min(name.length(), 16);
      if (x < LEFT + 40) {
        return;
      }
      mark(svg, "mark", k, x, 12);
      svg.words("label", x + 8, 16, name.length() > 16 ? name.substring(0, 15) + "…" : name);
    }
  }

  private String description() {
    return "Which class the network sees where, over "
        + report.data().inputs().get(0)
        + " and "
        + report.data().inputs().get(1)
        + ", and the examples, a shape for each of the classes "
        + String.join(", ", report.data().classes());
  }
}
