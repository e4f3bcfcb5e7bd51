package dev.backproof.core;

import java.util.Arrays;
import java.util.List;

/**
 * The reading that computes: float64 entries in row-major order.
 *
 * <p>Immutable, so it may be shared between threads without care. Arrays are copied on the way in
 * and out. Equality compares shapes and entries as {@link Double#equals} does: NaN equals NaN, and
 * 0.0 differs from −0.0.
 */
public final class DenseTensor implements Tensor<DenseTensor> {
  private final Shape shape;
  private final double[] data;

  /** Takes the array as it is: for callers that have just made it and keep no other reference. */
  DenseTensor(Shape shape, double[] data) {
    this.shape = shape;
    this.data = data;
  }

  /**
   * The tensor with the given shape and entries, in row-major order.
   *
   * @throws IllegalArgumentException if there are not as many entries as the shape has
   */
  public static DenseTensor of(Shape shape, double... entries) {
    if (shape.count() != entries.length) {
      throw new IllegalArgumentException(
          shape + " has " + shape.count() + " entries, but " + entries.length + " were given");
    }
    return new DenseTensor(shape, entries.clone());
  }

  /** A single number, of shape []. */
  public static DenseTensor scalar(double value) {
    return new DenseTensor(Shape.SCALAR, new double[] {value});
  }

  /** A vector. */
  public static DenseTensor vector(double... entries) {
    return new DenseTensor(Shape.of(entries.length), entries.clone());
  }

  /**
   * A matrix, row by row.
   *
   * @throws IllegalArgumentException if the rows are not equally long
   */
  public static DenseTensor matrix(double[]... rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[] data = new double[rows.length * columns];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new IllegalArgumentException(
            "matrix: row 0 has " + columns + " entries, row " + i + " has " + rows[i].length);
      }
      System.arraycopy(rows[i], 0, data, i * columns, columns);
    }
    return new DenseTensor(Shape.of(rows.length, columns), data);
  }

  /** A tensor of one repeated number. */
  public static DenseTensor full(Shape shape, double value) {
    double[] data = new double[shape.count()];
    Arrays.fill(data, value);
    return new DenseTensor(shape, data);
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public DenseTensor self() {
    return this;
  }

  /** The entries in row-major order, in a new array. */
  public double[] toArray() {
    return data.clone();
  }

  /** The entries, not copied: for the kernels of this package, which only read them. */
  double[] data() {
    return data;
  }

  /** The number of entries. */
  public int count() {
    return data.length;
  }

  /** The entry at a position in row-major order. */
  public double at(int position) {
    return data[position];
  }

  /**
   * The entry at an index, one number for each axis.
   *
   * @throws IllegalArgumentException if there are not as many numbers as axes
   * @throws IndexOutOfBoundsException if one leaves its axis
   */
  public double get(int... index) {
    int[] extents = shape.numbers();
    if (index.length != extents.length) {
      throw new IllegalArgumentException(
          "get: " + Arrays.toString(index) + " does not index " + shape);
    }
    int position = 0;
    for (int axis = 0; axis < extents.length; axis++) {
      if (index[axis] < 0 || index[axis] >= extents[axis]) {
        throw new IndexOutOfBoundsException(
            "get: " + Arrays.toString(index) + " leaves axis " + axis + " of " + shape);
      }
      position = position * extents[axis] + index[axis];
    }
    return data[position];
  }

  /**
   * The only entry.
   *
   * @throws IllegalStateException if there is not exactly one
   */
  public double item() {
    if (data.length != 1) {
      throw new IllegalStateException(
          "item: " + shape + " has " + data.length + " entries, not one");
    }
    return data[0];
  }

  /** This tensor with one entry replaced, by its position in row-major order. */
  public DenseTensor with(int position, double value) {
    double[] other = data.clone();
    other[position] = value;
    return new DenseTensor(shape, other);
  }

  @Override
  public DenseTensor apply(Op op) {
    Shape result = ShapeRules.infer(op, shape);
    return switch (op.primitive()) {
      case RESHAPE, DETACH -> new DenseTensor(result, data);
      case EXPAND -> op.size().isOne() ? new DenseTensor(result, data) : run(op, result, this);
      case CUSTOM -> custom(op, result, List.of(this));
      default -> run(op, result, this);
    };
  }

  @Override
  public DenseTensor apply(Op op, DenseTensor b) {
    Shape result = ShapeRules.infer(op, shape, b.shape);
    return op.primitive() == Primitive.CUSTOM
        ? custom(op, result, List.of(this, b))
        : run(op, result, this, b);
  }

  @Override
  public DenseTensor apply(Op op, DenseTensor b, DenseTensor c) {
    Shape result = ShapeRules.infer(op, shape, b.shape, c.shape);
    return op.primitive() == Primitive.CUSTOM
        ? custom(op, result, List.of(this, b, c))
        : run(op, result, this, b, c);
  }

  private static DenseTensor run(Op op, Shape result, DenseTensor... operands) {
    double[] y = new double[result.count()];
    Kernels.run(op, operands, result, y);
    return new DenseTensor(result, y);
  }

  private static DenseTensor custom(Op op, Shape result, List<DenseTensor> operands) {
    DenseTensor y = op.custom().value(operands);
    if (!y.shape.equals(result)) {
      throw new IllegalStateException(
          op.name() + ": its value has shape " + y.shape + ", but its shape rule says " + result);
    }
    return y;
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof DenseTensor that
            && that.shape.equals(shape)
            && Arrays.equals(that.data, data));
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(data);
  }

  /** The entries as NumPy prints an array: 8 digits, columns aligned, long axes summarised. */
  @Override
  public String toString() {
    return NumpyFormat.format(this);
  }
}
