package dev.backproof.core;

/** Entry by entry, with broadcasting. */
final class EntrywiseKernels {
  private EntrywiseKernels() {}

  static void map(Elementary f, double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = f.value(x[i]);
    }
  }

  static void binary(Primitive primitive, DenseTensor a, DenseTensor b, Shape shape, double[] y) {
    boolean repeatA = a.count() == 1;
    boolean repeatB = b.count() == 1;
    if ((repeatA || a.count() == y.length) && (repeatB || b.count() == y.length)) {
      run(primitive, a.data(), repeatA ? 0 : 1, b.data(), repeatB ? 0 : 1, y);
      return;
    }
    run(primitive, repeated(a, shape, y.length), 1, repeated(b, shape, y.length), 1, y);
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
   * y[i] = a[i·sa] ∘ b[i·sb], with strides 0 or 1; one loop for each primitive, so that each can be
   * vectorised.
   */
  private static void run(Primitive primitive, double[] a, int sa, double[] b, int sb, double[] y) {
    int n = y.length;
    switch (primitive) {
      case PLUS -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i * sa] + b[i * sb];
        }
      }
      case MINUS -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i * sa] - b[i * sb];
        }
      }
      case TIMES -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i * sa] * b[i * sb];
        }
      }
      case STRONG_TIMES -> {
        for (int i = 0; i < n; i++) {
          double u = a[i * sa];
          double v = b[i * sb];
          y[i] = u == 0 || v == 0 ? 0 : u * v;
        }
      }
      case DIV -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i * sa] / b[i * sb];
        }
      }
      case POW -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.pow(a[i * sa], b[i * sb]);
        }
      }
      case MAXIMUM -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.max(a[i * sa], b[i * sb]);
        }
      }
      case MINIMUM -> {
        for (int i = 0; i < n; i++) {
          y[i] = Math.min(a[i * sa], b[i * sb]);
        }
      }
      case EQUAL -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i * sa] == b[i * sb] ? 1 : 0;
        }
      }
      case GREATER -> {
        for (int i = 0; i < n; i++) {
          y[i] = a[i * sa] > b[i * sb] ? 1 : 0;
        }
      }
      default -> throw new IllegalStateException(primitive + " has no two operands entry by entry");
    }
  }

  static void where(
      DenseTensor mask, DenseTensor then, DenseTensor otherwise, Shape shape, double[] y) {
    Strides walk = Strides.of(shape, mask.shape(), then.shape(), otherwise.shape());
    for (int i = 0; i < y.length; i++) {
      y[i] =
          mask.at(walk.position(0)) != 0
              ? then.at(walk.position(1))
              : otherwise.at(walk.position(2));
      walk.next();
    }
  }
}
