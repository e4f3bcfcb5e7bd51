package dev.backproof.core;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The extents of a tensor's axes, outermost first: {@code [n×d]} is n rows of d entries, {@code []}
 * a scalar.
 *
 * <p>The rank is always known; an extent may be a symbol (see {@link Size}).
 */
public final class Shape implements Attribute {
  /** The shape of a single number, of rank 0. */
  public static final Shape SCALAR = new Shape(new Size[0]);

  private final Size[] sizes;
  private final int @Nullable [] extents;
  private final long count;

  private Shape(Size[] sizes) {
    this.sizes = sizes;
    boolean numbers = true;
    for (Size size : sizes) {
      numbers &= size.isNumber();
    }
    extents = numbers ? numbers(sizes) : null;
    count = extents == null ? 0 : count(extents);
  }

  private static int[] numbers(Size[] sizes) {
    for (Size size : sizes) {
      if (!size.fitsArray()) {
        throw new IllegalArgumentException(
            "shape: an extent of " + size + " is more than an array can hold");
      }
    }
    return Arrays.stream(sizes).mapToInt(Size::number).toArray();
  }

  /** The product of the extents, or as many as a {@code long} holds if there are more. */
  private static long count(int[] extents) {
    long product = 1;
    for (int extent : extents) {
      if (extent == 0) {
        return 0;
      }
      product = product > Long.MAX_VALUE / extent ? Long.MAX_VALUE : product * extent;
    }
    return product;
  }

  /**
   * The shape with the given extents.
   *
   * @throws IllegalArgumentException if an extent is more than an array can hold
   */
  public static Shape of(Size... sizes) {
    return sizes.length == 0 ? SCALAR : new Shape(sizes.clone());
  }

  /**
   * The shape with the given extents, all of them numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public static Shape of(int... extents) {
    return of(Arrays.stream(extents).mapToObj(Size::of).toArray(Size[]::new));
  }

  /** The number of axes. */
  public int rank() {
    return sizes.length;
  }

  /**
   * The extent of an axis; a negative axis counts from the end, so −1 is the innermost.
   *
   * @throws IllegalArgumentException if there is no such axis
   */
  public Size size(int axis) {
    return sizes[axis("size", axis)];
  }

  /** The innermost extent. */
  public Size last() {
    return size(-1);
  }

  /** All extents, outermost first. */
  public List<Size> sizes() {
    return List.of(sizes);
  }

  /** Whether every extent is a number. */
  public boolean isNumeric() {
    return extents != null;
  }

  /**
   * The extents as numbers, in a new array.
   *
   * @throws IllegalStateException if a symbol is left
   */
  public int[] extents() {
    return numbers().clone();
  }

  /** The extents as numbers, not copied: for the kernels of this package, which only read them. */
  int[] numbers() {
    if (extents == null) {
      throw new IllegalStateException(
          "the shape " + this + " has symbols; bind them to numbers first");
    }
    return extents;
  }

  /**
   * The number of entries.
   *
   * @throws IllegalStateException if a symbol is left
   * @throws IllegalArgumentException if there are more than an array can hold
   */
  public int count() {
    numbers();
    if (count > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the shape " + this + " has more entries than an array can hold");
    }
    return (int) count;
  }

  /** The product of all extents, in the order of the axes. */
  public Size product() {
    Size product = Size.ONE;
    for (Size size : sizes) {
      product = product.times(size);
    }
    return product;
  }

  /** This shape with the symbols that {@code numbers} knows replaced. */
  public Shape bind(Map<String, Integer> numbers) {
    return mapSizes(size -> size.bind(numbers));
  }

  /** This shape with each extent replaced by its image; one of numbers stays as it is. */
  public Shape mapSizes(UnaryOperator<Size> image) {
    return extents != null ? this : of(Arrays.stream(sizes).map(image).toArray(Size[]::new));
  }

  /**
   * This shape without one axis.
   *
   * @throws IllegalArgumentException if there is no such axis
   */
  public Shape without(int axis) {
    int front = axis("without", axis);
    Size[] left = new Size[sizes.length - 1];
    System.arraycopy(sizes, 0, left, 0, front);
    System.arraycopy(sizes, front + 1, left, front, left.length - front);
    return of(left);
  }

  /**
   * This shape with one axis more, which stands at {@code axis} afterwards.
   *
   * @throws IllegalArgumentException if {@code axis} is not one of 0 to the rank
   */
  public Shape with(int axis, Size size) {
    if (axis < 0 || axis > sizes.length) {
      throw new IllegalArgumentException(
          "with: no place " + axis + " for a new axis in " + this + "; 0 to " + sizes.length);
    }
    Size[] more = new Size[sizes.length + 1];
    System.arraycopy(sizes, 0, more, 0, axis);
    more[axis] = size;
    System.arraycopy(sizes, axis, more, axis + 1, sizes.length - axis);
    return of(more);
  }

  /**
   * This shape with one extent replaced.
   *
   * @throws IllegalArgumentException if there is no such axis
   */
  public Shape replace(int axis, Size size) {
    Size[] other = sizes.clone();
    other[axis("replace", axis)] = size;
    return of(other);
  }

  /**
   * {@code axis} counted from the front, where a negative one counts from the end; {@code
   * operation} asks.
   */
  int axis(String operation, int axis) {
    int front = axis < 0 ? axis + sizes.length : axis;
    if (front < 0 || front >= sizes.length) {
      throw new IllegalArgumentException(
          operation + ": no axis " + axis + " in " + this + ", which has rank " + sizes.length);
    }
    return front;
  }

  @Override
  public boolean equals(Object other) {
    if (other == this) {
      return true;
    }
    if (!(other instanceof Shape that)) {
      return false;
    }
    return (extents != null && that.extents != null)
        ? Arrays.equals(extents, that.extents)
        : Arrays.equals(sizes, that.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner("×", "[", "]");
    for (Size size : sizes) {
      text.add(size.toString());
    }
    return text.toString();
  }
}
