package dev.backproof.verify.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The part of a {@link Campaign} that measures how times grow. */
final class GrowthCampaign {
  /** A program that is expected to take longer than this once is left out: a minute. */
  private static final double MOST_MICROSECONDS = 60e6;

  /** One that is expected to take longer than this is run a few times only: a second. */
  private static final double LONG_MICROSECONDS = 1e6;

  private static final Timing LONG = new Timing(1, 2, 200);

  private static final int TAPE_NODES = 1000;

  private static final double MEGA = 1e6;

  private static final double KILO = 1e3;

  private final Schedule schedule;
  private final Campaign campaign;
  private final List<String> leftOut = new ArrayList<>();

  GrowthCampaign(Schedule schedule, Campaign campaign) {
    this.schedule = schedule;
    this.campaign = campaign;
  }

  Growth run() {
    Sizes base = schedule.base();
    List<Curve> steps =
        List.of(
            curve(
                "n",
                "examples n",
                "(d, h, m) = (" + base.d() + ", " + base.h() + ", " + base.m() + ")",
                schedule.n(),
                n -> Work.of(Variant.GRAPH_TRACED, base.withN(n))),
            curve(
                "h",
                "hidden units h",
                "(d, m, n) = (" + base.d() + ", " + base.m() + ", " + base.n() + ")",
                schedule.h(),
                h -> Work.of(Variant.GRAPH_TRACED, base.withH(h))),
            curve(
                "depth",
                "hidden layers",
                "(d, h, m, n) = " + base,
                schedule.layers(),
                layers -> Work.deep(layers, base)));
    List<Curve> compilation =
        List.of(
            compilation("trace", Variant.TRACE),
            compilation("optimise", Variant.OPTIMISE),
            compilation("plan", Variant.PLAN));
    Row tape = rows(List.of(Work.of(Variant.TAPE, TAPE_NODES))).get(0);
    return new Growth(
        steps,
        compilation,
        TAPE_NODES,
        KILO * tape.microseconds() / TAPE_NODES,
        (double) tape.bytes() / TAPE_NODES,
        leftOut.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", leftOut)));
  }

  private Curve curve(
      String name, String axis, String fixed, List<Integer> values, IntFunction<Work> work) {
    List<Row> rows = rows(values.stream().map(work::apply).toList());
    List<Curve.Point> points = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      points.add(point(values.get(i), rows.get(i)));
    }
    return new Curve(name, axis, fixed, points);
  }

  /** Ever longer programs, as long as the next one does not take too long. */
  private Curve compilation(String name, Variant variant) {
    List<Curve.Point> points = new ArrayList<>();
    for (int wanted : schedule.operations()) {
      int layers = Compilation.layers(wanted);
      int operations = Compilation.operations(layers);
      double expected = expected(points, operations);
      if (expected > MOST_MICROSECONDS) {
        leftOut.add(
            String.format(
                Locale.ROOT,
                "%s %,d operations, expected to take %,.0f s",
                name,
                operations,
                expected / MEGA));
        break;
      }
      Work work = Work.of(variant, layers);
      points.add(
          point(
              operations,
              expected > LONG_MICROSECONDS
                  ? new Row(schedule.base(), threads(), variant, List.of(measure(work, LONG)))
                  : rows(List.of(work)).get(0)));
    }
    return new Curve(name, "operations recorded", "the step of a network of many layers", points);
  }

  /** The time at x by the last two points; 0 if there are not as many. */
  private static double expected(List<Curve.Point> points, int x) {
    int count = points.size();
    return count < 2 ? 0 : PowerFit.of(points.subList(count - 2, count)).at(x);
  }

  private int threads() {
    return schedule.threads().get(0);
  }

  private Sample measure(Work work, Timing timing) {
    return campaign.measure(work, threads(), timing);
  }

  private static Curve.Point point(double x, Row row) {
    return new Curve.Point(x, row.microseconds(), row.spread());
  }

  /** In rounds, in each of which every piece of work has a fork. */
  private List<Row> rows(List<Work> works) {
    Map<Work, List<Sample>> samples = new LinkedHashMap<>();
    for (int round = 0; round < schedule.growthRounds(); round++) {
      for (Work work : works) {
        samples
            .computeIfAbsent(work, key -> new ArrayList<>())
            .add(measure(work, schedule.growthTiming()));
      }
    }
    List<Row> rows = new ArrayList<>();
    samples.forEach(
        (work, rounds) -> rows.add(new Row(schedule.base(), threads(), work.variant(), rounds)));
    return rows;
  }
}
