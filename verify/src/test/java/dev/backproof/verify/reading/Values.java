package dev.backproof.verify.reading;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Which numbers the operands of a generated case hold. */
enum Values {
  /** Everything float64 has, infinities and NaN too. */
  ANY {
    @Override
    double next(SplittableRandom random) {
      return random.nextInt(12) == 0 ? pick(random, NOT_FINITE) : FINITE.next(random);
    }
  },
  /** Half short fractions, the rest kinks and signed zeros, tails, and the ends of the range. */
  FINITE {
    @Override
    double next(SplittableRandom random) {
      int kind = random.nextInt(20);
      double sign = random.nextBoolean() ? 1 : -1;
      if (kind < 10) {
        return (random.nextInt(257) - 128) / 64.0;
      }
      if (kind < 14) {
        return sign * Math.pow(10, 16 * random.nextDouble() - 8);
      }
      if (kind < 17) {
        return pick(random, SPECIAL);
      }
      return sign * (kind < 19 ? 1e3 : pick(random, ENDS));
    }
  },
  /** Of either sign and between 1/16 and 4 in size: away from 0, and no two alike. */
  SMOOTH {
    @Override
    double next(SplittableRandom random) {
      return random.nextBoolean() ? POSITIVE.next(random) : -POSITIVE.next(random);
    }
  },
  /** Between 1/16 and 4, and no two alike. */
  POSITIVE {
    @Override
    double next(SplittableRandom random) {
      return 0x1p-4 + (4 - 0x1p-4) * random.nextDouble();
    }
  };

  private static final double[] NOT_FINITE = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };
  private static final double[] SPECIAL = {0, 0, -0.0, 1, -1, 0.5, 2};
  private static final double[] ENDS = {
    Double.MIN_VALUE, 3e-310, Double.MIN_NORMAL, 1e-200, 1e200, Double.MAX_VALUE, 710, 745, 20, 37
  };
  private static final int TIES = 6;

  abstract double next(SplittableRandom random);

  /** Entries of this kind; those that are not to be smooth repeat one another now and then. */
  DenseTensor of(SplittableRandom random, Shape shape) {
    boolean ties = this == ANY || this == FINITE;
    double[] entries = new double[shape.count()];
    for (int i = 0; i < entries.length; i++) {
      entries[i] =
          ties && i > 0 && random.nextInt(TIES) == 0 ? entries[random.nextInt(i)] : next(random);
    }
    return DenseTensor.of(shape, entries);
  }

  /** Labels of so many classes. */
  static DenseTensor labels(SplittableRandom random, int classes, Shape shape) {
    return mapped(DenseTensor.full(shape, 0), x -> random.nextInt(classes));
  }

  /** Zeros and ones. */
  static DenseTensor masks(SplittableRandom random, Shape shape) {
    return labels(random, 2, shape);
  }

  static DenseTensor mapped(DenseTensor x, DoubleUnaryOperator f) {
    double[] y = x.toArray();
    for (int i = 0; i < y.length; i++) {
      y[i] = f.applyAsDouble(y[i]);
    }
    return DenseTensor.of(x.shape(), y);
  }

  private static double pick(SplittableRandom random, double[] from) {
    return from[random.nextInt(from.length)];
  }
}
