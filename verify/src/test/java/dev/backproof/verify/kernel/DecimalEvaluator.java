package dev.backproof.verify.kernel;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/**
 * Terms in decimals of sixty digits: no interval, no double, nothing of the kernel's arithmetic.
 */
final class DecimalEvaluator {
  static final MathContext FINE = new MathContext(60);

  private static final BigDecimal TINY = new BigDecimal("1e-40");
  private static final BigDecimal HUGE = new BigDecimal("1e40");

  /** Undefined, or too close to a jump for sixty digits, or far away. */
  static final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final Declarations declarations;
  private final Point point;

  DecimalEvaluator(Declarations declarations, Point point) {
    this.declarations = declarations;
    this.point = point;
  }

  static BigDecimal decimal(Rational r) {
    return new BigDecimal(r.numerator()).divide(new BigDecimal(r.denominator()), FINE);
  }

  /** Whether a number is in an interval. */
  static boolean isIn(Rational number, Interval interval) {
    return interval.low().compareTo(number) <= 0 && number.compareTo(interval.high()) <= 0;
  }

  static BigDecimal low(Interval interval) {
    return bound(interval.low(), RoundingMode.FLOOR);
  }

  static BigDecimal high(Interval interval) {
    return bound(interval.high(), RoundingMode.CEILING);
  }

  private static BigDecimal bound(Rational r, RoundingMode mode) {
    return new BigDecimal(r.numerator())
        .divide(new BigDecimal(r.denominator()), new MathContext(80, mode));
  }

  BigDecimal of(Term term, List<Integer> around) {
    BigDecimal value = raw(term, around).round(FINE);
    boolean tiny = value.signum() != 0 && value.abs().compareTo(TINY) < 0;
    return require(!tiny && value.abs().compareTo(HUGE) < 0, value);
  }

  private static BigDecimal require(boolean decided, BigDecimal value) {
    if (!decided) {
      throw new Undecided();
    }
    return value;
  }

  private BigDecimal raw(Term t, List<Integer> around) {
    return switch (t.kind()) {
      case NUMBER -> decimal(t.number());
      case PI -> BigDecimalMath.pi(FINE);
      case SIZE -> BigDecimal.valueOf(point.size(t.name()));
      case ENTRY -> {
        List<String> axes = Objects.requireNonNull(declarations.tensors().get(t.name()));
        int at = offset(t, axes, around);
        yield decimal(Objects.requireNonNull(point.tensors().get(t.name())).get(at));
      }
      case DELTA ->
          index(t.argument(0), around) == index(t.argument(1), around)
              ? BigDecimal.ONE
              : BigDecimal.ZERO;
      case ADD ->
          t.arguments().stream().map(a -> of(a, around)).reduce(BigDecimal.ZERO, BigDecimal::add);
      case MULTIPLY ->
          t.arguments().stream()
              .map(a -> of(a, around))
              .reduce(BigDecimal.ONE, (a, b) -> a.multiply(b, FINE));
      case POWER -> power(of(t.argument(0), around), t.number());
      case EXP -> {
        BigDecimal x = of(t.argument(0), around);
        require(x.abs().compareTo(BigDecimal.valueOf(90)) < 0, x);
        yield BigDecimalMath.exp(x, FINE);
      }
      case LOG -> {
        BigDecimal x = of(t.argument(0), around);
        yield BigDecimalMath.log(require(x.signum() > 0, x), new MathContext(100));
      }
      case SIN -> BigDecimalMath.sin(of(t.argument(0), around), new MathContext(110));
      case COS -> BigDecimalMath.cos(of(t.argument(0), around), new MathContext(110));
      case ERF -> erf(of(t.argument(0), around));
      case GUARD -> of(t.argument(0), around).signum() > 0 ? BigDecimal.ONE : BigDecimal.ZERO;
      case DETACH -> of(t.argument(0), around);
      case SUM, MAX -> {
        BigDecimal all = of(t.argument(0), with(around, 0));
        for (int i = 1; i < point.size(t.name()); i++) {
          BigDecimal next = of(t.argument(0), with(around, i));
          all = t.is(Term.Kind.SUM) ? all.add(next, FINE) : all.max(next);
        }
        yield all;
      }
      case INDEX, BOUND, DERIVATIVE -> throw new IllegalArgumentException(t.toString());
    };
  }

  private static List<Integer> with(List<Integer> around, int value) {
    List<Integer> more = new java.util.ArrayList<>(around);
    more.add(value);
    return more;
  }

  private static BigDecimal power(BigDecimal x, Rational r) {
    boolean defined = r.isInteger() ? x.signum() != 0 || r.signum() >= 0 : x.signum() > 0;
    require(defined, x);
    if (r.isInteger()) {
      int n = r.intValue();
      BigDecimal power = x.pow(Math.abs(n), new MathContext(100));
      return n >= 0 ? power : BigDecimal.ONE.divide(power, FINE);
    }
    MathContext finer = new MathContext(100);
    BigDecimal exponent =
        new BigDecimal(r.numerator()).divide(new BigDecimal(r.denominator()), finer);
    return BigDecimalMath.exp(BigDecimalMath.log(x, finer).multiply(exponent, finer), finer);
  }

  /** By Maclaurin's series, with digits for what cancels. */
  static BigDecimal erf(BigDecimal x) {
    require(x.abs().compareTo(BigDecimal.valueOf(12)) < 0, x);
    MathContext finer = new MathContext(220);
    BigDecimal square = x.multiply(x, finer).negate();
    BigDecimal term = x;
    BigDecimal sum = x;
    for (int n = 1; n < 900; n++) {
      term = term.multiply(square, finer).divide(BigDecimal.valueOf(n), finer);
      sum = sum.add(term.divide(BigDecimal.valueOf(2L * n + 1), finer), finer);
      if (n > 10 && term.abs().compareTo(new BigDecimal("1e-120")) < 0) {
        break;
      }
    }
    BigDecimal root = BigDecimalMath.pi(finer).sqrt(finer);
    return sum.multiply(BigDecimal.valueOf(2)).divide(root, finer).round(FINE);
  }

  private int offset(Term t, List<String> axes, List<Integer> around) {
    int offset = 0;
    for (int axis = 0; axis < axes.size(); axis++) {
      offset = offset * point.size(axes.get(axis)) + index(t.argument(axis), around);
    }
    return offset;
  }

  private int index(Term index, List<Integer> around) {
    if (index.is(Term.Kind.BOUND)) {
      return around.get(around.size() - 1 - index.number().intValue());
    }
    List<String> axes = Objects.requireNonNull(declarations.labels().get(index.name())).axes();
    int at = offset(index, axes, around);
    return Objects.requireNonNull(point.labels().get(index.name())).get(at);
  }
}
