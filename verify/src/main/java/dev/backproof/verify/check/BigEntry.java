package dev.backproof.verify.check;

import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a {@link BigTensor}: a number, or undefined.
 *
 * <p>{@code BigDecimal} has no infinity and no NaN. What has no value (log 0, 1/0) is therefore
 * carried along with the operation that made it, until a selection discards it or somebody wants to
 * read it.
 */
final class BigEntry {
  static final BigEntry ZERO = of(BigDecimal.ZERO);
  static final BigEntry ONE = of(BigDecimal.ONE);

  private final @Nullable BigDecimal number;
  private final String cause;

  private BigEntry(@Nullable BigDecimal number, String cause) {
    this.number = number;
    this.cause = cause;
  }

  static BigEntry of(BigDecimal number) {
    return new BigEntry(number, "");
  }

  /** The exact value; NaN and the infinities are undefined. */
  static BigEntry of(double number) {
    return Double.isFinite(number)
        ? of(new BigDecimal(number))
        : new BigEntry(null, "it was put in as " + number);
  }

  boolean isDefined() {
    return number != null;
  }

  boolean isZero() {
    return number != null && number.signum() == 0;
  }

  /**
   * The number.
   *
   * @throws ArithmeticException if there is none; the message says which operation is to blame
   */
  BigDecimal number() {
    if (number == null) {
      throw new ArithmeticException("undefined: " + cause);
    }
    return number;
  }

  /** f of this; where {@code f} throws an {@link ArithmeticException}, undefined. */
  BigEntry map(String operation, UnaryOperator<BigDecimal> f) {
    if (number == null) {
      return this;
    }
    try {
      return of(f.apply(number));
    } catch (ArithmeticException e) {
      return new BigEntry(null, operation + " of " + brief(number) + ": " + e.getMessage());
    }
  }

  /** f of this and {@code b}; undefined if either is, or if {@code f} throws. */
  BigEntry combine(String operation, BinaryOperator<BigDecimal> f, BigEntry b) {
    if (number == null || b.number == null) {
      return number == null ? this : b;
    }
    try {
      return of(f.apply(number, b.number));
    } catch (ArithmeticException e) {
      return new BigEntry(
          null,
          operation + " of " + brief(number) + " and " + brief(b.number) + ": " + e.getMessage());
    }
  }

  private static String brief(BigDecimal x) {
    return x.precision() > 17 ? Double.toString(x.doubleValue()) : x.toString();
  }

  @Override
  public String toString() {
    return number == null ? "undefined (" + cause + ")" : brief(number);
  }
}
