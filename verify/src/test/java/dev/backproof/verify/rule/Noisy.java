package dev.backproof.verify.rule;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;

/**
 * The reading that computes with an error: every entry that arithmetic makes is off by a random
 * part of at most {@link #SIZE} of itself. How far a result then strays, divided by {@code SIZE},
 * is how much it amplifies rounding: what a condition number says, of the computation and not only
 * of its inputs.
 */
record Noisy(DenseTensor value, RandomTensors random) implements Tensor<Noisy> {
  /** Large against rounding, small enough that its square does not count. */
  static final double SIZE = 0x1p-30;

  /** An operand that is itself off. */
  static Noisy of(DenseTensor exact, RandomTensors random) {
    return new Noisy(exact, random).disturbed();
  }

  private Noisy disturbed() {
    DenseTensor factor = random.uniform(1 - SIZE, 1 + SIZE, value.shape());
    return new Noisy(value.times(factor), random);
  }

  private Noisy made(Op op, DenseTensor y) {
    Noisy result = new Noisy(y, random);
    return switch (op.primitive()) {
      case MAP, PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MATMUL, SUM, SUM_TO, CUSTOM ->
          result.disturbed();
      case MAXIMUM, MINIMUM, MAX, EXPAND, BROADCAST_TO, PERMUTE, RESHAPE, SLICE, PAD -> result;
      case WHERE, EQUAL, GREATER, ONE_HOT, SIZE, CONSTANT, DETACH -> result;
    };
  }

  @Override
  public Shape shape() {
    return value.shape();
  }

  @Override
  public Noisy self() {
    return this;
  }

  @Override
  public Noisy apply(Op op) {
    return made(op, value.apply(op));
  }

  @Override
  public Noisy apply(Op op, Noisy b) {
    return made(op, value.apply(op, b.value));
  }

  @Override
  public Noisy apply(Op op, Noisy b, Noisy c) {
    return made(op, value.apply(op, b.value, c.value));
  }
}
