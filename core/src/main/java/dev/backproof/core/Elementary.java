package dev.backproof.core;

import java.util.Locale;

/**
 * The elementary functions: value, derivative by hand, domain and symbol of each.
 *
 * <p>Part 1 of the course notes is here (claims 1.1 to 1.9). A derivative is written over any
 * reading, from the argument {@code x} and the value {@code y} at hand. Values are accurate in the
 * tails: {@math sigmoid′} is {@math s(x)·s(−x)} and {@math tanh′} is {@math 4·s(2x)·s(−2x)}, both
 * exact to rounding where {@math 1 − y²} would cancel, and neither uses {@math |x|}, which would
 * plant a kink in the higher derivatives. Smooth functions give NaN for NaN, and so do the others:
 * a comparison hides nothing.
 */
public enum Elementary implements Attribute {
  /** {@math −x}, with derivative {@math −1}. */
  NEGATE("-", Domain.REAL, Slope.PLAIN) {
    @Override
    public double value(double x) {
      return -x;
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      return x.constant(-1);
    }
  },
  /** {@math eˣ}, its own derivative. */
  EXP("exp", Domain.REAL, Slope.STRONG) {
    @Override
    public double value(double x) {
      return Math.exp(x);
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      return y;
    }
  },
  /** {@math ln x}, with derivative {@math 1/x}. */
  LOG("log", Domain.POSITIVE, Slope.STRONG) {
    @Override
    public double value(double x) {
      return Math.log(x);
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      return x.map(RECIPROCAL);
    }
  },
  /** {@math √x}, with derivative {@math 1/(2√x)}, which is +∞ at 0. */
  SQRT("sqrt", Domain.NON_NEGATIVE, Slope.STRONG) {
    @Override
    public double value(double x) {
      return Math.sqrt(x);
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      return x.constant(1, 2).div(y);
    }
  },
  /** {@math x²}, with derivative {@math 2x}. */
  SQUARE("square", Domain.REAL, Slope.STRONG) {
    @Override
    public double value(double x) {
      return x * x;
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      return x.constant(2).times(x);
    }
  },
  /** {@math 1/x}, with derivative {@math −1/x² = −y²}. */
  RECIPROCAL("reciprocal", Domain.NON_ZERO, Slope.STRONG) {
    @Override
    public double value(double x) {
      return 1 / x;
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      return y.times(y).negate();
    }
  },
  /**
   * The hyperbolic tangent {@math (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)}; derivative {@math 1 − tanh² x =
   * 4·s(2x)·s(−2x)} (claim 1.4).
   */
  TANH("tanh", Domain.REAL, Slope.PLAIN) {
    @Override
    public double value(double x) {
      return Math.tanh(x);
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      T twice = x.constant(2).times(x);
      return x.constant(4).times(twice.map(SIGMOID)).times(twice.negate().map(SIGMOID));
    }
  },
  /**
   * The logistic function {@math s(x) = 1/(1 + e⁻ˣ)}; derivative {@math s(x)·(1 − s(x)) =
   * s(x)·s(−x)} (claim 1.3).
   */
  SIGMOID("sigmoid", Domain.REAL, Slope.PLAIN) {
    @Override
    public double value(double x) {
      if (x >= 0) {
        return 1 / (1 + Math.exp(-x));
      }
      double e = Math.exp(x);
      return e / (1 + e);
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      return y.times(x.negate().map(SIGMOID));
    }
  },
  /** {@math ln(1 + eˣ)}, without a cut-off; derivative {@math s(x)}. */
  SOFTPLUS("softplus", Domain.REAL, Slope.PLAIN) {
    @Override
    public double value(double x) {
      return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      return x.map(SIGMOID);
    }
  },
  /** {@math max(0, x)}; derivative {@math [x &gt; 0]}, so 0 at the kink (claim 1.7). */
  RECT("rect", Domain.REAL, Slope.MASK) {
    @Override
    public double value(double x) {
      return Math.max(x, 0); // no jump, and 0 at −0
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      return x.map(STEP);
    }
  },
  /** {@math |x|}; derivative {@math sign x}, so 0 at the kink (claim 1.6). */
  ABS("abs", Domain.REAL, Slope.STRONG) {
    @Override
    public double value(double x) {
      return Math.abs(x);
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      return x.map(SIGN);
    }
  },
  /** +1, −1, and 0 at 0 (claim 1.5); no derivative flows through it. */
  SIGN("sign", Domain.REAL, Slope.NONE) {
    @Override
    public double value(double x) {
      return Double.isNaN(x) ? x : Selection.one(x > 0) - Selection.one(x < 0);
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      return x.zero();
    }
  },
  /** {@math [x &gt; 0]}, so 0 at 0; no derivative flows through it. */
  STEP("step", Domain.REAL, Slope.NONE) {
    @Override
    public double value(double x) {
      return Double.isNaN(x) ? x : Selection.one(x > 0);
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      return x.zero();
    }
  },
  /** {@math sin x}, with derivative {@math cos x}. */
  SIN("sin", Domain.REAL, Slope.STRONG) {
    @Override
    public double value(double x) {
      return Math.sin(x);
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      return x.map(COS);
    }
  },
  /** {@math cos x}, with derivative {@math −sin x}. */
  COS("cos", Domain.REAL, Slope.STRONG) {
    @Override
    public double value(double x) {
      return Math.cos(x);
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      return x.map(SIN).negate();
    }
  },
  /** The error function {@math 2/√π·∫₀ˣ e^(−t²) dt}; derivative {@math 2/√π·e^(−x²)}. */
  ERF("erf", Domain.REAL, Slope.STRONG) {
    @Override
    public double value(double x) {
      return ErrorFunction.erf(x);
    }

    @Override
    public <T extends Tensor<T>> T derivative(T x, T y) {
      T bell = x.map(SQUARE).negate().map(EXP);
      return x.constant(2).div(x.pi().map(SQRT)).times(bell);
    }
  };

  /** The real numbers at which a function is defined and finite. */
  public enum Domain {
    /** Every number. */
    REAL,
    /** Every number but 0. */
    NON_ZERO,
    /** x &gt; 0. */
    POSITIVE,
    /** x ≥ 0. */
    NON_NEGATIVE;

    /** Whether {@code x} belongs to it; NaN and the infinities never do. */
    public boolean contains(double x) {
      return Double.isFinite(x)
          && switch (this) {
            case REAL -> true;
            case NON_ZERO -> x != 0;
            case POSITIVE -> x > 0;
            case NON_NEGATIVE -> x >= 0;
          };
    }
  }

  /** How a cotangent or tangent meets the derivative on the rule pages. */
  public enum Slope {
    /** Finite even at ±∞: the plain product, at half the cost. When in doubt, STRONG. */
    PLAIN,
    /** May be infinite or undefined: the product in which zero wins. */
    STRONG,
    /** Is 0 or 1: selects instead of multiplying. */
    MASK,
    /** Is 0 wherever it exists: nothing flows. */
    NONE
  }

  private final String symbol;
  private final Domain domain;
  private final Slope slope;

  Elementary(String symbol, Domain domain, Slope slope) {
    this.symbol = symbol;
    this.domain = domain;
    this.slope = slope;
  }

  /**
   * The value at {@code x}; outside the domain as IEEE arithmetic has it (log 0 = −∞, log(−1) =
   * NaN).
   */
  public abstract double value(double x);

  /**
   * The derivative at {@code x}, by hand, over any reading; at a kink the value of the convention.
   *
   * @param y the value of the function at {@code x}
   */
  public abstract <T extends Tensor<T>> T derivative(T x, T y);

  /** Where the function is defined. */
  public Domain domain() {
    return domain;
  }

  /** How its derivative is multiplied. */
  public Slope slope() {
    return slope;
  }

  /** How it is written before its argument in text: {@code tanh}, {@code -}. */
  public String symbol() {
    return symbol;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
