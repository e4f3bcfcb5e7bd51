package dev.backproof.autodiff.rule;

import static dev.backproof.core.Elementary.ABS;
import static dev.backproof.core.Elementary.LOG;
import static dev.backproof.core.Elementary.RECT;
import static dev.backproof.core.Elementary.SIGN;
import static dev.backproof.core.Elementary.SQRT;
import static dev.backproof.core.Elementary.STEP;

import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import java.util.List;

/**
 * The values of derivatives at points where none exists, as data: the one place where the
 * conventions are written down.
 *
 * <p>Reverse and forward mode give these values, and so must whoever differentiates by hand. A
 * value belongs to how a function is written, not only to the function: rect(z), maximum(z, 0) and
 * clip(z, 0, ∞) agree everywhere and have slopes 0, ½ and 1 at 0.
 *
 * <p>The second derivative in the same operand is 0 at all of them but two: √ bends by −∞ at 0, and
 * a norm, whose slope jumps there, by +∞. All four nestings of two modes give it.
 *
 * <p>At NaN there is no convention to keep, only what follows from comparisons being false: rect
 * and clip have slope 1, maximum and minimum of two give the derivative to neither, a maximum over
 * an axis has slope NaN.
 */
public final class KinkTable {
  /** The rows. */
  public static final List<Kink> ROWS =
      List.of(
          row("rect′(0)", Formula.of(KinkTable::rect), 0, 0.0),
          row("abs′(0)", Formula.of(KinkTable::abs), 0, 0.0),
          row("sign′(0)", Formula.of(KinkTable::sign), 0, 0.0),
          row("step′(0)", Formula.of(KinkTable::step), 0, 0.0),
          row("step′(1)", Formula.of(KinkTable::step), 0, 1.0),
          row("∂max(a, b)/∂a at a = b", Formula.of(KinkTable::maximum), 0.5, 2.0, 2.0),
          second("∂max(a, b)/∂b at a = b", Formula.of(KinkTable::maximum), 0.5, 2.0, 2.0),
          row("∂min(a, b)/∂a at a = b", Formula.of(KinkTable::minimum), 0.5, 2.0, 2.0),
          second("∂min(a, b)/∂b at a = b", Formula.of(KinkTable::minimum), 0.5, 2.0, 2.0),
          row("∂max over (a, b)/∂a at a = b", Formula.of(KinkTable::reduction), 0.5, 2.0, 2.0),
          second("∂max over (a, b)/∂b at a = b", Formula.of(KinkTable::reduction), 0.5, 2.0, 2.0),
          row("maximum(z, 0)′ at 0", Formula.of(KinkTable::maximumWithZero), 0.5, 0.0),
          row("clip(z, 0, 1)′ at 0", Formula.of(KinkTable::clip), 1, 0.0),
          row("clip(z, 0, 1)′ at 1", Formula.of(KinkTable::clip), 1, 1.0),
          curved("norm′(0)", Formula.of(KinkTable::norm), 0, Double.POSITIVE_INFINITY, 0.0),
          curved(
              "sqrt′(0)",
              Formula.of(KinkTable::sqrt),
              Double.POSITIVE_INFINITY,
              Double.NEGATIVE_INFINITY,
              0.0),
          row("∂xʸ/∂x at (0, 0)", Formula.of(KinkTable::pow), 0, 0.0, 0.0),
          second("∂xʸ/∂y at (0, 0)", Formula.of(KinkTable::pow), 0, 0.0, 0.0),
          row("∂xʸ/∂x at (0, 1)", Formula.of(KinkTable::pow), 1, 0.0, 1.0),
          second("∂xʸ/∂y at (0, 1)", Formula.of(KinkTable::pow), 0, 0.0, 1.0),
          row("∂xʸ/∂x at (−2, 0)", Formula.of(KinkTable::pow), 0, -2.0, 0.0),
          row("where(x > 0, log x, 0)′ at 0", Formula.of(KinkTable::guardedLog), 0, 0.0));

  private KinkTable() {}

  /** The table as text, one row a line: name, first and second derivative, columns aligned. */
  public static String text() {
    int width = ROWS.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder(line(width, "at the kink", "first", "second"));
    for (Kink row : ROWS) {
      text.append(line(width, row.name(), Kink.write(row.slope()), Kink.write(row.curvature())));
    }
    return text.toString();
  }

  private static String line(int width, String name, String first, String second) {
    return String.format("%-" + width + "s  %5s  %6s\n", name, first, second);
  }

  private static Kink row(String name, Formula f, double slope, Double... at) {
    return new Kink(name, f, List.of(at), 0, slope, 0);
  }

  private static Kink curved(String name, Formula f, double slope, double curvature, Double... at) {
    return new Kink(name, f, List.of(at), 0, slope, curvature);
  }

  private static Kink second(String name, Formula f, double slope, Double... at) {
    return new Kink(name, f, List.of(at), 1, slope, 0);
  }

  private static <T extends Tensor<T>> T rect(T z) {
    return z.map(RECT);
  }

  private static <T extends Tensor<T>> T abs(T z) {
    return z.map(ABS);
  }

  private static <T extends Tensor<T>> T sign(T z) {
    return z.map(SIGN);
  }

  private static <T extends Tensor<T>> T step(T z) {
    return z.map(STEP);
  }

  private static <T extends Tensor<T>> T maximum(T a, T b) {
    return a.maximum(b);
  }

  private static <T extends Tensor<T>> T minimum(T a, T b) {
    return a.minimum(b);
  }

  private static <T extends Tensor<T>> T reduction(T a, T b) {
    return a.insertAxis(0).concatenate(0, List.of(b.insertAxis(0))).max(0);
  }

  private static <T extends Tensor<T>> T maximumWithZero(T z) {
    return z.maximum(z.zero());
  }

  private static <T extends Tensor<T>> T clip(T z) {
    return Functions.clip(z, z.zero(), z.one());
  }

  private static <T extends Tensor<T>> T norm(T z) {
    return Functions.l2Norm(z);
  }

  private static <T extends Tensor<T>> T sqrt(T z) {
    return z.map(SQRT);
  }

  private static <T extends Tensor<T>> T pow(T x, T y) {
    return x.pow(y);
  }

  private static <T extends Tensor<T>> T guardedLog(T x) {
    return x.greater(x.zero()).where(x.map(LOG), x.zero());
  }
}
