package dev.backproof.verify.check;

import ch.obermuhlner.math.big.BigDecimalMath;
import dev.backproof.core.Constant;
import dev.backproof.core.Elementary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The elementary functions on decimals, for {@link BigTensor}.
 *
 * <p>A second implementation: nothing here calls {@link Elementary#value} or {@link
 * Elementary#derivative}. What has no value throws an {@link ArithmeticException} that gives the
 * rule. The relative error is below 10⁻⁷⁵, of sine and cosine relative to the larger of the value
 * and 10⁻²⁰.
 */
final class BigFunctions {
  /** Working precision: fifty digits that are promised and thirty that guard them. */
  static final MathContext CONTEXT = new MathContext(80);

  /** Where e⁻ˣ is so small, and eˣ so large, that decimals would cost memory and time only. */
  private static final BigDecimal FAR = BigDecimal.valueOf(1_000_000);

  /** Beyond it 1 − erf x is below 10⁻⁹¹, less than half a unit of the 80th digit. */
  private static final BigDecimal ERF_IS_ONE = BigDecimal.valueOf(145, 1);

  /** Below it x³ is nothing beside x. */
  private static final BigDecimal TINY = BigDecimal.valueOf(1, 45);

  private static final int FARTHEST_ANGLE = 1000;
  private static final BigDecimal THREE = BigDecimal.valueOf(3);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private BigFunctions() {}

  static BigDecimal constant(Constant constant) {
    return constant instanceof Constant.Rational fraction
        ? BigDecimal.valueOf(fraction.numerator())
            .divide(BigDecimal.valueOf(fraction.denominator()), CONTEXT)
        : BigDecimalMath.pi(CONTEXT);
  }

  static BigDecimal value(Elementary f, BigDecimal x) {
    return switch (f) {
      case NEGATE -> x.negate();
      case EXP -> exp(x);
      case LOG -> log(x);
      case SQRT -> sqrt(x);
      case SQUARE -> x.multiply(x, CONTEXT);
      case RECIPROCAL -> BigDecimal.ONE.divide(x, CONTEXT);
      case TANH -> tanh(x);
      case SIGMOID -> sigmoid(x);
      case SOFTPLUS -> softplus(x);
      case RECT -> x.max(BigDecimal.ZERO);
      case ABS -> x.abs();
      case SIGN -> BigDecimal.valueOf(x.signum());
      case STEP -> x.signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO;
      case SIN -> sin(x);
      case COS -> BigDecimalMath.cos(angle(x), finer(BigDecimal.ONE, 20)).round(CONTEXT);
      case ERF -> erf(x);
    };
  }

  /**
   * The working precision with {@code more} digits, and as many again as x has zeros behind the
   * point: the library's series stop at an absolute error.
   */
  private static MathContext finer(BigDecimal x, int more) {
    int zeros = x.signum() == 0 ? 0 : Math.max(0, -BigDecimalMath.exponent(x));
    return new MathContext(CONTEXT.getPrecision() + more + zeros);
  }

  /** eˣ; below −10⁶ it is 0, above 10⁶ refused. */
  private static BigDecimal exp(BigDecimal x) {
    if (x.abs().compareTo(FAR) > 0) {
      if (x.signum() < 0) {
        return BigDecimal.ZERO;
      }
      throw new ArithmeticException("the value is too large for decimals");
    }
    return BigDecimalMath.exp(x, CONTEXT);
  }

  /** eˣ − 1 to full relative precision, for |x| ≤ 2. */
  private static BigDecimal exponentialMinusOne(BigDecimal x) {
    MathContext fine = finer(x, 2);
    return BigDecimalMath.exp(x, fine).subtract(BigDecimal.ONE, fine).round(CONTEXT);
  }

  private static BigDecimal log(BigDecimal x) {
    return log(x, finer(x.subtract(BigDecimal.ONE, CONTEXT), 5)).round(CONTEXT);
  }

  private static BigDecimal log(BigDecimal x, MathContext fine) {
    if (x.signum() <= 0) {
      throw new ArithmeticException("it wants a positive number");
    }
    return BigDecimalMath.log(x, fine);
  }

  private static BigDecimal sqrt(BigDecimal x) {
    if (x.signum() < 0) {
      throw new ArithmeticException("it wants a number of at least 0");
    }
    return x.sqrt(CONTEXT);
  }

  private static BigDecimal sin(BigDecimal x) {
    BigDecimal angle = angle(x);
    return angle.abs().compareTo(TINY) < 0
        ? angle.round(CONTEXT)
        : BigDecimalMath.sin(angle, finer(angle, 20)).round(CONTEXT);
  }

  /** x less the nearest multiple of 2π, with as many digits more as x has before the point. */
  private static BigDecimal angle(BigDecimal x) {
    if (x.abs().compareTo(THREE) < 0) {
      return x;
    }
    int before = BigDecimalMath.exponent(x) + 1;
    if (before > FARTHEST_ANGLE) {
      throw new ArithmeticException("the angle is beyond 10^" + FARTHEST_ANGLE);
    }
    MathContext fine = new MathContext(CONTEXT.getPrecision() + 40 + before);
    BigDecimal circle = BigDecimalMath.pi(fine).multiply(TWO);
    BigDecimal turns = x.divide(circle, fine).setScale(0, RoundingMode.HALF_EVEN);
    return x.subtract(turns.multiply(circle), fine);
  }

  /** (1 − e⁻²ˣ)/(1 + e⁻²ˣ) for x ≥ 0, odd; below 10⁻⁴⁵ x itself. */
  private static BigDecimal tanh(BigDecimal x) {
    if (x.signum() < 0) {
      return tanh(x.negate()).negate();
    }
    if (x.compareTo(TINY) < 0) {
      return x.round(CONTEXT);
    }
    BigDecimal twice = x.multiply(TWO).negate();
    BigDecimal minusOne =
        x.compareTo(BigDecimal.ONE) < 0
            ? exponentialMinusOne(twice)
            : exp(twice).subtract(BigDecimal.ONE, CONTEXT);
    return minusOne.negate().divide(minusOne.add(TWO), CONTEXT);
  }

  /** 1/(1 + e⁻ˣ) for x ≥ 0, eˣ/(1 + eˣ) below, so that a small value keeps its digits. */
  private static BigDecimal sigmoid(BigDecimal x) {
    BigDecimal e = exp(x.abs().negate());
    BigDecimal numerator = x.signum() >= 0 ? BigDecimal.ONE : e;
    return numerator.divide(e.add(BigDecimal.ONE, CONTEXT), CONTEXT);
  }

  /** max(x, 0) + log(1 + e^(−|x|)). */
  private static BigDecimal softplus(BigDecimal x) {
    BigDecimal e = exp(x.abs().negate());
    return x.max(BigDecimal.ZERO).add(logOnePlus(e), CONTEXT);
  }

  /** log(1 + e) for 0 ≤ e ≤ 1 to full relative precision; below 10⁻⁴⁵ e − e²/2. */
  private static BigDecimal logOnePlus(BigDecimal e) {
    return e.compareTo(TINY) < 0
        ? e.subtract(e.multiply(e, CONTEXT).divide(TWO, CONTEXT), CONTEXT)
        : log(BigDecimal.ONE.add(e));
  }

  /**
   * (2/√π)·e^(−x²)·Σ 2ⁿx²ⁿ⁺¹/(1·3·…·(2n+1)), whose terms are all of one sign (Abramowitz and Stegun
   * 7.1.6); ±1 for |x| beyond 14.5.
   */
  private static BigDecimal erf(BigDecimal x) {
    if (x.abs().compareTo(ERF_IS_ONE) > 0) {
      return BigDecimal.valueOf(x.signum());
    }
    BigDecimal square = x.multiply(x, CONTEXT);
    BigDecimal term = x;
    BigDecimal sum = x;
    for (int n = 1; isFelt(term, sum); n++) {
      term =
          term.multiply(square, CONTEXT)
              .multiply(TWO)
              .divide(BigDecimal.valueOf(2L * n + 1), CONTEXT);
      sum = sum.add(term, CONTEXT);
    }
    BigDecimal scale = TWO.divide(BigDecimalMath.pi(CONTEXT).sqrt(CONTEXT), CONTEXT);
    return scale.multiply(exp(square.negate()), CONTEXT).multiply(sum, CONTEXT);
  }

  private static boolean isFelt(BigDecimal term, BigDecimal sum) {
    return term.signum() != 0
        && BigDecimalMath.exponent(term)
            >= BigDecimalMath.exponent(sum) - CONTEXT.getPrecision() - 3;
  }

  /** aᵇ: for a &lt; 0 of whole b only; 0⁰ is 1, and 0 to a negative power has no value. */
  static BigDecimal pow(BigDecimal a, BigDecimal b) {
    if (b.signum() == 0) {
      return BigDecimal.ONE;
    }
    if (a.signum() == 0) {
      if (b.signum() < 0) {
        throw new ArithmeticException("0 has no negative power");
      }
      return BigDecimal.ZERO;
    }
    boolean whole = b.stripTrailingZeros().scale() <= 0;
    if (a.signum() < 0 && !whole) {
      throw new ArithmeticException("a negative number has whole powers only");
    }
    boolean odd = a.signum() < 0 && isOdd(b);
    MathContext fine = finer(a.abs().subtract(BigDecimal.ONE, CONTEXT), 20);
    BigDecimal size = exp(b.multiply(log(a.abs(), fine), fine));
    return odd ? size.negate() : size;
  }

  /** Whether a whole number is odd; one that ends in a decimal zero is not. */
  private static boolean isOdd(BigDecimal whole) {
    return whole.stripTrailingZeros().scale() == 0 && whole.toBigIntegerExact().testBit(0);
  }
}
