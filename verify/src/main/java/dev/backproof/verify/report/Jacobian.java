package dev.backproof.verify.report;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The matrix of a local derivative: row i is what comes back when entry i of the cotangent is 1.
 */
final class Jacobian {
  /** Of a graph with more operations no matrices are made. */
  static final int LARGEST_GRAPH = 200;

  private static final int MOST_ENTRIES = 64;
  private static final int MOST_ROWS = 8;
  private static final int MOST_COLUMNS = 12;

  private Jacobian() {}

  /** Whether the matrix can be looked at. */
  static boolean isSmall(Shape result, Shape operand) {
    int rows = result.count();
    int columns = operand.count();
    return rows <= MOST_ROWS && columns <= MOST_COLUMNS && rows * columns <= MOST_ENTRIES;
  }

  /** The cotangents of one entry each. */
  static List<DenseTensor> units(Shape result) {
    List<DenseTensor> units = new ArrayList<>();
    DenseTensor zero = DenseTensor.full(result, 0);
    for (int i = 0; i < result.count(); i++) {
      units.add(zero.with(i, 1));
    }
    return units;
  }

  /** The matrix, [entries of the result × entries of the operand]. */
  static DenseTensor of(Shape result, Shape operand, UnaryOperator<DenseTensor> pullback) {
    int columns = operand.count();
    double[] entries = new double[result.count() * columns];
    int row = 0;
    for (DenseTensor unit : units(result)) {
      System.arraycopy(pullback.apply(unit).toArray(), 0, entries, row * columns, columns);
      row++;
    }
    return DenseTensor.of(Shape.of(result.count(), columns), entries);
  }
}
