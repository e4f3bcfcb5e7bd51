package dev.backproof.verify.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where a number stands on an axis with equal steps, or with equal factors.
 *
 * @param low the number at its beginning
 * @param high the number at its end; above low
 * @param from the coordinate of the beginning
 * @param to the coordinate of the end
 * @param logarithmic whether every factor of ten is as long as the next; then low is positive
 */
record Axis(double low, double high, double from, double to, boolean logarithmic) {
  private static final int MOST_TICKS = 6;

  static Axis linear(double low, double high, double from, double to) {
    double room = high > low ? 0 : Math.max(Math.abs(low), 1) * 0.5;
    return new Axis(low - room, high + room, from, to, false);
  }

  static Axis logarithmic(double low, double high, double from, double to) {
    double room = high > low * 1.5 ? 1 : 2;
    return new Axis(low / room, high * room, from, to, true);
  }

  double at(double number) {
    double share =
        logarithmic
            ? Math.log(Math.max(number, low) / low) / Math.log(high / low)
            : (number - low) / (high - low);
    return from + share * (to - from);
  }

  /** Round numbers on the axis, at most six. */
  List<Double> ticks() {
    return logarithmic ? decades() : steps();
  }

  private List<Double> steps() {
    double rough = (high - low) / MOST_TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power;
    for (double digit : new double[] {1, 2, 5, 10}) {
      if (digit * power >= rough * (1 - 1e-9)) {
        step = digit * power;
        break;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private List<Double> decades() {
    List<Double> ticks = new ArrayList<>();
    for (double[] digits : new double[][] {{1}, {1, 3}, {1, 2, 5}}) {
      ticks.clear();
      for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
        for (double digit : digits) {
          double tick = digit * Math.pow(10, power);
          if (tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)) {
            ticks.add(tick);
          }
        }
      }
      if (ticks.size() >= 3) {
        break;
      }
    }
    int every = (ticks.size() + MOST_TICKS - 1) / MOST_TICKS;
    List<Double> some = new ArrayList<>();
    for (int i = 0; i < ticks.size(); i += Math.max(every, 1)) {
      some.add(ticks.get(i));
    }
    return some;
  }

  /** A tick in words: few digits, no rounding errors. */
  static String words(double tick) {
    return digits(tick).replace('-', '−');
  }

  private static String digits(double tick) {
    if (tick == Math.rint(tick) && Math.abs(tick) < 1e6) {
      return Long.toString((long) tick);
    }
    String plain = String.format(Locale.ROOT, "%.6f", tick).replaceAll("0+$", "");
    return Math.abs(tick) >= 1e-4 && Math.abs(tick) < 1e6
        ? plain.replaceAll("\\.$", "")
        : String.format(Locale.ROOT, "%.0e", tick).replaceFirst("e([-+])0*", "e$1");
  }
}
