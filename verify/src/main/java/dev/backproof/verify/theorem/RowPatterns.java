package dev.backproof.verify.theorem;

import static dev.backproof.verify.theorem.BroadcastPatterns.D;
import static dev.backproof.verify.theorem.BroadcastPatterns.H;
import static dev.backproof.verify.theorem.BroadcastPatterns.N;
import static dev.backproof.verify.theorem.BroadcastPatterns.ofRank;

import dev.backproof.core.Attribute;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The patterns of every primitive: each rank up to 3, each axis, each way to broadcast.
 *
 * <p>The switch has no default: a new primitive does not compile without what its rows are proved
 * on.
 */
final class RowPatterns {
  private static final long[][] EXPONENTS = {
    {0, 1}, {1, 1}, {2, 1}, {3, 1}, {-1, 1}, {-2, 1}, {1, 2}, {-1, 2}, {3, 2}, {1, 3}
  };

  private RowPatterns() {}

  /** The patterns of a primitive; none if no derivative flows through it. */
  static List<RowPattern> of(Primitive primitive) {
    return switch (primitive) {
      case MAP -> maps();
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, MAXIMUM, MINIMUM -> entrywise(primitive);
      case POW -> powers();
      case MATMUL -> products();
      case SUM -> AxisPatterns.reductions(primitive);
      case MAX -> AxisPatterns.reductions(primitive);
      case EXPAND -> AxisPatterns.expansions();
      case BROADCAST_TO ->
          BroadcastPatterns.repetitions().stream()
              .map(pair -> to(primitive, pair.get(0), pair.get(1)))
              .toList();
      case SUM_TO ->
          BroadcastPatterns.repetitions().stream()
              .map(pair -> to(primitive, pair.get(1), pair.get(0)))
              .toList();
      case PERMUTE -> AxisPatterns.permutations();
      case RESHAPE -> AxisPatterns.reshapings();
      case SLICE -> AxisPatterns.slices();
      case PAD -> AxisPatterns.pads();
      case WHERE -> MaskPatterns.all();
      case CUSTOM -> custom();
      case EQUAL, GREATER, ONE_HOT, SIZE, CONSTANT, DETACH -> List.of();
    };
  }

  /** An operation that only has a target shape, on an operand of a shape. */
  static RowPattern to(Primitive primitive, Shape from, Shape to) {
    return RowPattern.of(new Op(primitive, to), Operand.any("x", from));
  }

  static Op plain(Primitive primitive) {
    return new Op(primitive, Attribute.None.NONE);
  }

  private static List<RowPattern> maps() {
    return Arrays.stream(Elementary.values())
        .map(f -> new Op(Primitive.MAP, f))
        .filter(op -> op.flows(0))
        .flatMap(
            op ->
                IntStream.rangeClosed(0, 3)
                    .mapToObj(rank -> RowPattern.of(op, Operand.any("x", ofRank(rank)))))
        .toList();
  }

  private static List<RowPattern> entrywise(Primitive primitive) {
    return BroadcastPatterns.pairs().stream()
        .map(
            pair ->
                RowPattern.of(
                    plain(primitive), Operand.any("a", pair.get(0)), Operand.any("b", pair.get(1))))
        .toList();
  }

  /** A positive base with any exponent; any base with a known exponent. */
  private static List<RowPattern> powers() {
    Op pow = plain(Primitive.POW);
    List<RowPattern> patterns = new ArrayList<>();
    for (List<Shape> pair : BroadcastPatterns.pairs()) {
      patterns.add(
          RowPattern.of(pow, Operand.positive("a", pair.get(0)), Operand.any("b", pair.get(1))));
    }
    for (long[] exponent : EXPONENTS) {
      patterns.add(
          RowPattern.of(
              pow, Operand.any("a", ofRank(2)), Operand.literal(exponent[0], exponent[1])));
    }
    return patterns;
  }

  private static List<RowPattern> products() {
    Shape square = Shape.of(N, N);
    Shape row = Shape.of(Size.ONE, D);
    Shape column = Shape.of(D, Size.ONE);
    Shape left = Shape.of(N, D);
    Shape right = Shape.of(D, H);
    return List.of(
            List.of(left, right),
            List.of(square, square),
            List.of(row, right),
            List.of(left, column),
            List.of(row, column),
            List.of(column, row))
        .stream()
        .map(
            pair ->
                RowPattern.of(
                    plain(Primitive.MATMUL),
                    Operand.any("a", pair.get(0)),
                    Operand.any("b", pair.get(1))))
        .toList();
  }

  private static List<RowPattern> custom() {
    return BroadcastPatterns.pairs().stream()
        .map(
            pair ->
                RowPattern.of(
                    Op.custom(new Gate()),
                    Operand.any("a", pair.get(0)),
                    Operand.any("b", pair.get(1))))
        .toList();
  }
}
