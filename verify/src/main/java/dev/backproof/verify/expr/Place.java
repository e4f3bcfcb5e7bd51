package dev.backproof.verify.expr;

import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where an entry stands: for each axis its coordinates, one for each factor of the extent.
 *
 * <p>A symbolic factor has an index, a number k &gt; 1 a position 0 … k−1, written as a number. An
 * axis of extent 1 has none, a merged axis n·d two.
 *
 * @param axes the coordinates of each axis
 */
record Place(List<List<Term>> axes) {
  /** Copies the list. */
  Place {
    axes = List.copyOf(axes);
  }

  /**
   * The place in a tensor of a shape that some coordinates name, in the order of its factors.
   *
   * @throws IllegalArgumentException if there are not as many as the shape has factors, or one does
   *     not fit its factor
   */
  static Place of(Shape shape, List<Term> coordinates) {
    List<List<Term>> axes = new ArrayList<>();
    int next = 0;
    for (Size size : shape.sizes()) {
      List<Term> axis = new ArrayList<>();
      for (Size factor : size.factors()) {
        if (next < coordinates.size()) {
          axis.add(fitting(shape, factor, coordinates.get(next)));
        }
        next++;
      }
      axes.add(axis);
    }
    if (next != coordinates.size()) {
      throw new IllegalArgumentException(
          "entry: " + shape + " wants " + next + " coordinates, not " + coordinates.size());
    }
    return new Place(axes);
  }

  private static Term fitting(Shape shape, Size factor, Term coordinate) {
    boolean fits =
        factor.isNumber()
            ? coordinate.is(Term.Kind.NUMBER)
                && coordinate.number().isInteger()
                && coordinate.number().signum() >= 0
                && coordinate.number().compareTo(Rational.of(factor.number())) < 0
            : coordinate.is(Term.Kind.INDEX);
    if (!fits) {
      throw new IllegalArgumentException(
          "entry: "
              + coordinate
              + " is no "
              + (factor.isNumber() ? "position below " : "index over ")
              + factor
              + " in "
              + shape);
    }
    return coordinate;
  }

  /** The factors of all extents in order, each of which has a coordinate. */
  static List<Size> factors(Shape shape) {
    return shape.sizes().stream().flatMap(size -> size.factors().stream()).toList();
  }

  /** All coordinates in order. */
  List<Term> coordinates() {
    return axes.stream().flatMap(List::stream).toList();
  }

  List<Term> axis(int axis) {
    return axes.get(axis);
  }

  Place without(int axis) {
    List<List<Term>> left = new ArrayList<>(axes);
    left.remove(axis);
    return new Place(left);
  }

  Place with(int axis, List<Term> coordinates) {
    List<List<Term>> more = new ArrayList<>(axes);
    more.add(axis, List.copyOf(coordinates));
    return new Place(more);
  }

  /** This, a place in a window, as one in the whole, and the other way round; it may be outside. */
  Place shifted(int axis, int by) {
    Rational position = axis(axis).isEmpty() ? Rational.ZERO : axis(axis).get(0).number();
    return without(axis).with(axis, List.of(Term.number(position.plus(Rational.of(by)))));
  }

  /** Where a tensor of shape {@code of} stands that broadcasting has repeated to this place. */
  Place broadcast(Shape of) {
    int front = axes.size() - of.rank();
    List<List<Term>> own = new ArrayList<>();
    for (int i = 0; i < of.rank(); i++) {
      own.add(of.size(i).isOne() ? List.of() : axes.get(front + i));
    }
    return new Place(own);
  }

  /** Where an axis of the result was an axis of the operand: axis i was {@code axes[i]}. */
  Place permuted(List<Integer> from) {
    List<List<Term>> own = new ArrayList<>(axes);
    for (int i = 0; i < from.size(); i++) {
      own.set(from.get(i), axes.get(i));
    }
    return new Place(own);
  }

  /**
   * Every place in a tensor of a shape: the positions run through all numbers, the last fastest,
   * while the index of each symbol stays.
   *
   * @param indices one for each symbolic factor
   */
  static void each(Shape shape, List<Term> indices, Consumer<Place> visitor) {
    each(shape, factors(shape), indices, new ArrayList<>(), visitor);
  }

  private static void each(
      Shape shape,
      List<Size> factors,
      List<Term> indices,
      List<Term> done,
      Consumer<Place> visitor) {
    if (done.size() == factors.size()) {
      visitor.accept(of(shape, done));
      return;
    }
    Size factor = factors.get(done.size());
    List<Term> left = factor.isNumber() ? indices : indices.subList(1, indices.size());
    int count = factor.isNumber() ? factor.number() : 1;
    for (int p = 0; p < count; p++) {
      done.add(factor.isNumber() ? Term.number(p) : indices.get(0));
      each(shape, factors, left, done, visitor);
      done.remove(done.size() - 1);
    }
  }
}
