package dev.backproof.verify.reading;

import dev.backproof.core.Attribute.Axis;
import dev.backproof.core.Attribute.Insert;
import dev.backproof.core.Attribute.None;
import dev.backproof.core.Attribute.Permutation;
import dev.backproof.core.Attribute.Window;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Applications of every primitive that do not fit, by their shapes or the number of operands. */
final class Misfits {
  private static final Shape ROWS = Shape.of(2, 3);
  private static final Shape COLUMNS = Shape.of(3, 2);

  private Misfits() {}

  static List<OpCase> of(Primitive primitive) {
    List<OpCase> misfits = new ArrayList<>(byShape(primitive));
    Op op = fitting(primitive);
    for (int count = 1; count <= 3; count++) {
      if (Math.max(1, op.arity()) != count) { // one lends its reading to an operation of none
        Shape[] shapes = new Shape[count];
        Arrays.fill(shapes, Shape.of(2, 2));
        misfits.add(of(op, shapes));
      }
    }
    return misfits;
  }

  /** The primitive with an attribute that would fit one operand of shape [2×2]. */
  private static Op fitting(Primitive primitive) {
    return switch (primitive) {
      case MAP -> new Op(primitive, Elementary.EXP);
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, MATMUL, WHERE ->
          plain(primitive);
      case EQUAL, GREATER, DETACH -> plain(primitive);
      case SUM, MAX -> new Op(primitive, new Axis(0));
      case EXPAND -> new Op(primitive, new Insert(0, Size.of(2)));
      case BROADCAST_TO, SUM_TO, RESHAPE -> new Op(primitive, Shape.of(2, 2));
      case PERMUTE -> new Op(primitive, new Permutation(List.of(1, 0)));
      case SLICE, PAD -> new Op(primitive, new Window(0, 0, 2));
      case ONE_HOT, SIZE -> new Op(primitive, Size.of(2));
      case CONSTANT -> OpCases.constant(1, 2);
      case CUSTOM -> Op.custom(new Product(2, true));
    };
  }

  private static List<OpCase> byShape(Primitive primitive) {
    return switch (primitive) {
      case MAP, DETACH, SIZE, CONSTANT -> List.of();
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, EQUAL, GREATER ->
          List.of(
              of(plain(primitive), ROWS, COLUMNS),
              of(plain(primitive), ROWS, Shape.of(2)),
              of(plain(primitive), Shape.of(0), Shape.of(2)));
      case MATMUL ->
          List.of(
              of(plain(primitive), ROWS, ROWS),
              of(plain(primitive), ROWS, Shape.of(3)),
              of(plain(primitive), Shape.SCALAR, ROWS),
              of(plain(primitive), Shape.of(2, 2, 3), COLUMNS));
      case SUM, MAX ->
          List.of(
              of(new Op(primitive, new Axis(2)), ROWS),
              of(new Op(primitive, new Axis(0)), Shape.SCALAR),
              primitive == Primitive.SUM
                  ? of(new Op(primitive, new Axis(1)), Shape.of(0))
                  : of(new Op(primitive, new Axis(1)), Shape.of(2, 0, 3)));
      case EXPAND ->
          List.of(
              of(new Op(primitive, new Insert(3, Size.ONE)), ROWS),
              of(new Op(primitive, new Insert(-1, Size.of(2))), ROWS));
      case BROADCAST_TO ->
          List.of(
              of(new Op(primitive, Shape.of(3)), ROWS),
              of(new Op(primitive, COLUMNS), ROWS),
              of(new Op(primitive, Shape.of(0)), Shape.of(2)));
      case SUM_TO ->
          List.of(
              of(new Op(primitive, ROWS), Shape.of(3)), of(new Op(primitive, Shape.of(2)), ROWS));
      case PERMUTE ->
          List.of(
              of(new Op(primitive, new Permutation(List.of(0))), ROWS),
              of(new Op(primitive, new Permutation(List.of(2, 0, 1))), ROWS));
      case RESHAPE ->
          List.of(
              of(new Op(primitive, Shape.of(5)), ROWS), of(new Op(primitive, ROWS), Shape.of(0)));
      case SLICE ->
          List.of(
              of(new Op(primitive, new Window(1, 2, 2)), ROWS),
              of(new Op(primitive, new Window(1, -1, 2)), ROWS),
              of(new Op(primitive, new Window(1, 0, -1)), ROWS),
              of(new Op(primitive, new Window(2, 0, 1)), ROWS));
      case PAD ->
          List.of(
              of(new Op(primitive, new Window(1, 1, 3)), ROWS),
              of(new Op(primitive, new Window(1, -1, 4)), ROWS),
              of(new Op(primitive, new Window(2, 0, 4)), ROWS));
      case WHERE ->
          List.of(
              of(plain(primitive), ROWS, COLUMNS, Shape.SCALAR),
              of(plain(primitive), Shape.SCALAR, ROWS, COLUMNS),
              of(plain(primitive), ROWS, Shape.SCALAR, COLUMNS));
      case ONE_HOT -> {
        Op op = new Op(primitive, Size.of(2));
        yield List.of(
            OpCase.of(op, DenseTensor.vector(0, 2)),
            OpCase.of(op, DenseTensor.vector(-1)),
            OpCase.of(op, DenseTensor.scalar(0.5)),
            OpCase.of(new Op(primitive, Size.of(0)), DenseTensor.scalar(0)));
      }
      case CUSTOM ->
          List.of(
              of(Op.custom(new Product(2, true)), ROWS, COLUMNS),
              of(Op.custom(new Product(2, true)), ROWS, Shape.of(3)),
              of(Op.custom(new Product(3, true)), ROWS, ROWS, COLUMNS));
    };
  }

  private static Op plain(Primitive primitive) {
    return new Op(primitive, None.NONE);
  }

  private static OpCase of(Op op, Shape... shapes) {
    return new OpCase(op, Arrays.stream(shapes).map(shape -> DenseTensor.full(shape, 1)).toList());
  }
}
