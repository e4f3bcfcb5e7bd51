package dev.backproof.verify.bench.report;

import dev.backproof.verify.bench.BenchReport;
import dev.backproof.verify.bench.Curve;
import dev.backproof.verify.bench.Growth;
import dev.backproof.verify.bench.Machine;
import dev.backproof.verify.bench.Operations;
import dev.backproof.verify.bench.Row;
import dev.backproof.verify.bench.Sample;
import dev.backproof.verify.bench.Sizes;
import dev.backproof.verify.bench.Timing;
import dev.backproof.verify.bench.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Made-up results: no number here was measured. */
final class SampleBench {
  static final Sizes SMALL = new Sizes(2, 8, 2, 1);
  static final Sizes LARGE = new Sizes(784, 128, 10, 32);

  private SampleBench() {}

  /** Two sizes, two threads, two rounds. */
  static BenchReport report() {
    List<Row> rows = new ArrayList<>();
    for (int threads : new int[] {1, 2}) {
      double factor = threads == 1 ? 1 : 0.5;
      rows.add(row(SMALL, threads, Variant.CLOSED_FORM_EAGER, 6_000, 19_952));
      rows.add(row(SMALL, threads, Variant.GRAPH_EAGER, 9_000, 19_896));
      rows.add(row(SMALL, threads, Variant.CLOSED_FORM_TRACED, 400, 0));
      rows.add(row(SMALL, threads, Variant.GRAPH_TRACED, 400, 0));
      rows.add(row(SMALL, threads, Variant.PLAIN_LOOPS, 200, 0));
      rows.add(row(SMALL, threads, Variant.FLOOR, 250, 0));
      rows.add(row(SMALL, threads, Variant.FORWARD_EAGER, 3_000, 5_000));
      rows.add(row(SMALL, threads, Variant.FORWARD_TRACED, 100, 0));
      rows.add(row(LARGE, threads, Variant.CLOSED_FORM_EAGER, 2_000_000 * factor, 4_541_784));
      rows.add(row(LARGE, threads, Variant.GRAPH_EAGER, 2_500_000 * factor, 4_635_376));
      rows.add(row(LARGE, threads, Variant.CLOSED_FORM_TRACED, 400_000 * factor, 0));
      rows.add(row(LARGE, threads, Variant.GRAPH_TRACED, 412_000 * factor, 0));
      rows.add(row(LARGE, threads, Variant.PLAIN_LOOPS, 2_400_000, 0));
      rows.add(row(LARGE, threads, Variant.FLOOR, 320_000 * factor, 0));
      rows.add(row(LARGE, threads, Variant.FORWARD_EAGER, 1_000_000 * factor, 2_000_000));
      rows.add(row(LARGE, threads, Variant.FORWARD_TRACED, 103_000 * factor, 0));
    }
    return new BenchReport(
        true,
        2,
        new Timing(4, 2, 100),
        machine(3),
        rows,
        List.of(
            new Operations(true, "graph", 52, 41, 5), new Operations(false, "graph", 57, 44, 5)),
        growth());
  }

  static Machine machine(double load) {
    return new Machine(
        "Example <CPU> & Co",
        2,
        8L << 30,
        "Linux 6.1, amd64",
        "17.0.15, OpenJDK 64-Bit Server VM, Example",
        Map.of(1, "OpenBLAS, 1 thread", 2, "OpenBLAS, 2 threads"),
        load,
        1.2);
  }

  /** Two rounds of two iterations: in the second everything takes twice as long. */
  private static Row row(Sizes sizes, int threads, Variant variant, double nanos, long bytes) {
    return new Row(
        sizes,
        threads,
        variant,
        List.of(
            new Sample(List.of(nanos, nanos), bytes),
            new Sample(List.of(2 * nanos, 2 * nanos), bytes)));
  }

  private static Growth growth() {
    return new Growth(
        List.of(
            curve("n", "examples n", 8, 1, 4),
            curve("h", "hidden units h", 16, 1, 4),
            curve("depth", "hidden layers", 1, 1, 2)),
        List.of(
            curve("trace", "operations recorded", 100, 1, 10),
            curve("optimise", "operations recorded", 100, 1.5, 10),
            curve("plan", "operations recorded", 100, 1, 10)),
        1000,
        44.4,
        97.6,
        Optional.of("optimise 100,000 operations, expected to take 30 s"));
  }

  /** Four points of time 10 x^exponent. */
  private static Curve curve(String name, String axis, double first, double exponent, double by) {
    List<Curve.Point> points = new ArrayList<>();
    for (double x = first; points.size() < 4; x *= by) {
      double time = 10 * Math.pow(x, exponent);
      points.add(new Curve.Point(x, time, time / 20));
    }
    return new Curve(name, axis, "the rest", points);
  }
}
