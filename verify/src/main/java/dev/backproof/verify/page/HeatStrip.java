package dev.backproof.verify.page;

import dev.backproof.core.DenseTensor;
import java.util.Arrays;

/**
 * A large array as a small picture: a cell for each block of entries, coloured by their mean in
 * eleven steps from the most negative to the most positive.
 *
 * <p>The rows of the picture are the rows of the last two axes, those before one below the other.
 */
final class HeatStrip {
  private static final int MOST_ROWS = 16;
  private static final int MOST_COLUMNS = 48;
  private static final int CELL = 9;
  private static final int STEPS = 5;

  private HeatStrip() {}

  /**
   * The picture.
   *
   * @param binding which value it shows
   */
  static String of(DenseTensor value, String binding) {
    int rank = value.shape().rank();
    int width = rank == 0 ? 1 : value.shape().last().number();
    int height = width == 0 ? 0 : value.count() / width;
    int rows = Math.min(height, MOST_ROWS);
    int columns = Math.min(width, MOST_COLUMNS);
    double[] means = means(value, rows, columns, height, width);
    double scale = Arrays.stream(means).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    StringBuilder svg = new StringBuilder("<svg class=\"heat\" role=\"img\" width=\"");
    svg.append(columns * CELL).append("\" height=\"").append(rows * CELL);
    svg.append("\" aria-label=\"the entries as colours, by blocks\" data-h=\"").append(binding);
    svg.append("\" data-size=\"").append(rows).append(' ').append(columns).append(' ');
    svg.append(height).append(' ').append(width).append("\">");
    for (int i = 0; i < means.length; i++) {
      svg.append("<rect class=\"h").append(level(means[i], scale)).append("\" x=\"");
      svg.append(i % columns * CELL).append("\" y=\"").append(i / columns * CELL);
      svg.append("\" width=\"").append(CELL).append("\" height=\"").append(CELL).append("\"/>");
    }
    return svg.append("</svg>").toString();
  }

  private static double[] means(DenseTensor value, int rows, int columns, int height, int width) {
    double[] sums = new double[rows * columns];
    int[] counts = new int[rows * columns];
    for (int i = 0; i < value.count(); i++) {
      int row = (int) ((long) (i / width) * rows / height);
      int column = (int) ((long) (i % width) * columns / width);
      sums[row * columns + column] += value.at(i);
      counts[row * columns + column]++;
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= counts[i];
    }
    return sums;
  }

  private static String level(double mean, double scale) {
    if (Double.isNaN(mean)) {
      return "n";
    }
    double part = scale == 0 ? 0 : Math.max(-1, Math.min(1, mean / scale));
    return Long.toString(Math.round(STEPS * part));
  }
}
