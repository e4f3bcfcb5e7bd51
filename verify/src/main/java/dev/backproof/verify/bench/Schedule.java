package dev.backproof.verify.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is measured, and for how long.
 *
 * @param quick whether it is the short one, whose numbers are a first impression only
 * @param sizes of the steps
 * @param threads of the library that multiplies matrices
 * @param rounds in each of which every variant of every size has a fork
 * @param timing of a fork
 * @param growthRounds the same for how it grows
 * @param growthTiming the same for how it grows
 * @param base the sizes that grow in n and h
 * @param n numbers of examples
 * @param h numbers of hidden units
 * @param layers numbers of hidden layers
 * @param operations lengths of the programs that are traced, optimised and planned
 */
public record Schedule(
    boolean quick,
    List<Sizes> sizes,
    List<Integer> threads,
    int rounds,
    Timing timing,
    int growthRounds,
    Timing growthTiming,
    Sizes base,
    List<Integer> n,
    List<Integer> h,
    List<Integer> layers,
    List<Integer> operations) {
  /** What is timed at every size. */
  static final List<Variant> VARIANTS =
      Stream.concat(Variant.STEPS.stream(), Variant.FORWARD.stream()).toList();

  /** A fork starts a JVM and makes the step. */
  private static final double OVERHEAD_SECONDS = 0.7;

  private static final Sizes BASE = new Sizes(64, 64, 10, 32);

  /** Copies the lists. */
  public Schedule {
    sizes = List.copyOf(sizes);
    threads = List.copyOf(threads);
    n = List.copyOf(n);
    h = List.copyOf(h);
    layers = List.copyOf(layers);
    operations = List.copyOf(operations);
  }

  /** All of it, about half an hour. */
  public static Schedule full(List<Sizes> more) {
    return new Schedule(
        false,
        with(Sizes.STANDARD, more),
        List.of(1, 2),
        5,
        new Timing(5, 5, 200),
        3,
        new Timing(4, 3, 200),
        BASE,
        List.of(2, 8, 32, 128, 512, 2048),
        List.of(16, 64, 256, 1024),
        List.of(1, 2, 4, 8, 16, 32),
        List.of(100, 1_000, 10_000, 100_000));
  }

  /** Three sizes, one thread, one round, little growth: under a minute. */
  public static Schedule quick(List<Sizes> more) {
    return new Schedule(
        true,
        with(List.of(Sizes.STANDARD.get(0), Sizes.STANDARD.get(2), Sizes.STANDARD.get(3)), more),
        List.of(1),
        1,
        new Timing(4, 3, 80),
        1,
        new Timing(5, 2, 50),
        BASE,
        List.of(8, 128),
        List.of(16, 256),
        List.of(1, 4),
        List.of(100, 1_000));
  }

  /** The number of forks. */
  public int forks() {
    return stepForks() + growthForks();
  }

  /** About how long it takes on a machine that does nothing else. */
  public long seconds() {
    return Math.round(
        stepForks() * (OVERHEAD_SECONDS + timing.seconds())
            + growthForks() * (OVERHEAD_SECONDS + growthTiming.seconds()));
  }

  private int stepForks() {
    return rounds * sizes.size() * threads.size() * VARIANTS.size();
  }

  private int growthForks() {
    int compilations = 3 * operations.size();
    int tape = 1;
    return growthRounds * (n.size() + h.size() + layers.size() + compilations + tape);
  }

  private static List<Sizes> with(List<Sizes> sizes, List<Sizes> more) {
    LinkedHashSet<Sizes> all = new LinkedHashSet<>(sizes);
    all.addAll(more);
    return new ArrayList<>(all);
  }
}
