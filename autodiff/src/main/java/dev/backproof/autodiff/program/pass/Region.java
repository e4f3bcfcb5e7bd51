package dev.backproof.autodiff.program.pass;

import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Operations that one walk over the rows of a space can carry out together, and the role of each of
 * their values.
 *
 * <p>The space is a matrix [R×C], or a vector [C], which is one row; of any other rank only
 * operations on equal shapes go together. What is read from outside has its role by its shape; what
 * is made inside, by the operation that makes it.
 */
public final class Region {
  private Shape space;
  private final Map<Integer, Role> roles = new HashMap<>();
  private boolean isProduct;

  /** A region that nothing belongs to yet. */
  public Region(Shape space) {
    this.space = space;
  }

  /** The space that {@code op} would start a region over; null if it cannot. */
  public static @Nullable Shape spaceOf(Op op, List<Shape> operands, Shape result) {
    return switch (op.primitive()) {
      case MAP, DETACH, PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM -> result;
      case WHERE, EQUAL, GREATER, MATMUL -> result;
      case ONE_HOT -> result.rank() <= 2 ? result : null;
      case SUM, MAX -> operands.get(0).rank() <= 2 ? operands.get(0) : null;
      default -> null;
    };
  }

  /** Whether a region of one operation, on operands from outside, can be made. */
  public static boolean serves(Op op, List<Shape> operands, Shape result) {
    Shape space = spaceOf(op, operands, result);
    if (space == null || op.primitive() == Primitive.MATMUL) {
      return space != null;
    }
    List<Integer> numbers = IntStream.range(0, operands.size()).boxed().toList();
    return new Region(space).admit(op, numbers, operands, operands.size(), result);
  }

  /** What is walked over. */
  public Shape space() {
    return space;
  }

  /** The role of a value made inside. */
  public @Nullable Role role(int value) {
    return roles.get(value);
  }

  /** Takes over what another region over the same space has. */
  void absorb(Region other) {
    roles.putAll(other.roles);
  }

  /** The result of the product of matrices that everything else is computed from. */
  public void product(int result) {
    roles.put(result, Role.FULL);
    isProduct = true;
  }

  /**
   * Takes an operation in.
   *
   * @param shapes the shapes of the operands
   * @return whether it fits; if not, nothing has changed
   */
  public boolean admit(Op op, List<Integer> operands, List<Shape> shapes, int result, Shape shape) {
    if (op.primitive() == Primitive.RESHAPE && narrows(operands.get(0), shape)) {
      space = shape;
      roles.put(result, Role.FULL);
      return true;
    }
    Role role = infer(op, operands, shapes, shape);
    if (role == null) {
      return false;
    }
    roles.put(result, role);
    return true;
  }

  /** Whether a product [R×1] is to be read as the vector [R] from here on. */
  private boolean narrows(int operand, Shape shape) {
    return isProduct
        && roles.size() == 1
        && roles.get(operand) == Role.FULL
        && space.rank() == 2
        && space.last().isOne()
        && shape.equals(Shape.of(space.size(0)));
  }

  private @Nullable Role infer(Op op, List<Integer> operands, List<Shape> shapes, Shape shape) {
    return switch (op.primitive()) {
      case MAP, DETACH, PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM ->
          entrywise(operands, shapes, shape);
      case WHERE, EQUAL, GREATER -> entrywise(operands, shapes, shape);
      case SUM, MAX -> reduction(op, operands.get(0), shapes.get(0));
      case EXPAND, BROADCAST_TO, RESHAPE -> moved(op, operands.get(0), shapes.get(0), shape);
      case ONE_HOT ->
          space.rank() <= 2 && roles.get(operands.get(0)) == null && shape.equals(space)
              ? Role.FULL
              : null;
      default -> null;
    };
  }

  private @Nullable Role entrywise(List<Integer> operands, List<Shape> shapes, Shape shape) {
    if (shape.rank() == 0 && space.rank() > 0 && areScalars(operands, shapes)) {
      return Role.SCALAR;
    }
    boolean inside = false;
    boolean totals = false;
    boolean columns = true;
    for (int operand : operands) {
      Role role = roles.get(operand);
      inside |= role != null;
      totals |= role != null && role.isTotal();
      columns &= role == null || role == Role.COLUMN || role == Role.SCALAR;
    }
    if (totals) {
      return total(operands, shapes, shape);
    }
    if (inside && columns && isColumn(shape) && !spreads(operands, shapes)) {
      return sameOrScalar(operands, shapes, shape) ? Role.COLUMN : null;
    }
    if (!shape.equals(space)) {
      return null;
    }
    for (int i = 0; i < operands.size(); i++) {
      Role role = roles.get(operands.get(i));
      if (role == null ? outside(shapes.get(i)) == null : isTurned(role, shapes.get(i))) {
        return null;
      }
    }
    return Role.FULL;
  }

  /** Whether a column [R] would be repeated as a row, since it is aligned at the last axis. */
  private boolean isTurned(Role role, Shape shape) {
    return role == Role.COLUMN && space.rank() == 2 && shape.rank() == 1;
  }

  private boolean areScalars(List<Integer> operands, List<Shape> shapes) {
    for (int i = 0; i < operands.size(); i++) {
      Role role = roles.get(operands.get(i));
      if ((role == null ? outside(shapes.get(i)) : role) != Role.SCALAR) {
        return false;
      }
    }
    return true;
  }

  /** Whether a column among the operands has been repeated over the whole space. */
  private boolean spreads(List<Integer> operands, List<Shape> shapes) {
    for (int i = 0; i < operands.size(); i++) {
      if (roles.get(operands.get(i)) != null && !isColumn(shapes.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isColumn(Shape shape) {
    if (space.rank() == 2) {
      return shape.equals(Shape.of(space.size(0)))
          || shape.equals(Shape.of(space.size(0), Size.ONE));
    }
    return space.rank() == 1 && (shape.rank() == 0 || shape.equals(Shape.of(Size.ONE)));
  }

  private boolean sameOrScalar(List<Integer> operands, List<Shape> shapes, Shape shape) {
    for (int i = 0; i < operands.size(); i++) {
      boolean fits = shapes.get(i).equals(shape) || shapes.get(i).rank() == 0;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Role total(List<Integer> operands, List<Shape> shapes, Shape shape) {
    boolean row = space.rank() == 2 && shape.equals(Shape.of(space.last()));
    if (shape.rank() > 0 && !row) {
      return null;
    }
    for (int i = 0; i < operands.size(); i++) {
      Role role = roles.get(operands.get(i));
      boolean fits =
          (role == null || role.isTotal())
              && (shapes.get(i).equals(shape) || shapes.get(i).rank() == 0);
      if (!fits) {
        return null;
      }
    }
    return shape.rank() == 0 ? Role.TOTAL : Role.TOTAL_ROW;
  }

  /** The role of something of this shape that is read from outside; null if it has none. */
  public @Nullable Role outside(Shape shape) {
    if (shape.equals(space)) {
      return Role.FULL;
    }
    if (shape.rank() == 0) {
      return Role.SCALAR;
    }
    if (space.rank() == 1) {
      return shape.equals(Shape.of(Size.ONE)) ? Role.SCALAR : null;
    }
    if (space.rank() != 2) {
      return null;
    }
    if (shape.equals(Shape.of(space.last())) || shape.equals(Shape.of(Size.ONE, space.last()))) {
      return Role.ROW;
    }
    return shape.equals(Shape.of(space.size(0), Size.ONE)) ? Role.COLUMN : null;
  }

  private @Nullable Role reduction(Op op, int operand, Shape shape) {
    Role role = roles.get(operand);
    if (space.rank() == 0 || space.rank() > 2) {
      return null;
    }
    boolean full = role == Role.FULL || (role == null && shape.equals(space));
    if (full && shape.equals(space)) {
      if (op.axis() == space.rank() - 1) {
        return Role.COLUMN;
      }
      return op.primitive() == Primitive.SUM ? Role.TOTAL_ROW : null;
    }
    boolean sumsColumn =
        role == Role.COLUMN
            && space.rank() == 2
            && op.primitive() == Primitive.SUM
            && shape.equals(Shape.of(space.size(0)));
    return sumsColumn ? Role.TOTAL : null;
  }

  /** The role of something repeated, or of something with an axis of extent 1 more or less. */
  private @Nullable Role moved(Op op, int operand, Shape from, Shape to) {
    Role role = roles.get(operand);
    if (role == null) {
      return repeatedFromOutside(op, from, to);
    }
    boolean turned =
        isTurned(role, from)
            && to.equals(space)
            && (op.primitive() == Primitive.BROADCAST_TO
                || (op.primitive() == Primitive.EXPAND && op.axis() == 0));
    return role == Role.COLUMN && (isColumn(to) || to.equals(space)) && isColumn(from) && !turned
        ? Role.COLUMN
        : null;
  }

  private @Nullable Role repeatedFromOutside(Op op, Shape from, Shape to) {
    if (!to.equals(space) && !isColumn(to)) {
      return null;
    }
    if (from.rank() == 0) {
      return Role.SCALAR;
    }
    if (space.rank() != 2) {
      return null;
    }
    if (from.equals(Shape.of(Size.ONE))) {
      return Role.SCALAR;
    }
    if (op.primitive() == Primitive.EXPAND && from.rank() == 1) {
      return op.axis() == 1 ? Role.COLUMN : Role.ROW;
    }
    return from.equals(Shape.of(space.size(0), Size.ONE)) && to.equals(space) ? Role.COLUMN : null;
  }
}
