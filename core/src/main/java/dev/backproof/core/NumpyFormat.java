package dev.backproof.core;

import java.util.ArrayList;
import java.util.List;

/**
 * Prints a tensor as NumPy 2 prints an array with its default options.
 *
 * <p>Lines are at most 75 wide; above 1000 entries only three at either end of each axis are shown.
 * A scalar is printed in full; a tensor without entries is {@code []}, whatever its shape.
 */
final class NumpyFormat {
  private static final int LINE_WIDTH = 75;
  private static final int THRESHOLD = 1000;
  private static final int EDGE_ITEMS = 3;

  private final DenseTensor tensor;
  private final int[] extents;
  private final boolean summarised;
  private final NumpyColumn column;

  private NumpyFormat(DenseTensor tensor) {
    this.tensor = tensor;
    this.extents = tensor.shape().numbers();
    this.summarised = tensor.count() > THRESHOLD;
    List<Double> shown = new ArrayList<>();
    collect(0, 0, shown);
    this.column = NumpyColumn.of(shown);
  }

  static String format(DenseTensor tensor) {
    if (tensor.shape().rank() == 0) {
      return NumpyColumn.scalar(tensor.item());
    }
    return tensor.count() == 0 ? "[]" : new NumpyFormat(tensor).block(0, 0, LINE_WIDTH);
  }

  /** Adds the entries that are shown below a position of the axes before {@code axis}. */
  private void collect(int axis, int position, List<Double> shown) {
    if (axis == extents.length) {
      shown.add(tensor.at(position));
      return;
    }
    for (int i = 0; i < extents[axis]; i++) {
      if (isShown(axis, i)) {
        collect(axis + 1, position * extents[axis] + i, shown);
      }
    }
  }

  private boolean isShown(int axis, int i) {
    return !isCut(axis) || i < EDGE_ITEMS || i >= extents[axis] - EDGE_ITEMS;
  }

  private boolean isCut(int axis) {
    return summarised && extents[axis] > 2 * EDGE_ITEMS;
  }

  private String block(int axis, int position, int width) {
    String indent = " ".repeat(axis + 1);
    String inside =
        axis == extents.length - 1
            ? row(axis, position, indent, width - 1)
            : blocks(axis, position, indent, width);
    return "[" + inside.substring(indent.length()) + "]";
  }

  private String blocks(int axis, int position, String indent, int width) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < extents[axis]; i++) {
      if (isShown(axis, i)) {
        parts.add(indent + block(axis + 1, position * extents[axis] + i, width - 1));
      } else if (i == EDGE_ITEMS) {
        parts.add(indent + "...");
      }
    }
    return String.join("\n".repeat(extents.length - 1 - axis), parts);
  }

  private String row(int axis, int position, String indent, int width) {
    StringBuilder done = new StringBuilder();
    StringBuilder line = new StringBuilder(indent);
    for (int i = 0; i < extents[axis]; i++) {
      if (isShown(axis, i) || i == EDGE_ITEMS) {
        String word =
            isShown(axis, i) ? column.text(tensor.at(position * extents[axis] + i)) : "...";
        if (line.length() + word.length() > width && line.length() > indent.length()) {
          done.append(line.toString().stripTrailing()).append('\n');
          line = new StringBuilder(indent);
        }
        line.append(word);
        line.append(i < extents[axis] - 1 ? " " : "");
      }
    }
    return done.append(line).toString();
  }
}
