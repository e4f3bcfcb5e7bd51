package dev.backproof.verify.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkTest {
  private static final Sizes SIZES = new Sizes(3, 4, 2, 5);

  @Test
  void isSaidInWords() {
    assertEquals("graph-traced 3 4 2 5", Work.of(Variant.GRAPH_TRACED, SIZES).toString());
    assertEquals("tape 100", Work.of(Variant.TAPE, 100).toString());
    assertEquals("depth 7 3 4 2 5", Work.deep(7, SIZES).toString());
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void everyWorkIsReadBackAndRuns(Variant variant) {
    Work work =
        switch (variant) {
          case DEPTH -> Work.deep(2, SIZES);
          case TRACE, OPTIMISE, PLAN, TAPE -> Work.of(variant, 3);
          default -> Work.of(variant, SIZES);
        };
    assertEquals(work, Work.parse(work.toString()));
    Step step = work.step();
    double first = step.run();
    assertTrue(Double.isFinite(first), work::toString);
    // With its tiny step size a benchmark does the same again and again.
    assertEquals(first, step.run(), 1e-6 * Math.abs(first), work::toString);
  }

  @Test
  void variantsHaveTheWordsOfTheTable() {
    assertEquals(
        List.of(
            "closed-form-eager",
            "graph-eager",
            "closed-form-traced",
            "graph-traced",
            "plain-loops",
            "floor"),
        Variant.STEPS.stream().map(Variant::toString).toList());
  }
}
