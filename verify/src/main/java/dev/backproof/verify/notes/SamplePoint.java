package dev.backproof.verify.notes;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import java.util.ArrayList;
import java.util.List;

/** Draws the points at which a statement is evaluated. */
public final class SamplePoint {
  /**
   * How far a generic point stays away from every kink: more than a stencil of differences reaches.
   */
  private static final double CLEARANCE = 0.125;

  private static final int ATTEMPTS = 100_000;

  private SamplePoint() {}

  /** A point away from all kinks. */
  public static List<DenseTensor> smooth(Statement statement, Sizes sizes, RandomTensors random) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<DenseTensor> at =
          statement.operands().stream().map(operand -> operand.sample(sizes, random)).toList();
      if (statement.kinks().stream().allMatch(kinks -> isClear(kinks.argument().apply(at)))) {
        return at;
      }
    }
    throw new IllegalStateException(
        statement.label()
            + ": no point away from the kinks in "
            + ATTEMPTS
            + " attempts at "
            + sizes);
  }

  private static boolean isClear(DenseTensor argument) {
    for (double entry : argument.toArray()) {
      if (Math.abs(entry) < CLEARANCE) {
        return false;
      }
    }
    return true;
  }

  /**
   * A point on kinks: for each place where the function has some, a random choice of them, at least
   * one.
   */
  public static List<DenseTensor> onKinks(Statement statement, Sizes sizes, RandomTensors random) {
    List<DenseTensor> at = new ArrayList<>(smooth(statement, sizes, random));
    for (Kinks kinks : statement.kinks()) {
      DenseTensor operand = at.get(kinks.operand());
      DenseTensor argument = firstRow(kinks.argument().apply(at), operand.shape());
      DenseTensor chosen = random.labels(2, operand.shape());
      int one = random.integer(operand.count());
      at.set(kinks.operand(), operand.minus(chosen.with(one, 1).times(argument)));
    }
    return List.copyOf(at);
  }

  /**
   * The argument itself, or of a minibatch that of the first example: a bias can put one row on a
   * kink.
   */
  private static DenseTensor firstRow(DenseTensor argument, Shape shape) {
    return argument.shape().rank() > shape.rank()
        ? argument.slice(0, 0, 1).reshape(shape)
        : argument;
  }
}
