package dev.backproof.verify.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One thing to be timed, in words that one JVM can say to another: {@code graph-traced 64 64 10
 * 32}.
 *
 * @param variant what
 * @param numbers d, h, m and n of a step; of {@link Variant#DEPTH} the number of hidden layers
 *     before them; else one length
 */
public record Work(Variant variant, List<Integer> numbers) {
  /** Copies the list. */
  public Work {
    numbers = List.copyOf(numbers);
  }

  /** A step, or its forward pass. */
  public static Work of(Variant variant, Sizes sizes) {
    return new Work(variant, sizes.list());
  }

  /** Something with a length. */
  public static Work of(Variant variant, int length) {
    return new Work(variant, List.of(length));
  }

  /** A step of a network with so many hidden layers. */
  public static Work deep(int layers, Sizes sizes) {
    return new Work(Variant.DEPTH, List.of(layers, sizes.d(), sizes.h(), sizes.m(), sizes.n()));
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static Work parse(String text) {
    List<String> words = Arrays.asList(text.split(" ", -1));
    return new Work(
        Variant.valueOf(words.get(0).toUpperCase(Locale.ROOT).replace('-', '_')),
        words.subList(1, words.size()).stream().map(Integer::valueOf).toList());
  }

  /** The thing itself, ready to run. */
  public Step step() {
    int last = numbers.size();
    return switch (variant) {
      case CLOSED_FORM_EAGER, GRAPH_EAGER, CLOSED_FORM_TRACED, GRAPH_TRACED ->
          NetworkSteps.of(variant, sizes(0));
      case FORWARD_EAGER -> NetworkSteps.forwardEager(sizes(0));
      case FORWARD_TRACED -> NetworkSteps.forwardTraced(sizes(0));
      case PLAIN_LOOPS -> PlainLoops.of(StepData.of(sizes(0)));
      case FLOOR -> Floor.of(sizes(0));
      case DEPTH -> DeepNetwork.step(numbers.get(0), sizes(last - 4));
      case TRACE -> Compilation.trace(numbers.get(0));
      case OPTIMISE -> Compilation.optimise(numbers.get(0));
      case PLAN -> Compilation.plan(numbers.get(0));
      case TAPE -> TapeChain.of(numbers.get(0));
    };
  }

  private Sizes sizes(int from) {
    return new Sizes(
        numbers.get(from), numbers.get(from + 1), numbers.get(from + 2), numbers.get(from + 3));
  }

  @Override
  public String toString() {
    return variant + numbers.stream().map(number -> " " + number).collect(Collectors.joining());
  }
}
