package dev.backproof.core;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reading that computes: float64 entries in row-major order.
 *
 * <p>Immutable, so it may be shared between threads without care. Arrays are copied on the way in
 * and out. Equality compares shapes and entries as {@link Double#equals} does: NaN equals NaN, and
 * 0.0 differs from −0.0.
 */
public final class DenseTensor implements Tensor<DenseTensor> {
  /** A shape and the entries it arranges. */
  private static final class Block {
    final Shape shape;
    final double[] data;

    Block(Shape shape, double[] data) {
      this.shape = shape;
      this.data = data;
    }
  }

  /**
   * What is not a single number. A number stands in this object itself, of 24 bytes; with an array
   * of one entry it took 48, and a graph of scalars is made of little else.
   */
  private final @Nullable Block block;

  private final double number;

  private DenseTensor(double number) {
    this.block = null;
    this.number = number;
  }

  /** A window on an array, which shows what is written to it, even if that has only one entry. */
  DenseTensor(Shape shape, double[] data) {
    this.block = new Block(shape, data);
    this.number = 0;
  }

  /** Takes the array as it is: for callers that have just made it and keep no other reference. */
  static DenseTensor owning(Shape shape, double[] data) {
    return shape.rank() == 0 ? new DenseTensor(data[0]) : new DenseTensor(shape, data);
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
    return owning(shape, entries.clone());
  }

  /** A single number, of shape []. */
  public static DenseTensor scalar(double value) {
    return new DenseTensor(value);
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
    return owning(shape, data);
  }

  @Override
  public Shape shape() {
    return block == null ? Shape.SCALAR : block.shape;
  }

  @Override
  public DenseTensor self() {
    return this;
  }

  /** The entries in row-major order, in a new array. */
  public double[] toArray() {
    return data().clone();
  }

  /**
   * The entries, not copied unless they are a single number: for the kernels of this package, which
   * only read them.
   */
  double[] data() {
    return block == null ? new double[] {number} : block.data;
  }

  /** The number of entries. */
  public int count() {
    return block == null ? 1 : block.data.length;
  }

  /** The entry at a position in row-major order. */
  public double at(int position) {
    return block == null && position == 0 ? number : data()[position];
  }

  /**
   * The entry at an index, one number for each axis.
   *
   * @throws IllegalArgumentException if there are not as many numbers as axes
   * @throws IndexOutOfBoundsException if one leaves its axis
   */
  public double get(int... index) {
    int[] extents = shape().numbers();
    if (index.length != extents.length) {
      throw new IllegalArgumentException(
          "get: " + Arrays.toString(index) + " does not index " + shape());
    }
    int position = 0;
    for (int axis = 0; axis < extents.length; axis++) {
      if (index[axis] < 0 || index[axis] >= extents[axis]) {
        throw new IndexOutOfBoundsException(
            "get: " + Arrays.toString(index) + " leaves axis " + axis + " of " + shape());
      }
      position = position * extents[axis] + index[axis];
    }
    return at(position);
  }

  /**
   * The only entry.
   *
   * @throws IllegalStateException if there is not exactly one
   */
  public double item() {
    if (count() != 1) {
      throw new IllegalStateException("item: " + shape() + " has " + count() + " entries, not one");
    }
    return at(0);
  }

  /** This tensor with one entry replaced, by its position in row-major order. */
  public DenseTensor with(int position, double value) {
    double[] other = toArray();
    other[position] = value;
    return owning(shape(), other);
  }

  @Override
  public DenseTensor apply(Op op) {
    if (block == null && op.primitive() == Primitive.MAP) {
      return new DenseTensor(op.elementary().value(number));
    }
    Shape result = ShapeRules.infer(op, shape());
    return switch (op.primitive()) {
      case RESHAPE, DETACH -> owning(result, data());
      case EXPAND -> op.size().isOne() ? new DenseTensor(result, data()) : run(op, result, this);
      case CONSTANT -> new DenseTensor(op.constant().value());
      case CUSTOM -> custom(op, result, List.of(this));
      default -> run(op, result, this);
    };
  }

  // Two numbers fit in shape and need no loop; that is most of what a graph of scalars costs.
  @Override
  public DenseTensor apply(Op op, DenseTensor b) {
    Primitive primitive = op.primitive();
    if (block == null && b.block == null && primitive.isEntrywiseOfTwo()) {
      return new DenseTensor(EntrywiseKernels.value(primitive, number, b.number));
    }
    Shape result = ShapeRules.infer(op, shape(), b.shape());
    return primitive == Primitive.CUSTOM
        ? custom(op, result, List.of(this, b))
        : run(op, result, this, b);
  }

  @Override
  public DenseTensor apply(Op op, DenseTensor b, DenseTensor c) {
    boolean numbers = block == null && b.block == null && c.block == null;
    if (numbers && op.primitive() == Primitive.WHERE) {
      return new DenseTensor(EntrywiseKernels.select(number, b.number, c.number));
    }
    Shape result = ShapeRules.infer(op, shape(), b.shape(), c.shape());
    return op.primitive() == Primitive.CUSTOM
        ? custom(op, result, List.of(this, b, c))
        : run(op, result, this, b, c);
  }

  private static DenseTensor run(Op op, Shape result, DenseTensor... operands) {
    double[] y = new double[result.count()];
    Kernels.run(op, operands, result, y);
    return owning(result, y);
  }

  private static DenseTensor custom(Op op, Shape result, List<DenseTensor> operands) {
    DenseTensor y = op.custom().value(operands);
    if (!y.shape().equals(result)) {
      throw new IllegalStateException(
          op.name() + ": its value has shape " + y.shape() + ", but its shape rule says " + result);
    }
    return y;
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof DenseTensor that
            && that.shape().equals(shape())
            && Arrays.equals(that.data(), data()));
  }

  @Override
  public int hashCode() {
    return 31 * shape().hashCode() + Arrays.hashCode(data());
  }

  /** The entries as NumPy prints an array: 8 digits, columns aligned, long axes summarised. */
  @Override
  public String toString() {
    return NumpyFormat.format(this);
  }
}
