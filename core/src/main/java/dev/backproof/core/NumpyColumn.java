package dev.backproof.core;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * How NumPy prints the numbers of one array: all alike, with at most 8 digits behind the point.
 *
 * <p>The notation is scientific if a number is at least 1e8 or below 1e-4, or if the largest is
 * more than 1000 times the smallest, zeros left aside. Each number has the fewest digits that read
 * back as the same {@code double}, or is rounded half to even where those are too many.
 *
 * @param scientific whether with an exponent
 * @param whole the places before the point, sign included
 * @param fraction the places behind it
 * @param exponent the digits of the exponent
 */
record NumpyColumn(boolean scientific, int whole, int fraction, int exponent) {
  private static final int PRECISION = 8;
  private static final int ALL_DIGITS = 17;

  static NumpyColumn of(List<Double> numbers) {
    List<Double> finite = numbers.stream().filter(Double::isFinite).toList();
    boolean scientific = wantsExponent(finite);
    int whole = 0;
    int fraction = 0;
    int exponent = 0;
    for (double x : finite) {
      Parts parts = scientific ? Parts.scientific(x) : Parts.positional(x);
      whole = Math.max(whole, parts.whole().length());
      fraction = Math.max(fraction, parts.fraction().length());
      exponent = Math.max(exponent, parts.exponentDigits().length());
    }
    int behind = scientific ? exponent + 2 + fraction : fraction;
    for (double x : numbers) {
      if (!Double.isFinite(x)) {
        whole = Math.max(whole, notFinite(x).length() - behind - 1);
      }
    }
    return new NumpyColumn(scientific, whole, fraction, exponent);
  }

  /** A number by itself: all its digits; with an exponent from 1e16 on and below 1e-4. */
  static String scalar(double x) {
    if (!Double.isFinite(x)) {
      return notFinite(x);
    }
    double size = Math.abs(x);
    if (size != 0 && (size < 1e-4 || size >= 1e16)) {
      Parts parts = Parts.scientific(x, shortest(x, ALL_DIGITS, Integer.MAX_VALUE));
      return parts.whole()
          + (parts.fraction().isEmpty() ? "" : "." + parts.fraction())
          + parts.exponent(0);
    }
    Parts parts = Parts.positional(x, shortest(x, ALL_DIGITS, Integer.MAX_VALUE));
    return parts.whole() + "." + (parts.fraction().isEmpty() ? "0" : parts.fraction());
  }

  String text(double x) {
    if (!Double.isFinite(x)) {
      return padded(notFinite(x), whole + 1 + fraction + (scientific ? exponent + 2 : 0));
    }
    Parts parts = scientific ? Parts.scientific(x) : Parts.positional(x);
    String missing = (scientific ? "0" : " ").repeat(fraction - parts.fraction().length());
    return padded(parts.whole(), whole)
        + "."
        + parts.fraction()
        + missing
        + (scientific ? parts.exponent(exponent) : "");
  }

  private static String padded(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static String notFinite(double x) {
    return Double.isNaN(x) ? "nan" : x > 0 ? "inf" : "-inf";
  }

  private static boolean wantsExponent(List<Double> finite) {
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (double x : finite) {
      if (x != 0) {
        largest = Math.max(largest, Math.abs(x));
        smallest = Math.min(smallest, Math.abs(x));
      }
    }
    return largest >= 1e8 || smallest < 1e-4 || largest / smallest > 1000;
  }

  /**
   * The fewest digits that read back as |x|, or |x| rounded half to even to as many digits and
   * places behind the point as are allowed.
   */
  private static BigDecimal shortest(double x, int digits, int places) {
    BigDecimal exact = new BigDecimal(Math.abs(x));
    for (int n = 1; n < digits; n++) {
      BigDecimal nearest = exact.round(new MathContext(n, RoundingMode.HALF_EVEN));
      // just above a power of two the decimals that read back reach further up than down
      BigDecimal above = exact.round(new MathContext(n, RoundingMode.CEILING));
      if (nearest.scale() > places) {
        break;
      }
      if (nearest.doubleValue() == Math.abs(x)) {
        return nearest;
      }
      if (above.doubleValue() == Math.abs(x)) {
        return above;
      }
    }
    BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    return rounded.scale() > places ? exact.setScale(places, RoundingMode.HALF_EVEN) : rounded;
  }

  /** A finite number taken apart; trailing zeros behind the point are dropped. */
  private record Parts(String whole, String fraction, int power) {
    static Parts positional(double x) {
      return positional(x, shortest(x, ALL_DIGITS, PRECISION));
    }

    static Parts positional(double x, BigDecimal size) {
      String text = size.toPlainString();
      int point = text.indexOf('.');
      String fraction = point < 0 ? "" : withoutTrailingZeros(text.substring(point + 1));
      return new Parts(sign(x) + (point < 0 ? text : text.substring(0, point)), fraction, 0);
    }

    static Parts scientific(double x) {
      return scientific(x, shortest(x, PRECISION + 1, Integer.MAX_VALUE));
    }

    static Parts scientific(double x, BigDecimal size) {
      String digits = size.unscaledValue().toString();
      int power = x == 0 ? 0 : digits.length() - 1 - size.scale();
      return new Parts(
          sign(x) + digits.charAt(0), withoutTrailingZeros(digits.substring(1)), power);
    }

    private static String sign(double x) {
      return Math.copySign(1, x) < 0 ? "-" : "";
    }

    private static String withoutTrailingZeros(String digits) {
      int end = digits.length();
      while (end > 0 && digits.charAt(end - 1) == '0') {
        end--;
      }
      return digits.substring(0, end);
    }

    /** The digits of the exponent, at least two. */
    String exponentDigits() {
      return (Math.abs(power) < 10 ? "0" : "") + Math.abs(power);
    }

    String exponent(int digits) {
      String text = exponentDigits();
      return "e" + (power < 0 ? "-" : "+") + "0".repeat(Math.max(0, digits - text.length())) + text;
    }
  }
}
