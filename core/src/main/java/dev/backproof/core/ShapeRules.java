package dev.backproof.core;

import dev.backproof.core.Attribute.Window;
import java.util.List;

/**
 * The shape of every primitive's result, for all readings alike.
 *
 * <p>A shape that does not fit is refused here, with the operation, the shapes and the rule that is
 * broken; no kernel and no rule page checks again.
 */
public final class ShapeRules {
  private ShapeRules() {}

  /**
   * The shape of {@code op} applied to operands of the given shapes.
   *
   * @throws IllegalArgumentException if they do not fit
   */
  public static Shape infer(Op op, Shape... operands) {
    boolean lends = op.arity() == 0 && operands.length == 1;
    if (!lends && op.arity() != operands.length) {
      throw new IllegalArgumentException(
          op + ": takes " + op.arity() + " operands, not " + operands.length);
    }
    return switch (op.primitive()) {
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, EQUAL, GREATER ->
          broadcast(op.name(), operands[0], operands[1]);
      case WHERE ->
          broadcast(op.name(), operands[0], broadcast(op.name(), operands[1], operands[2]));
      case MAP, DETACH -> operands[0];
      case MATMUL -> matrixProduct(operands[0], operands[1]);
      case SUM -> operands[0].without(operands[0].axis(op.name(), op.axis()));
      case MAX -> maximum(op, operands[0]);
      case EXPAND -> expanded(op, operands[0]);
      case BROADCAST_TO -> repeated(op, operands[0], op.target());
      case SUM_TO -> {
        repeated(op, op.target(), operands[0]);
        yield op.target();
      }
      case PERMUTE -> permuted(op, operands[0]);
      case RESHAPE -> reshaped(op, operands[0]);
      case SLICE -> sliced(op, operands[0]);
      case PAD -> padded(op, operands[0]);
      case ONE_HOT -> operands[0].with(operands[0].rank(), op.size());
      case SIZE, CONSTANT -> Shape.SCALAR;
      case CUSTOM -> op.custom().shape(List.of(operands));
    };
  }

  /**
   * The shape two operands are repeated to: aligned at the last axis, equal extents stay and a
   * literal 1 takes the other's extent. A symbol never counts as 1.
   */
  static Shape broadcast(String operation, Shape a, Shape b) {
    if (b.rank() == 0 || a.equals(b)) {
      return a;
    }
    if (a.rank() == 0) {
      return b;
    }
    int rank = Math.max(a.rank(), b.rank());
    Size[] sizes = new Size[rank];
    for (int back = 1; back <= rank; back++) {
      Size x = back > a.rank() ? Size.ONE : a.size(-back);
      Size y = back > b.rank() ? Size.ONE : b.size(-back);
      if (!x.equals(y) && !x.isOne() && !y.isOne()) {
        throw new IllegalArgumentException(
            operation
                + ": shapes do not broadcast: "
                + a
                + " and "
                + b
                + " ("
                + x
                + " ≠ "
                + y
                + ")");
      }
      sizes[rank - back] = x.isOne() ? y : x;
    }
    return Shape.of(sizes);
  }

  /**
   * The shape of NumPy's {@code matmul} for vectors and matrices.
   *
   * @throws IllegalArgumentException if an operand is a scalar or has more than two axes, or the
   *     inner extents differ
   */
  static Shape product(Shape a, Shape b) {
    if (a.rank() < 1 || a.rank() > 2 || b.rank() < 1 || b.rank() > 2) {
      throw new IllegalArgumentException(
          "matmul: wants vectors or matrices, not "
              + a
              + " · "
              + b
              + "; multiply by a scalar with times");
    }
    Size inner = b.size(0);
    if (!a.last().equals(inner)) {
      throw new IllegalArgumentException(
          "matmul: inner extents differ: " + a + " · " + b + " (" + a.last() + " ≠ " + inner + ")");
    }
    Shape rows = a.rank() == 1 ? Shape.SCALAR : Shape.of(a.size(0));
    return b.rank() == 1 ? rows : rows.with(rows.rank(), b.size(1));
  }

  private static Shape matrixProduct(Shape a, Shape b) {
    if (a.rank() != 2 || b.rank() != 2) {
      throw new IllegalArgumentException(
          "matmul: the primitive wants matrices, not " + a + " · " + b);
    }
    return product(a, b);
  }

  private static Shape maximum(Op op, Shape a) {
    int axis = a.axis(op.name(), op.axis());
    if (a.size(axis).equals(Size.of(0))) {
      throw new IllegalArgumentException(
          "max: axis " + axis + " of " + a + " is empty; a maximum of nothing has no value");
    }
    return a.without(axis);
  }

  private static Shape expanded(Op op, Shape a) {
    if (op.axis() < 0 || op.axis() > a.rank()) {
      throw new IllegalArgumentException(
          "expand: no place " + op.axis() + " for a new axis in " + a + "; 0 to " + a.rank());
    }
    return a.with(op.axis(), op.size());
  }

  /** {@code to}, if broadcasting {@code from} gives it. */
  private static Shape repeated(Op op, Shape from, Shape to) {
    if (from.rank() > to.rank() || !broadcast(op.name(), from, to).equals(to)) {
      throw new IllegalArgumentException(op.name() + ": " + from + " does not broadcast to " + to);
    }
    return to;
  }

  private static Shape permuted(Op op, Shape a) {
    List<Integer> axes = op.permutation().axes();
    if (axes.size() != a.rank()) {
      throw new IllegalArgumentException(
          "permute: " + axes + " orders " + axes.size() + " axes, but " + a + " has " + a.rank());
    }
    return Shape.of(axes.stream().map(a::size).toArray(Size[]::new));
  }

  private static Shape reshaped(Op op, Shape a) {
    Shape target = op.target();
    boolean same =
        (a.isNumeric() && target.isNumeric())
            ? a.count() == target.count()
            : a.product().equals(target.product());
    if (!same) {
      throw new IllegalArgumentException(
          "reshape: "
              + a
              + " to "
              + target
              + " changes the number of entries"
              + (a.isNumeric() ? "" : " or their order"));
    }
    return target;
  }

  private static Shape sliced(Op op, Shape a) {
    Window window = op.window();
    int axis = a.axis(op.name(), window.axis());
    int extent = a.size(axis).number();
    if (window.start() < 0 || window.length() < 0 || window.start() > extent - window.length()) {
      throw new IllegalArgumentException(
          "slice: entries "
              + window.start()
              + " to "
              + ((long) window.start() + window.length())
              + " leave axis "
              + axis
              + " of "
              + a);
    }
    return a.replace(axis, Size.of(window.length()));
  }

  private static Shape padded(Op op, Shape a) {
    Window window = op.window();
    int axis = a.axis(op.name(), window.axis());
    int extent = a.size(axis).number();
    if (window.start() < 0 || window.start() > window.length() - extent) {
      throw new IllegalArgumentException(
          "pad: "
              + a
              + " at "
              + window.start()
              + " does not fit into "
              + window.length()
              + " entries of axis "
              + axis);
    }
    return a.replace(axis, Size.of(window.length()));
  }
}
