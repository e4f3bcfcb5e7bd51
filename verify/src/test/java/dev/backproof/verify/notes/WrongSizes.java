package dev.backproof.verify.notes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where the error of a wrong version shows to the witnesses.
 *
 * @param shows where its error shows
 * @param visible the smallest sizes at which it shows, and larger ones
 * @param blind sizes at which it is right by accident
 * @param refused sizes at which the shapes do not fit, and what the refusal names
 */
record WrongSizes(Shows shows, List<Sizes> visible, List<Sizes> blind, List<Refusal> refused) {
  /** Where an error shows. */
  enum Shows {
    /** At points like any other. */
    ANYWHERE,
    /** At a kink or jump only. */
    AT_KINKS
  }

  /**
   * Sizes at which the shapes do not fit.
   *
   * @param sizes the sizes
   * @param named what the message must name
   */
  record Refusal(Sizes sizes, List<String> named) {}

  private static final Sizes ONE = new Sizes(1, 1, 1, 1);
  private static final Sizes TWO_CLASSES = new Sizes(1, 1, 2, 1);
  private static final Sizes THREE_CLASSES = new Sizes(1, 1, 3, 1);
  private static final Sizes ONE_CLASS = new Sizes(2, 3, 1, 1);
  private static final Sizes TWO_EXAMPLES = new Sizes(1, 1, 2, 2);
  private static final Sizes ALL_TWO = new Sizes(2, 2, 2, 2);
  private static final Sizes THREE_INPUTS = new Sizes(3, 1, 1, 1);
  private static final Sizes DISTINCT = new Sizes(2, 4, 3, 1);
  private static final Sizes EXAMPLES = new Sizes(2, 3, 2, 4);

  private static final Map<String, WrongSizes> ALL =
      Map.ofEntries(
          Map.entry("r1", shownAt(ONE)),
          Map.entry("r2", shownAt(ONE)),
          Map.entry("r3", shownAt(ONE)),
          Map.entry("r4", shownAt(ONE)),
          Map.entry("r5", shownAt(ONE).atKinks()),
          Map.entry("r6", shownAt(ONE)),
          Map.entry("r7", shownAt(ONE).atKinks()),
          Map.entry("r8", shownAt(new Sizes(2, 1, 1, 1), THREE_INPUTS).blind(ONE)),
          Map.entry("r9", shownAt(ONE, THREE_INPUTS)),
          Map.entry("r10", shownAt(TWO_CLASSES, THREE_CLASSES).blind(ONE)),
          Map.entry("r11", shownAt(TWO_CLASSES, THREE_CLASSES).blind(ONE)),
          Map.entry("r12", shownAt(ONE, TWO_CLASSES, THREE_CLASSES)),
          Map.entry("r13", shownAt(TWO_CLASSES, THREE_CLASSES).blind(ONE)),
          // where y is the last class it is refused; a test of its own draws y below m
          Map.entry("r14", shownAt().refused(ONE, "label 1", "0", "count from 0")),
          Map.entry(
              "r15",
              shownAt(new Sizes(1, 2, 2, 1), new Sizes(1, 3, 3, 1))
                  .blind(ONE)
                  .refused(new Sizes(1, 3, 2, 1), "[2×3]", "[3×2]")
                  .refused(TWO_CLASSES, "[2×1]", "[1×2]")),
          Map.entry("r16", shownAt(ONE, TWO_CLASSES, DISTINCT)),
          Map.entry(
              "r17",
              shownAt(ALL_TWO, new Sizes(1, 3, 3, 1))
                  .blind(ONE)
                  .refused(new Sizes(1, 3, 2, 1), "[2×3]", "[2]")),
          Map.entry("r18", shownAt(TWO_CLASSES, DISTINCT).blind(ONE, ONE_CLASS)),
          Map.entry("r19", shownAt(TWO_CLASSES, DISTINCT).blind(ONE, ONE_CLASS)),
          Map.entry("r20", shownAt(TWO_CLASSES, DISTINCT).blind(ONE, ONE_CLASS)),
          Map.entry(
              "r21",
              shownAt(ALL_TWO, new Sizes(3, 2, 3, 1)).blind(ONE).refused(DISTINCT, "[4×3]", "[2]")),
          Map.entry("r22", shownAt(TWO_CLASSES, DISTINCT).blind(ONE, ONE_CLASS)),
          Map.entry(
              "r23",
              shownAt(ALL_TWO, new Sizes(3, 3, 1, 1))
                  .blind(ONE)
                  .refused(new Sizes(2, 3, 1, 1), "[3×2]", "[3]")),
          Map.entry(
              "r24",
              shownAt(ALL_TWO, new Sizes(3, 3, 1, 1))
                  .blind(ONE)
                  .refused(new Sizes(2, 3, 1, 1), "[3]", "[2]")),
          Map.entry("r25", shownAt(ONE, EXAMPLES)),
          Map.entry("r26", shownAt(ONE, EXAMPLES)),
          Map.entry("r27", shownAt(TWO_EXAMPLES, EXAMPLES).blind(ONE, new Sizes(2, 3, 2, 1))),
          // right where every row of Y sums to 1; a test of its own draws such Y
          Map.entry("r28", shownAt(ONE, TWO_EXAMPLES, EXAMPLES)),
          Map.entry("r29", shownAt(TWO_CLASSES, THREE_CLASSES).blind(ONE)),
          Map.entry("r30", shownAt(TWO_CLASSES, THREE_CLASSES).blind(ONE)));

  static WrongSizes of(WrongClaim wrong) {
    return Objects.requireNonNull(ALL.get(wrong.id()), wrong::id);
  }

  private static WrongSizes shownAt(Sizes... sizes) {
    return new WrongSizes(Shows.ANYWHERE, List.of(sizes), List.of(), List.of());
  }

  private WrongSizes atKinks() {
    return new WrongSizes(Shows.AT_KINKS, visible, blind, refused);
  }

  private WrongSizes blind(Sizes... sizes) {
    return new WrongSizes(shows, visible, List.of(sizes), refused);
  }

  private WrongSizes refused(Sizes sizes, String... named) {
    return new WrongSizes(
        shows,
        visible,
        blind,
        Stream.concat(refused.stream(), Stream.of(new Refusal(sizes, List.of(named)))).toList());
  }
}
