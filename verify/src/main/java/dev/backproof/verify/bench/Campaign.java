package dev.backproof.verify.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Measures what a schedule says, in rounds.
 *
 * <p>Within a round the variants of one size stand next to each other, with one thread and with
 * more: what is compared is measured within seconds.
 */
public final class Campaign {
  private final Schedule schedule;
  private final Laboratory laboratory;
  private final Consumer<String> progress;

  /**
   * A campaign that is yet to begin.
   *
   * @param progress told of each fork, before it starts
   */
  public Campaign(Schedule schedule, Laboratory laboratory, Consumer<String> progress) {
    this.schedule = schedule;
    this.laboratory = laboratory;
    this.progress = progress;
  }

  /**
   * Measures everything.
   *
   * @throws BenchmarkFailure if something cannot be measured
   */
  public BenchReport run() {
    Machine machine = Machine.here();
    Map<Integer, String> products = new TreeMap<>();
    for (int threads : schedule.threads()) {
      products.put(threads, laboratory.products(threads));
    }
    List<Row> rows = rows();
    Growth growth = new GrowthCampaign(schedule, this).run();
    return new BenchReport(
        schedule.quick(),
        schedule.rounds(),
        schedule.timing(),
        machine.withProducts(products).afterwards(),
        rows,
        Operations.all(),
        growth);
  }

  /** What a row is about. */
  private record Key(Sizes sizes, int threads, Variant variant) {}

  private List<Row> rows() {
    Map<Key, List<Sample>> samples = new LinkedHashMap<>();
    for (int round = 0; round < schedule.rounds(); round++) {
      for (Sizes sizes : schedule.sizes()) {
        for (Variant variant : Schedule.VARIANTS) {
          for (int threads : schedule.threads()) {
            samples
                .computeIfAbsent(new Key(sizes, threads, variant), key -> new ArrayList<>())
                .add(measure(Work.of(variant, sizes), threads, schedule.timing()));
          }
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    samples.forEach(
        (key, rounds) -> rows.add(new Row(key.sizes(), key.threads(), key.variant(), rounds)));
    return rows;
  }

  Sample measure(Work work, int threads, Timing timing) {
    progress.accept(work.toString());
    return laboratory.measure(work, threads, timing);
  }
}
