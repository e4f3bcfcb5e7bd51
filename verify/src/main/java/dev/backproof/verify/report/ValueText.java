package dev.backproof.verify.report;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.StringJoiner;

/** Numbers as a reader wants them: five significant digits, small arrays whole, large summed up. */
public final class ValueText {
  /** The most entries an array is written out with. */
  public static final int WHOLE = 12;

  private static final MathContext DIGITS = new MathContext(5, RoundingMode.HALF_EVEN);
  private static final int LEAST_EXPONENT = -4;
  private static final int GREATEST_EXPONENT = 6;

  private ValueText() {}

  /** The number with at most five significant digits, and a minus sign that is one. */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    String digits = Double.isInfinite(value) ? "∞" : digits(Math.abs(value));
    return Math.copySign(1, value) < 0 ? "−" + digits : digits;
  }

  private static String digits(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= LEAST_EXPONENT && exponent < GREATEST_EXPONENT) {
      return rounded.toPlainString();
    }
    return rounded.movePointLeft(exponent).toPlainString()
        + "e"
        + (exponent < 0 ? "−" : "")
        + Math.abs(exponent);
  }

  /** Whether an array is small enough to be written out. */
  public static boolean isWhole(DenseTensor value) {
    return value.count() <= WHOLE;
  }

  /** All entries of a small array, {@code [[1, 0], [0, 1]]}; of a large one the least and most. */
  public static String of(DenseTensor value) {
    return isWhole(value) ? whole(value, 0, 0) : summary(value);
  }

  private static String whole(DenseTensor value, int axis, int from) {
    Shape shape = value.shape();
    if (axis == shape.rank()) {
      return of(value.at(from));
    }
    int[] extents = shape.extents();
    int stride = 1;
    for (int i = axis + 1; i < extents.length; i++) {
      stride *= extents[i];
    }
    StringJoiner text = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < extents[axis]; i++) {
      text.add(whole(value, axis + 1, from + i * stride));
    }
    return text.toString();
  }

  private static String summary(DenseTensor value) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double entry : value.toArray()) {
      least = Math.min(least, entry);
      most = Math.max(most, entry);
    }
    if (Double.isNaN(least)) {
      return "with NaN";
    }
    return least == most ? "all " + of(least) : of(least) + " … " + of(most);
  }
}
