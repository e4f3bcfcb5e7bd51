package dev.backproof.verify.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CampaignTest {
  private static final Sizes SIZES = new Sizes(2, 3, 2, 4);

  /** Measures nothing: times grow linearly, but optimising takes the cube. */
  private static final class Pretended implements Laboratory {
    final List<String> asked = new ArrayList<>();

    @Override
    public Sample measure(Work work, int threads, Timing timing) {
      asked.add(threads + " " + work);
      double length = work.numbers().get(0);
      double time = work.variant() == Variant.OPTIMISE ? Math.pow(length, 3) * 1000 : length * 1000;
      return new Sample(List.of(time, time), 8_000);
    }

    @Override
    public String products(int threads) {
      return "pretended by " + threads;
    }
  }

  private static Schedule schedule() {
    return new Schedule(
        false,
        List.of(SIZES),
        List.of(1, 2),
        2,
        new Timing(1, 2, 3),
        1,
        new Timing(1, 2, 3),
        SIZES,
        List.of(2, 4),
        List.of(3, 6),
        List.of(1, 2),
        List.of(100, 1_000, 10_000));
  }

  private final Pretended laboratory = new Pretended();
  private final List<String> progress = new ArrayList<>();

  private BenchReport run() {
    return new Campaign(schedule(), laboratory, progress::add).run();
  }

  @Test
  void whatIsComparedTakesTurns() {
    run();
    assertEquals(
        List.of(
            "1 closed-form-eager 2 3 2 4",
            "2 closed-form-eager 2 3 2 4",
            "1 graph-eager 2 3 2 4",
            "2 graph-eager 2 3 2 4"),
        laboratory.asked.subList(0, 4));
    // The second round begins when all eight variants have had both numbers of threads.
    assertEquals(laboratory.asked.subList(0, 16), laboratory.asked.subList(16, 32));
  }

  @Test
  void everyVariantHasARowWithAllRounds() {
    BenchReport report = run();
    assertEquals(16, report.rows().size());
    assertTrue(report.rows().stream().allMatch(row -> row.rounds().size() == 2));
    assertEquals(List.of(1, 2), report.threads());
    assertEquals(List.of(SIZES), report.sizes());
    assertEquals(Map.of(1, "pretended by 1", 2, "pretended by 2"), report.machine().products());
    assertEquals(1, report.ratio(SIZES, 2, Variant.GRAPH_TRACED, Variant.FLOOR).orElseThrow());
    assertEquals(1, report.speedUp(SIZES, 2, Variant.FLOOR).orElseThrow());
  }

  @Test
  void progressIsToldOfEveryFork() {
    run();
    assertEquals(laboratory.asked.size(), progress.size());
    // One is left out, see below.
    assertEquals(schedule().forks() - 1, progress.size());
  }

  @Test
  void aProgramThatWouldTakeTooLongIsLeftOutAndThisIsSaid() {
    Growth growth = run().growth();
    assertEquals(List.of("n", "h", "depth"), growth.steps().stream().map(Curve::name).toList());
    assertEquals(
        List.of(3, 2, 3), growth.compilation().stream().map(c -> c.points().size()).toList());
    assertTrue(growth.leftOut().orElseThrow().startsWith("optimise 10,0"), growth::toString);
  }

  @Test
  void aNodeOfTheTapeIsAShareOfTheChain() {
    Growth growth = run().growth();
    // 1000 nodes in 1000·1000 ns and 8000 bytes.
    assertEquals(1000, growth.tapeNanoseconds(), 1e-9);
    assertEquals(8, growth.tapeBytes(), 1e-9);
  }

  @Test
  void aFailureEndsIt() {
    Laboratory broken =
        new Laboratory() {
          @Override
          public Sample measure(Work work, int threads, Timing timing) {
            throw new BenchmarkFailure(work + ": not measured");
          }

          @Override
          public String products(int threads) {
            return "none";
          }
        };
    Campaign campaign = new Campaign(schedule(), broken, progress::add);
    String message = assertThrows(BenchmarkFailure.class, campaign::run).getMessage();
    assertEquals("closed-form-eager 2 3 2 4: not measured", message);
  }

  @Test
  void theQuickScheduleIsPlannedForLessThanAMinute() {
    Schedule quick = Schedule.quick(List.of());
    assertTrue(quick.seconds() < 45, () -> quick.seconds() + " s");
    assertTrue(quick.quick());
  }

  @Test
  void aGivenSizeComesLastAndOnce() {
    Sizes more = new Sizes(3, 3, 3, 3);
    List<Sizes> sizes = Schedule.full(List.of(more)).sizes();
    assertEquals(Sizes.STANDARD.size() + 1, sizes.size());
    assertEquals(more, sizes.get(sizes.size() - 1));
    assertEquals(Sizes.STANDARD, Schedule.full(List.of(Sizes.STANDARD.get(2))).sizes());
    assertTrue(Schedule.quick(List.of(more)).sizes().contains(more));
  }
}
