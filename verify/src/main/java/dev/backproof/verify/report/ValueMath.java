package dev.backproof.verify.report;

import dev.backproof.core.DenseTensor;
import dev.backproof.verify.markup.MathMl;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in formulas: a vector as (1, 2), a matrix as a matrix, an array of more axes as nested
 * lists.
 *
 * <p>Each number says which entry of which place of the {@link Calculation} it is, {@code
 * data-v="s3:0"}, so that a page that computes can replace it.
 */
final class ValueMath {
  private ValueMath() {}

  /** A number or a small array. */
  static String of(DenseTensor value, String place) {
    return value.shape().rank() == 2 ? matrix(value, place) : list(value, place, 0, 0);
  }

  private static String entry(DenseTensor value, String place, int at) {
    return "<mn data-v=\"" + place + ":" + at + "\">" + ValueText.of(value.at(at)) + "</mn>";
  }

  private static String matrix(DenseTensor value, String place) {
    int columns = value.shape().size(1).number();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < value.shape().size(0).number(); i++) {
      List<String> row = new ArrayList<>();
      for (int j = 0; j < columns; j++) {
        row.add(entry(value, place, i * columns + j));
      }
      rows.add(row);
    }
    return MathMl.table("[", rows, "]");
  }

  private static String list(DenseTensor value, String place, int axis, int from) {
    int[] extents = value.shape().extents();
    if (axis == extents.length) {
      return entry(value, place, from);
    }
    int stride = 1;
    for (int i = axis + 1; i < extents.length; i++) {
      stride *= extents[i];
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < extents[axis]; i++) {
      parts.add(list(value, place, axis + 1, from + i * stride));
    }
    return MathMl.fenced("(", String.join(MathMl.operator(","), parts), ")");
  }
}
