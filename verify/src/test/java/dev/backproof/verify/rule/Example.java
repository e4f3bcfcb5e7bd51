package dev.backproof.verify.rule;

import dev.backproof.core.Attribute;
import dev.backproof.core.Attribute.Axis;
import dev.backproof.core.Attribute.Insert;
import dev.backproof.core.Attribute.None;
import dev.backproof.core.Attribute.Permutation;
import dev.backproof.core.Attribute.Window;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One operation on operands of given shapes, with points away from its kinks. */
record Example(Op op, List<Shape> shapes) {
  private static final Shape S = Shape.SCALAR;
  private static final Shape V = Shape.of(3);
  private static final Shape M = Shape.of(2, 3);

  /** Every primitive a derivative flows through, with broadcasting in each operand. */
  static List<Example> all() {
    List<Example> all = new ArrayList<>();
    for (Elementary f : Elementary.values()) {
      if (f.slope() != Elementary.Slope.NONE) {
        all.add(of(Primitive.MAP, f, M));
      }
    }
    for (Primitive binary :
        List.of(
            Primitive.PLUS,
            Primitive.MINUS,
            Primitive.TIMES,
            Primitive.STRONG_TIMES,
            Primitive.DIV,
            Primitive.POW,
            Primitive.MAXIMUM,
            Primitive.MINIMUM)) {
      all.add(of(binary, None.NONE, M, V));
      all.add(of(binary, None.NONE, S, M));
      all.add(of(binary, None.NONE, Shape.of(2, 1), V));
    }
    all.add(of(Primitive.WHERE, None.NONE, M, V, Shape.of(2, 1)));
    all.add(of(Primitive.WHERE, None.NONE, V, S, M));
    all.add(of(Primitive.MATMUL, None.NONE, Shape.of(3, 3), Shape.of(3, 3)));
    all.add(of(Primitive.MATMUL, None.NONE, M, Shape.of(3, 4)));
    for (int axis = 0; axis < 2; axis++) {
      all.add(of(Primitive.SUM, new Axis(axis), Shape.of(3, 3)));
      all.add(of(Primitive.MAX, new Axis(axis), Shape.of(3, 3)));
      all.add(of(Primitive.EXPAND, new Insert(axis, Size.of(3)), V));
      all.add(of(Primitive.SLICE, new Window(axis, 1, 2), Shape.of(4, 4)));
      all.add(of(Primitive.PAD, new Window(axis, 1, 4), Shape.of(2, 2)));
    }
    all.add(of(Primitive.BROADCAST_TO, M, V));
    all.add(of(Primitive.SUM_TO, Shape.of(2, 1), M));
    all.add(of(Primitive.PERMUTE, new Permutation(List.of(1, 2, 0)), Shape.of(2, 2, 2)));
    all.add(of(Primitive.RESHAPE, Shape.of(3, 2), M));
    return List.copyOf(all);
  }

  private static Example of(Primitive primitive, Attribute attribute, Shape... shapes) {
    return new Example(new Op(primitive, attribute), List.of(shapes));
  }

  OpFormula formula() {
    return new OpFormula(op);
  }

  /**
   * A point at which the operation is smooth: magnitudes in [½, 2), bases and arguments of log
   * positive, two maxima apart by 0.3, three steps of the differences and more.
   */
  List<DenseTensor> point(long seed) {
    RandomTensors random = RandomTensors.seeded(seed);
    List<DenseTensor> point = new ArrayList<>();
    for (int which = 0; which < shapes.size(); which++) {
      Shape shape = shapes.get(which);
      point.add(
          switch (op.primitive()) {
            case MAXIMUM, MINIMUM -> grid(random, shape, which * 0.5);
            case MAX -> ramp(random, shape);
            case POW -> random.uniform(0.5, 2, shape);
            case WHERE -> which == 0 ? mask(random, shape) : random.directions(shape);
            case MAP ->
                op.elementary().domain().contains(-1)
                    ? random.directions(shape)
                    : random.uniform(0.5, 2, shape);
            default -> random.directions(shape);
          });
    }
    return List.copyOf(point);
  }

  /** Whole numbers plus {@code offset} plus at most 0.2: two grids ½ apart have no near ties. */
  private static DenseTensor grid(RandomTensors random, Shape shape, double offset) {
    return random.labels(3, shape).plus(random.uniform(offset, offset + 0.2, shape));
  }

  /** Zeros and ones, at least one of each: a branch never taken hides its rule. */
  private static DenseTensor mask(RandomTensors random, Shape shape) {
    return random.labels(2, shape).with(0, 1).with(shape.count() - 1, 0);
  }

  /** A shuffled ramp, so that entries are distinct. */
  private static DenseTensor ramp(RandomTensors random, Shape shape) {
    double[] entries = new double[shape.count()];
    Arrays.setAll(entries, i -> 0.5 * i);
    for (int i = entries.length - 1; i > 0; i--) {
      int j = random.integer(i + 1);
      double kept = entries[i];
      entries[i] = entries[j];
      entries[j] = kept;
    }
    return DenseTensor.of(shape, entries).plus(random.uniform(0, 0.1, shape));
  }

  @Override
  public String toString() {
    return op + " on " + shapes;
  }
}
