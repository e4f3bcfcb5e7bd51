package dev.backproof.core;

/**
 * Entry by entry, on parts of arrays: for whoever owns the arrays.
 *
 * <p>y[yOffset + i] = f(x[xOffset + i], …) for i = 0 … count−1. A result may overwrite an operand
 * at the same place. No call allocates.
 */
public final class EntrywiseKernels {
  private EntrywiseKernels() {}

  // What is done to one pair of entries: said here, and looped over or called once below.

  private static double plus(double a, double b) {
    return a + b;
  }

  private static double minus(double a, double b) {
    return a - b;
  }

  private static double times(double a, double b) {
    return a * b;
  }

  /** a ⊛ b: a zero of either wins. */
  public static double strongTimes(double a, double b) {
    return a == 0 || b == 0 ? 0 : a * b;
  }

  private static double div(double a, double b) {
    return a / b;
  }

  /** 1 where a = b, else 0. */
  public static double equal(double a, double b) {
    return Selection.one(a == b);
  }

  /** 1 where a &gt; b, else 0. */
  public static double greater(double a, double b) {
    return Selection.one(a > b);
  }

  /** {@code then} where the mask is not 0, else {@code otherwise}. */
  public static double select(double mask, double then, double otherwise) {
    return Selection.of(mask != 0, then, otherwise);
  }

  /** {@link #select} by the mask [z &gt; 0], which is not 0 for NaN, in one comparison. */
  public static double selectPositive(double z, double then, double otherwise) {
    return Selection.of(!(z <= 0), then, otherwise);
  }

  /**
   * f of each entry. The loops name the function, so that each is compiled for that function alone.
   */
  public static void map(
      Elementary f, double[] x, int xOffset, double[] y, int yOffset, int count) {
    switch (f) {
      case NEGATE -> {
        for (int i = 0; i < count; i++) {
          y[yOffset + i] = Elementary.NEGATE.value(x[xOffset + i]);
        }
      }
      case EXP -> {
        for (int i = 0; i < count; i++) {
          y[yOffset + i] = Elementary.EXP.value(x[xOffset + i]);
        }
      }
      case LOG -> {
        for (int i = 0; i < count; i++) {
          y[yOffset + i] = Elementary.LOG.value(x[xOffset + i]);
        }
      }
      case SQUARE -> {
        for (int i = 0; i < count; i++) {
          y[yOffset + i] = Elementary.SQUARE.value(x[xOffset + i]);
        }
      }
      case RECIPROCAL -> {
        for (int i = 0; i < count; i++) {
          y[yOffset + i] = Elementary.RECIPROCAL.value(x[xOffset + i]);
        }
      }
      case RECT -> {
        for (int i = 0; i < count; i++) {
          y[yOffset + i] = Elementary.RECT.value(x[xOffset + i]);
        }
      }
      case STEP -> {
        for (int i = 0; i < count; i++) {
          y[yOffset + i] = Elementary.STEP.value(x[xOffset + i]);
        }
      }
      case SIGN -> {
        for (int i = 0; i < count; i++) {
          y[yOffset + i] = Elementary.SIGN.value(x[xOffset + i]);
        }
      }
      case SQRT, TANH, SIGMOID, SOFTPLUS, ABS, SIN, COS, ERF -> {
        for (int i = 0; i < count; i++) {
          y[yOffset + i] = f.value(x[xOffset + i]);
        }
      }
    }
  }

  /**
   * a ∘ b, for two numbers.
   *
   * @throws IllegalArgumentException if the primitive does not combine two operands entry by entry
   */
  static double value(Primitive primitive, double a, double b) {
    return switch (primitive) {
      case PLUS -> plus(a, b);
      case MINUS -> minus(a, b);
      case TIMES -> times(a, b);
      case STRONG_TIMES -> strongTimes(a, b);
      case DIV -> div(a, b);
      case POW -> Math.pow(a, b);
      case MAXIMUM -> Math.max(a, b);
      case MINIMUM -> Math.min(a, b);
      case EQUAL -> equal(a, b);
      case GREATER -> greater(a, b);
      default -> throw notEntrywise(primitive);
    };
  }

  private static IllegalArgumentException notEntrywise(Primitive primitive) {
    return new IllegalArgumentException(primitive + " has no two operands entry by entry");
  }

  static void binary(Primitive primitive, DenseTensor a, DenseTensor b, Shape shape, double[] y) {
    boolean repeatA = a.count() == 1;
    boolean repeatB = b.count() == 1;
    if ((repeatA || a.count() == y.length) && (repeatB || b.count() == y.length)) {
      binary(primitive, a.data(), 0, repeatA ? 0 : 1, b.data(), 0, repeatB ? 0 : 1, y, 0, y.length);
      return;
    }
    binary(
        primitive,
        repeated(a, shape, y.length),
        0,
        1,
        repeated(b, shape, y.length),
        0,
        1,
        y,
        0,
        y.length);
  }

  /** The entries of {@code a} repeated to {@code shape}: its own array if nothing is repeated. */
  private static double[] repeated(DenseTensor a, Shape shape, int count) {
    if (a.count() == count) {
      return a.data();
    }
    double[] whole = new double[count];
    AxisKernels.broadcast(a, shape, whole);
    return whole;
  }

  /**
   * y[yo + i] = a[ao + i·sa] ∘ b[bo + i·sb], with steps 0 or 1.
   *
   * @throws IllegalArgumentException if the primitive does not combine two operands entry by entry
   */
  // Each loop is a method, called once with steps that are literally 1: there it is vectorised.
  // spotless:off
  public static void binary(
      Primitive primitive, double[] a, int ao, int sa, double[] b, int bo, int sb,
      double[] y, int yo, int count) {
    boolean dense = sa == 1 && sb == 1;
    switch (primitive) {
      case PLUS         -> { if (dense) { plus(a, ao, 1, b, bo, 1, y, yo, count); }        else { plus(a, ao, sa, b, bo, sb, y, yo, count); } }
      case MINUS        -> { if (dense) { minus(a, ao, 1, b, bo, 1, y, yo, count); }       else { minus(a, ao, sa, b, bo, sb, y, yo, count); } }
      case TIMES        -> { if (dense) { times(a, ao, 1, b, bo, 1, y, yo, count); }       else { times(a, ao, sa, b, bo, sb, y, yo, count); } }
      case STRONG_TIMES -> { if (dense) { strongTimes(a, ao, 1, b, bo, 1, y, yo, count); } else { strongTimes(a, ao, sa, b, bo, sb, y, yo, count); } }
      case DIV          -> { if (dense) { div(a, ao, 1, b, bo, 1, y, yo, count); }         else { div(a, ao, sa, b, bo, sb, y, yo, count); } }
      case POW          -> pow(a, ao, sa, b, bo, sb, y, yo, count);
      case MAXIMUM      -> maximum(a, ao, sa, b, bo, sb, y, yo, count);
      case MINIMUM      -> minimum(a, ao, sa, b, bo, sb, y, yo, count);
      case EQUAL        -> equal(a, ao, sa, b, bo, sb, y, yo, count);
      case GREATER      -> greater(a, ao, sa, b, bo, sb, y, yo, count);
      default           -> throw notEntrywise(primitive);
    }
  }

  private static void plus(double[] a, int ao, int sa, double[] b, int bo, int sb, double[] y, int yo, int count) {
    for (int i = 0; i < count; i++) {
      y[yo + i] = plus(a[ao + i * sa], b[bo + i * sb]);
    }
  }

  private static void minus(double[] a, int ao, int sa, double[] b, int bo, int sb, double[] y, int yo, int count) {
    for (int i = 0; i < count; i++) {
      y[yo + i] = minus(a[ao + i * sa], b[bo + i * sb]);
    }
  }

  private static void times(double[] a, int ao, int sa, double[] b, int bo, int sb, double[] y, int yo, int count) {
    for (int i = 0; i < count; i++) {
      y[yo + i] = times(a[ao + i * sa], b[bo + i * sb]);
    }
  }

  private static void strongTimes(double[] a, int ao, int sa, double[] b, int bo, int sb, double[] y, int yo, int count) {
    for (int i = 0; i < count; i++) {
      y[yo + i] = strongTimes(a[ao + i * sa], b[bo + i * sb]);
    }
  }

  private static void div(double[] a, int ao, int sa, double[] b, int bo, int sb, double[] y, int yo, int count) {
    for (int i = 0; i < count; i++) {
      y[yo + i] = div(a[ao + i * sa], b[bo + i * sb]);
    }
  }

  private static void pow(double[] a, int ao, int sa, double[] b, int bo, int sb, double[] y, int yo, int count) {
    for (int i = 0; i < count; i++) {
      y[yo + i] = Math.pow(a[ao + i * sa], b[bo + i * sb]);
    }
  }

  private static void maximum(double[] a, int ao, int sa, double[] b, int bo, int sb, double[] y, int yo, int count) {
    for (int i = 0; i < count; i++) {
      y[yo + i] = Math.max(a[ao + i * sa], b[bo + i * sb]);
    }
  }

  private static void minimum(double[] a, int ao, int sa, double[] b, int bo, int sb, double[] y, int yo, int count) {
    for (int i = 0; i < count; i++) {
      y[yo + i] = Math.min(a[ao + i * sa], b[bo + i * sb]);
    }
  }

  private static void equal(double[] a, int ao, int sa, double[] b, int bo, int sb, double[] y, int yo, int count) {
    for (int i = 0; i < count; i++) {
      y[yo + i] = equal(a[ao + i * sa], b[bo + i * sb]);
    }
  }

  private static void greater(double[] a, int ao, int sa, double[] b, int bo, int sb, double[] y, int yo, int count) {
    for (int i = 0; i < count; i++) {
      y[yo + i] = greater(a[ao + i * sa], b[bo + i * sb]);
    }
  }
  // spotless:on

  /** then[i] where mask[i] is not 0, else otherwise[i]; all from their offsets on. */
  public static void where(
      double[] mask,
      int maskOffset,
      double[] then,
      int thenOffset,
      double[] otherwise,
      int otherwiseOffset,
      double[] y,
      int yOffset,
      int count) {
    for (int i = 0; i < count; i++) {
      y[yOffset + i] =
          select(mask[maskOffset + i], then[thenOffset + i], otherwise[otherwiseOffset + i]);
    }
  }

  static void where(
      DenseTensor mask, DenseTensor then, DenseTensor otherwise, Shape shape, double[] y) {
    double[] m = repeated(mask, shape, y.length);
    double[] yes = repeated(then, shape, y.length);
    double[] no = repeated(otherwise, shape, y.length);
    where(m, 0, yes, 0, no, 0, y, 0, y.length);
  }
}
