package dev.backproof.core;

import dev.backproof.core.Attribute.Axis;
import dev.backproof.core.Attribute.Insert;
import dev.backproof.core.Attribute.None;
import dev.backproof.core.Attribute.Permutation;
import dev.backproof.core.Attribute.Window;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * One operation: a primitive and its attribute. Equal operations are equal, which is what finding
 * common subexpressions rests on.
 *
 * @param primitive what is done
 * @param attribute what it needs besides operands: an axis, a target shape, an elementary function
 */
public record Op(Primitive primitive, Attribute attribute) {
  static final Op PLUS = plain(Primitive.PLUS);
  static final Op MINUS = plain(Primitive.MINUS);
  static final Op TIMES = plain(Primitive.TIMES);
  static final Op STRONG_TIMES = plain(Primitive.STRONG_TIMES);
  static final Op DIV = plain(Primitive.DIV);
  static final Op POW = plain(Primitive.POW);
  static final Op MAXIMUM = plain(Primitive.MAXIMUM);
  static final Op MINIMUM = plain(Primitive.MINIMUM);
  static final Op MATMUL = plain(Primitive.MATMUL);
  static final Op WHERE = plain(Primitive.WHERE);
  static final Op EQUAL = plain(Primitive.EQUAL);
  static final Op GREATER = plain(Primitive.GREATER);
  static final Op DETACH = plain(Primitive.DETACH);
  static final Op TRANSPOSE = permute(new Permutation(List.of(1, 0)));
  static final Op PI = new Op(Primitive.CONSTANT, Constant.Named.PI);

  private static final int CACHED = 10;
  private static final Op[] INTEGERS = new Op[2 * CACHED + 1];

  static {
    for (int i = -CACHED; i <= CACHED; i++) {
      INTEGERS[i + CACHED] = new Op(Primitive.CONSTANT, new Constant.Rational(i, 1));
    }
  }

  private static final Map<Elementary, Op> MAPS = new EnumMap<>(Elementary.class);

  static {
    for (Elementary f : Elementary.values()) {
      MAPS.put(f, new Op(Primitive.MAP, f));
    }
  }

  private static Op plain(Primitive primitive) {
    return new Op(primitive, None.NONE);
  }

  static Op map(Elementary f) {
    return Objects.requireNonNull(MAPS.get(f));
  }

  static Op sum(int axis) {
    return new Op(Primitive.SUM, new Axis(axis));
  }

  static Op max(int axis) {
    return new Op(Primitive.MAX, new Axis(axis));
  }

  static Op expand(int axis, Size size) {
    return new Op(Primitive.EXPAND, new Insert(axis, size));
  }

  static Op broadcastTo(Shape target) {
    return new Op(Primitive.BROADCAST_TO, target);
  }

  static Op sumTo(Shape target) {
    return new Op(Primitive.SUM_TO, target);
  }

  static Op reshape(Shape target) {
    return new Op(Primitive.RESHAPE, target);
  }

  static Op permute(Permutation axes) {
    return new Op(Primitive.PERMUTE, axes);
  }

  static Op slice(int axis, int start, int length) {
    return new Op(Primitive.SLICE, new Window(axis, start, length));
  }

  static Op pad(int axis, int start, int length) {
    return new Op(Primitive.PAD, new Window(axis, start, length));
  }

  static Op oneHot(Size classes) {
    return new Op(Primitive.ONE_HOT, classes);
  }

  static Op size(Size size) {
    return new Op(Primitive.SIZE, size);
  }

  static Op constant(long numerator, long denominator) {
    return denominator == 1 && -CACHED <= numerator && numerator <= CACHED
        ? INTEGERS[(int) numerator + CACHED]
        : new Op(Primitive.CONSTANT, new Constant.Rational(numerator, denominator));
  }

  /** The operation of a user's own. */
  public static Op custom(Custom custom) {
    return new Op(Primitive.CUSTOM, custom);
  }

  /** The number of operands. */
  public int arity() {
    return primitive == Primitive.CUSTOM ? custom().arity() : primitive.arity();
  }

  /** The function of a {@link Primitive#MAP}. */
  public Elementary elementary() {
    return (Elementary) attribute;
  }

  /** The axis of a reduction, an expansion, a slice or a pad. */
  public int axis() {
    if (attribute instanceof Insert insert) {
      return insert.axis();
    }
    return attribute instanceof Window window ? window.axis() : ((Axis) attribute).index();
  }

  /**
   * The extent of an expansion, the classes of a one-hot, the number a {@link Primitive#SIZE}
   * stands for.
   */
  public Size size() {
    return attribute instanceof Insert insert ? insert.size() : (Size) attribute;
  }

  /** The target of a broadcast, a sum to a shape or a reshape. */
  public Shape target() {
    return (Shape) attribute;
  }

  /** The order of the axes of a {@link Primitive#PERMUTE}. */
  public Permutation permutation() {
    return (Permutation) attribute;
  }

  /** The window of a slice or a pad. */
  public Window window() {
    return (Window) attribute;
  }

  /** The value of a {@link Primitive#CONSTANT}. */
  public Constant constant() {
    return (Constant) attribute;
  }

  /** The operation that a {@link Primitive#CUSTOM} carries. */
  public Custom custom() {
    return (Custom) attribute;
  }

  /**
   * Whether a derivative can flow to operand {@code which}. Where it cannot (a mask, labels, a
   * detached value), the result is a constant as far as that operand goes, and no rule is ever
   * asked.
   */
  public boolean flows(int which) {
    return switch (primitive) {
      case EQUAL, GREATER, ONE_HOT, SIZE, CONSTANT, DETACH -> false;
      case WHERE -> which != 0;
      case MAP -> elementary().slope() != Elementary.Slope.NONE;
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, MATMUL -> true;
      case SUM, MAX, EXPAND, BROADCAST_TO, SUM_TO, PERMUTE, RESHAPE, SLICE, PAD, CUSTOM -> true;
    };
  }

  /** This operation with the symbols that {@code numbers} knows replaced. */
  public Op bind(Map<String, Integer> numbers) {
    return mapSizes(size -> size.bind(numbers));
  }

  /** This operation with each extent in its attribute replaced by its image. */
  public Op mapSizes(UnaryOperator<Size> image) {
    return switch (primitive) {
      case EXPAND -> expand(axis(), image.apply(size()));
      case BROADCAST_TO, SUM_TO, RESHAPE -> new Op(primitive, target().mapSizes(image));
      case SIZE, ONE_HOT -> new Op(primitive, image.apply(size()));
      case MAP, PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, MATMUL -> this;
      case SUM, MAX, PERMUTE, SLICE, PAD, WHERE, EQUAL, GREATER, CONSTANT, DETACH, CUSTOM -> this;
    };
  }

  /** The word people use for the operation: {@code matmul}, {@code sum}, {@code tanh}. */
  public String name() {
    return switch (primitive) {
      case MAP -> elementary().toString();
      case CUSTOM -> custom().name();
      case CONSTANT -> attribute.toString();
      default -> primitive.word();
    };
  }

  @Override
  public String toString() {
    return switch (primitive) {
      case MAP, CUSTOM, CONSTANT -> name();
      default -> attribute == None.NONE ? name() : name() + "(" + attribute + ")";
    };
  }
}
