package dev.backproof.verify.notes;

import com.google.common.collect.ImmutableList;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.verify.notes.Sizes.Axis;

/**
 * The quantities the claims speak of: what each is called, its shape, and how a sample of it is
 * drawn.
 *
 * <p>Samples are multiples of 1/64 in [−2, 2], so that sums of products of a few of them are exact
 * and a preactivation can be made exactly 0.
 */
public enum Operand {
  /** Any real number. */
  SCALAR("x"),
  /** Any vector of d numbers; an example. */
  X("x", Axis.D),
  /** Weights of the hidden layer. */
  W1("W1", Axis.H, Axis.D),
  /** Biases of the hidden layer. */
  B1("b1", Axis.H),
  /** Weights of the output layer. */
  W2("W2", Axis.M, Axis.H),
  /** Biases of the output layer. */
  B2("b2", Axis.M),
  /** A preactivation of the hidden layer. */
  HA("ha", Axis.H),
  /** An activation of the hidden layer. */
  HS("hs", Axis.H),
  /** Logits. */
  OA("oa", Axis.M),
  /** Any gradient of the logits, handed down from behind. */
  GRAD_OA("grad_oa", Axis.M),
  /** Any gradient of the probabilities. */
  GRAD_OS("grad_os", Axis.M),
  /** Any gradient of the hidden activation. */
  GRAD_HS("grad_hs", Axis.H),
  /** Any gradient of the hidden preactivation. */
  GRAD_HA("grad_ha", Axis.H),
  /** A design matrix. */
  BATCH("X", Axis.N, Axis.D),
  /** A distribution over the classes for each example, or any other matrix of that shape. */
  TARGETS("Y", Axis.N, Axis.M),
  /** The logits of n examples. */
  BATCH_OA("OA", Axis.N, Axis.M),
  /** A penalty or step size, positive. */
  POSITIVE("lam") {
    @Override
    public DenseTensor sample(Sizes sizes, RandomTensors random) {
      return DenseTensor.scalar((1 + random.integer(GRID)) / (double) GRID);
    }
  },
  /** A class, counted from 0. */
  LABEL("y") {
    @Override
    public DenseTensor sample(Sizes sizes, RandomTensors random) {
      return random.labels(sizes.m(), shape(sizes));
    }
  },
  /** A class, counted from 1. */
  LABEL_FROM_1("y") {
    @Override
    public DenseTensor sample(Sizes sizes, RandomTensors random) {
      DenseTensor fromZero = random.labels(sizes.m(), shape(sizes));
      return fromZero.plus(fromZero.one());
    }
  },
  /** A class for each example, counted from 0. */
  LABELS("y", Axis.N) {
    @Override
    public DenseTensor sample(Sizes sizes, RandomTensors random) {
      return random.labels(sizes.m(), shape(sizes));
    }
  };

  private static final int GRID = 64;

  private final String symbol;
  private final ImmutableList<Axis> axes;

  Operand(String symbol, Axis... axes) {
    this.symbol = symbol;
    this.axes = ImmutableList.copyOf(axes);
  }

  /** What the notes' NumPy lines call it. */
  public String symbol() {
    return symbol;
  }

  /** Its shape at given sizes. */
  public Shape shape(Sizes sizes) {
    return Shape.of(axes.stream().mapToInt(sizes::of).toArray());
  }

  /** The size of each of its axes. */
  public ImmutableList<Axis> axes() {
    return axes;
  }

  /** A random value at given sizes. */
  public DenseTensor sample(Sizes sizes, RandomTensors random) {
    Shape at = shape(sizes);
    double[] entries = new double[at.count()];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = (random.integer(4 * GRID + 1) - 2 * GRID) / (double) GRID;
    }
    return DenseTensor.of(at, entries);
  }
}
