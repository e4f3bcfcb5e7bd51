package dev.backproof.verify.reading;

import dev.backproof.core.Attribute.Axis;
import dev.backproof.core.Attribute.Insert;
import dev.backproof.core.Attribute.None;
import dev.backproof.core.Attribute.Permutation;
import dev.backproof.core.Attribute.Window;
import dev.backproof.core.Constant;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Applications of every primitive that fit: random shapes, attributes and numbers from a seed.
 *
 * <p>The switch has no default: a new primitive wants a case here before anything compiles.
 */
final class OpCases {
  private static final long[][] FRACTIONS = {
    {0, 1}, {1, 1}, {-7, 1}, {1, 2}, {1, 3}, {-22, 7}, {9_007_199_254_740_993L, 7}, {1000, 1}
  };

  private final SplittableRandom random;
  private final Values values;

  OpCases(long seed, Values values) {
    this.random = new SplittableRandom(seed);
    this.values = values;
  }

  /** So many cases of a primitive. */
  List<OpCase> of(Primitive primitive, int count) {
    return IntStream.range(0, count).mapToObj(i -> next(primitive)).toList();
  }

  /** So many cases of an elementary function; where that is to be smooth, within its domain. */
  List<OpCase> of(Elementary f, int count) {
    Op op = new Op(Primitive.MAP, f);
    return IntStream.range(0, count)
        .mapToObj(i -> OpCase.of(op, argument(f, Shapes.any(random))))
        .toList();
  }

  private DenseTensor argument(Elementary f, Shape shape) {
    boolean positive = values == Values.SMOOTH && !f.domain().contains(-1);
    return (positive ? Values.POSITIVE : values).of(random, shape);
  }

  private OpCase next(Primitive primitive) {
    return switch (primitive) {
      case MAP ->
          of(List.of(Elementary.values()).get(random.nextInt(Elementary.values().length)), 1)
              .get(0);
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, MAXIMUM, MINIMUM, EQUAL, GREATER ->
          broadcast(primitive, values, values);
      case POW -> broadcast(primitive, values == Values.SMOOTH ? Values.POSITIVE : values, values);
      case MATMUL -> matmul();
      case SUM -> reduction(primitive, Shapes.withAxis(random));
      case MAX -> max();
      case EXPAND -> expand();
      case BROADCAST_TO -> {
        Shape whole = Shapes.any(random);
        yield of(new Op(primitive, whole), Shapes.partOf(random, whole));
      }
      case SUM_TO -> {
        Shape whole = Shapes.any(random);
        yield of(new Op(primitive, Shapes.partOf(random, whole)), whole);
      }
      case PERMUTE -> permute();
      case RESHAPE -> {
        Shape shape = Shapes.any(random);
        yield of(new Op(primitive, Shapes.relabelled(random, shape)), shape);
      }
      case SLICE -> slice();
      case PAD -> pad();
      case WHERE -> where();
      case ONE_HOT -> {
        int classes = 1 + random.nextInt(3);
        yield OpCase.of(
            new Op(primitive, Size.of(classes)),
            Values.labels(random, classes, Shapes.any(random)));
      }
      case SIZE -> of(new Op(primitive, Size.of(random.nextInt(5))), Shapes.any(random));
      case CONSTANT -> of(new Op(primitive, constant()), Shapes.any(random));
      case DETACH -> of(new Op(primitive, None.NONE), Shapes.any(random));
      case CUSTOM -> custom(true);
    };
  }

  private OpCase of(Op op, Shape... operands) {
    return new OpCase(
        op, List.of(operands).stream().map(shape -> values.of(random, shape)).toList());
  }

  private OpCase broadcast(Primitive primitive, Values first, Values second) {
    Shape whole = Shapes.any(random);
    DenseTensor a = first.of(random, Shapes.partOf(random, whole));
    DenseTensor b = second.of(random, Shapes.partOf(random, whole));
    boolean ties = values == Values.FINITE && random.nextInt(5) == 0;
    return OpCase.of(new Op(primitive, None.NONE), a, ties ? a : b);
  }

  private OpCase matmul() {
    int inner = Shapes.extent(random);
    return of(
        new Op(Primitive.MATMUL, None.NONE),
        Shape.of(Shapes.extent(random), inner),
        Shape.of(inner, Shapes.extent(random)));
  }

  private OpCase reduction(Primitive primitive, Shape shape) {
    return of(new Op(primitive, new Axis(random.nextInt(shape.rank()))), shape);
  }

  private OpCase max() {
    Shape shape = Shapes.withAxis(random);
    int axis = random.nextInt(shape.rank());
    Shape full = shape.replace(axis, Size.of(1 + random.nextInt(3)));
    return of(new Op(Primitive.MAX, new Axis(axis)), full);
  }

  private OpCase expand() {
    Shape shape = Shapes.any(random);
    Insert insert = new Insert(random.nextInt(shape.rank() + 1), Size.of(Shapes.extent(random)));
    return of(new Op(Primitive.EXPAND, insert), shape);
  }

  private OpCase permute() {
    Shape shape = Shapes.any(random);
    List<Integer> axes = new ArrayList<>(IntStream.range(0, shape.rank()).boxed().toList());
    Collections.shuffle(axes, new Random(random.nextLong()));
    return of(new Op(Primitive.PERMUTE, new Permutation(axes)), shape);
  }

  private OpCase slice() {
    Shape shape = Shapes.withAxis(random);
    int axis = random.nextInt(shape.rank());
    int extent = shape.size(axis).number();
    int start = random.nextInt(extent + 1);
    int length = random.nextInt(extent - start + 1);
    return of(new Op(Primitive.SLICE, new Window(axis, start, length)), shape);
  }

  private OpCase pad() {
    Shape shape = Shapes.withAxis(random);
    int axis = random.nextInt(shape.rank());
    int start = random.nextInt(3);
    int length = start + shape.size(axis).number() + random.nextInt(3);
    return of(new Op(Primitive.PAD, new Window(axis, start, length)), shape);
  }

  private OpCase where() {
    Shape whole = Shapes.any(random);
    Shape mask = Shapes.partOf(random, whole);
    boolean numbers = values == Values.FINITE && random.nextBoolean();
    return OpCase.of(
        new Op(Primitive.WHERE, None.NONE),
        numbers ? values.of(random, mask) : Values.masks(random, mask),
        values.of(random, Shapes.partOf(random, whole)),
        values.of(random, Shapes.partOf(random, whole)));
  }

  private Constant constant() {
    int i = random.nextInt(FRACTIONS.length + 1);
    return i == FRACTIONS.length
        ? Constant.Named.PI
        : new Constant.Rational(FRACTIONS[i][0], FRACTIONS[i][1]);
  }

  static Op constant(long numerator, long denominator) {
    return new Op(Primitive.CONSTANT, new Constant.Rational(numerator, denominator));
  }

  /** A user's product of one to three operands, with a formula or opaque. */
  OpCase custom(boolean isNamed) {
    int arity = 1 + random.nextInt(3);
    Shape shape = Shapes.any(random);
    return of(
        Op.custom(new Product(arity, isNamed)),
        Collections.nCopies(arity, shape).toArray(Shape[]::new));
  }
}
