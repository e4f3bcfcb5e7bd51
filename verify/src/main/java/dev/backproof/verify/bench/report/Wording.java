package dev.backproof.verify.bench.report;

import dev.backproof.verify.bench.BenchReport;
import dev.backproof.verify.bench.Curve;
import dev.backproof.verify.bench.Growth;
import dev.backproof.verify.bench.Machine;
import dev.backproof.verify.bench.Operations;
import dev.backproof.verify.bench.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words and numbers that table and page have in common. */
final class Wording {
  private static final double KILO = 1e3;

  private static final double GIBIBYTE = 1L << 30;

  private Wording() {}

  /** Three digits that count, without an exponent; whole numbers with separators. */
  static String number(double value) {
    double size = Math.abs(value);
    if (size >= 99.95) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 9.995 ? "%.1f" : "%.2f", value);
  }

  /** Two decimals, fewer from 10 on. */
  static String ratio(double value) {
    return number(value);
  }

  /** A time with the unit that suits it. */
  static String duration(double microseconds) {
    if (microseconds < 1) {
      return rounded(microseconds * KILO) + " ns";
    }
    if (microseconds < KILO) {
      return rounded(microseconds) + " µs";
    }
    return microseconds < KILO * KILO
        ? rounded(microseconds / KILO) + " ms"
        : rounded(microseconds / (KILO * KILO)) + " s";
  }

  /** Two digits that count at least, no zeros at the end of a fraction. */
  private static String rounded(double value) {
    return String.format(Locale.ROOT, value >= 9.95 ? "%.0f" : "%.1f", value)
        .replaceFirst("\\.0$", "");
  }

  /** Microseconds and their spread. */
  static String time(Row row) {
    return number(row.microseconds()) + " ± " + number(row.spread());
  }

  static String threads(int threads) {
    return threads == 1 ? "1 thread" : threads + " threads";
  }

  static String count(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  /** {@code graph, minibatch}. */
  static String program(Operations line) {
    return line.program() + (line.oneExample() ? ", one example" : ", minibatch");
  }

  /** What a curve is the time of. */
  static String subject(Curve curve) {
    return switch (curve.name()) {
      case "trace" -> "tracing";
      case "optimise" -> "optimising";
      case "plan" -> "planning";
      default -> "a traced step";
    };
  }

  static String point(Curve.Point point) {
    return number(point.microseconds()) + " µs at " + count(point.x());
  }

  /** All curves of a report. */
  static List<Curve> curves(Growth growth) {
    List<Curve> curves = new ArrayList<>(growth.steps());
    curves.addAll(growth.compilation());
    return curves;
  }

  static String tape(Growth growth) {
    return String.format(
        Locale.ROOT,
        "A node of a scalar chain on the tape, recorded and swept back: %.1f ns, %.0f bytes"
            + " (%,d nodes, one active operand, a JVM of its own).",
        growth.tapeNanoseconds(),
        growth.tapeBytes(),
        growth.tapeNodes());
  }

  /** How it was measured, where, and what is to be doubted. */
  static List<String> conditions(BenchReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Medians of %d round%s, ± half the interquartile range of all iterations; a fork for each"
                + " cell and round: %d × %d ms of warm-up, %d × %d ms measured. Ratios are medians"
                + " of the ratios within a round.",
            report.rounds(),
            report.rounds() == 1 ? "" : "s",
            report.timing().warmups(),
            report.timing().millis(),
            report.timing().iterations(),
            report.timing().millis()));
    lines.addAll(machine(report.machine()));
    lines.addAll(warnings(report));
    return lines;
  }

  /** Why the numbers are to be doubted. */
  static List<String> warnings(BenchReport report) {
    List<String> lines = new ArrayList<>();
    if (report.quick()) {
      lines.add("Quick: a first impression. Measure without --quick before you quote a number.");
    }
    if (report.machine().isBusy()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "The machine was busy before the start (load %.1f on %d cores): do not trust these"
                  + " times.",
              report.machine().loadBefore(),
              report.machine().cores()));
    }
    return lines;
  }

  /** The machine, a line for each thing. */
  static List<String> machine(Machine machine) {
    List<String> lines = new ArrayList<>();
    lines.add(
        machine.cpu()
            + ", "
            + machine.cores()
            + (machine.cores() == 1 ? " core" : " cores")
            + (machine.memory() > 0
                ? String.format(Locale.ROOT, ", %.0f GiB", machine.memory() / GIBIBYTE)
                : "")
            + "; "
            + machine.system());
    lines.add("Java " + machine.java());
    machine
        .productsInOrder()
        .forEach(
            (threads, products) -> lines.add("Products, " + threads(threads) + ": " + products));
    if (machine.loadBefore() >= 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "Load average: %.1f before, %.1f at the end",
              machine.loadBefore(),
              machine.loadAfter()));
    }
    return lines;
  }
}
