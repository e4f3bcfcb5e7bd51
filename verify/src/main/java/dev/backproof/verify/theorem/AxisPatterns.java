package dev.backproof.verify.theorem;

import static dev.backproof.verify.theorem.BroadcastPatterns.D;
import static dev.backproof.verify.theorem.BroadcastPatterns.H;
import static dev.backproof.verify.theorem.BroadcastPatterns.N;
import static dev.backproof.verify.theorem.BroadcastPatterns.ofRank;

import dev.backproof.core.Attribute.Axis;
import dev.backproof.core.Attribute.Insert;
import dev.backproof.core.Attribute.Permutation;
import dev.backproof.core.Attribute.Window;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.ArrayList;
import java.util.List;

/** The patterns of what works on axes: over each axis, in each order, each merging of axes. */
final class AxisPatterns {
  private static final Size ONE = Size.ONE;
  private static final int EXTENT = 4;

  private AxisPatterns() {}

  private static RowPattern on(Op op, Shape shape) {
    return RowPattern.of(op, Operand.any("x", shape));
  }

  /** Over each axis of each rank, and over an axis of extent 1. */
  static List<RowPattern> reductions(Primitive primitive) {
    List<RowPattern> patterns = new ArrayList<>();
    for (int rank = 1; rank <= 3; rank++) {
      for (int axis = 0; axis < rank; axis++) {
        patterns.add(on(new Op(primitive, new Axis(axis)), ofRank(rank)));
      }
    }
    patterns.add(on(new Op(primitive, new Axis(1)), Shape.of(N, ONE)));
    patterns.add(on(new Op(primitive, new Axis(0)), Shape.of(N, N)));
    return patterns;
  }

  /** At each place, by a symbol and by 1. */
  static List<RowPattern> expansions() {
    List<RowPattern> patterns = new ArrayList<>();
    for (Size by : List.of(N, ONE)) {
      for (int rank = 0; rank <= 2; rank++) {
        for (int axis = 0; axis <= rank; axis++) {
          patterns.add(on(new Op(Primitive.EXPAND, new Insert(axis, by)), ofRank(rank)));
        }
      }
    }
    patterns.add(on(new Op(Primitive.EXPAND, new Insert(0, N)), Shape.of(N)));
    patterns.add(on(new Op(Primitive.EXPAND, new Insert(1, N)), Shape.of(N)));
    return patterns;
  }

  /** All orders of up to three axes, and of two that are equally long. */
  static List<RowPattern> permutations() {
    List<RowPattern> patterns = new ArrayList<>();
    for (int rank = 1; rank <= 3; rank++) {
      for (List<Integer> order : orders(rank)) {
        patterns.add(on(permute(order), ofRank(rank)));
      }
    }
    patterns.add(on(permute(List.of(1, 0)), Shape.of(N, N)));
    patterns.add(on(permute(List.of(1, 2, 0)), Shape.of(N, N, N)));
    return patterns;
  }

  private static Op permute(List<Integer> order) {
    return new Op(Primitive.PERMUTE, new Permutation(order));
  }

  private static List<List<Integer>> orders(int count) {
    if (count == 0) {
      return List.of(List.of());
    }
    List<List<Integer>> longer = new ArrayList<>();
    for (List<Integer> shorter : orders(count - 1)) {
      for (int at = 0; at < count; at++) {
        List<Integer> order = new ArrayList<>(shorter);
        order.add(at, count - 1);
        longer.add(order);
      }
    }
    return longer;
  }

  /** Unit axes inserted and dropped, adjacent axes merged and split. */
  static List<RowPattern> reshapings() {
    List<List<Shape>> pairs =
        List.of(
            List.of(Shape.SCALAR, Shape.of(ONE)),
            List.of(Shape.of(N), Shape.of(ONE, N)),
            List.of(Shape.of(N), Shape.of(N, ONE)),
            List.of(Shape.of(N, D), Shape.of(N, ONE, D)),
            List.of(Shape.of(N, ONE), Shape.of(ONE, N)),
            List.of(Shape.of(N, D), Shape.of(N.times(D))),
            List.of(Shape.of(N, D, H), Shape.of(N.times(D), H)),
            List.of(Shape.of(N, D, H), Shape.of(N, D.times(H))),
            List.of(Shape.of(N, D, H), Shape.of(N.times(D).times(H))),
            List.of(Shape.of(N, D, ONE), Shape.of(N.times(D))),
            List.of(Shape.of(N, N), Shape.of(N.times(N))));
    List<RowPattern> patterns = new ArrayList<>();
    for (List<Shape> pair : pairs) {
      patterns.add(RowPatterns.to(Primitive.RESHAPE, pair.get(0), pair.get(1)));
      patterns.add(RowPatterns.to(Primitive.RESHAPE, pair.get(1), pair.get(0)));
    }
    patterns.add(
        RowPatterns.to(Primitive.RESHAPE, Shape.of(N.times(D), H), Shape.of(N, D.times(H))));
    return patterns;
  }

  /** Windows of an axis of 4: in front, in the middle, at the end, all of it, one entry. */
  static List<RowPattern> slices() {
    List<RowPattern> patterns = new ArrayList<>();
    for (int axis = 0; axis <= 2; axis++) {
      for (int[] window : new int[][] {{0, 2}, {1, 2}, {2, 2}, {0, 4}, {3, 1}}) {
        patterns.add(slice(axis, window, withNumber(axis, EXTENT)));
      }
    }
    patterns.add(slice(0, new int[] {1, 2}, Shape.of(EXTENT)));
    patterns.add(slice(0, new int[] {1, 2}, Shape.of(Size.of(EXTENT), N)));
    return patterns;
  }

  private static RowPattern slice(int axis, int[] window, Shape shape) {
    return on(new Op(Primitive.SLICE, new Window(axis, window[0], window[1])), shape);
  }

  /** An axis of 2, or of 1, at each place of a longer one. */
  static List<RowPattern> pads() {
    List<RowPattern> patterns = new ArrayList<>();
    for (int axis = 0; axis <= 2; axis++) {
      for (int[] window : new int[][] {{0, 3}, {1, 4}, {1, 3}, {0, 2}}) {
        patterns.add(pad(axis, window, withNumber(axis, 2)));
      }
      patterns.add(pad(axis, new int[] {1, 3}, withNumber(axis, 1)));
    }
    patterns.add(pad(0, new int[] {1, 4}, Shape.of(2)));
    patterns.add(pad(0, new int[] {1, 4}, Shape.of(Size.of(2), N)));
    return patterns;
  }

  private static RowPattern pad(int axis, int[] window, Shape shape) {
    return on(new Op(Primitive.PAD, new Window(axis, window[0], window[1])), shape);
  }

  /** Of rank 3, with a number as the extent of one axis. */
  private static Shape withNumber(int axis, int extent) {
    return ofRank(3).replace(axis, Size.of(extent));
  }
}
