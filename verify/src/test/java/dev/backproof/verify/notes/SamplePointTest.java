package dev.backproof.verify.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplePointTest {
  private static final double CLEARANCE = 0.125;
  private static final List<Sizes> SIZES =
      List.of(new Sizes(1, 1, 1, 1), new Sizes(3, 2, 4, 2), new Sizes(2, 4, 3, 5));

  private interface At {
    void check(Statement statement, Sizes sizes, RandomTensors random);
  }

  /** All statements with kinks. */
  private static void everywhere(At at) {
    RandomTensors random = RandomTensors.seeded(12);
    for (Claim claim : NotesClaims.all()) {
      for (Statement statement : claim.statements()) {
        for (Sizes sizes : SIZES) {
          if (!statement.kinks().isEmpty()) {
            at.check(statement, sizes, random);
          }
        }
      }
    }
  }

  @Test
  void smoothPointsKeepAwayFromEveryKink() {
    everywhere(
        (statement, sizes, random) -> {
          List<DenseTensor> at = SamplePoint.smooth(statement, sizes, random);
          for (Kinks kinks : statement.kinks()) {
            for (double entry : kinks.argument().apply(at).toArray()) {
              assertTrue(Math.abs(entry) >= CLEARANCE, statement.label() + " " + sizes);
            }
          }
        });
  }

  @Test
  void everyKinkedPlaceHasAnExactZero() {
    everywhere(
        (statement, sizes, random) -> {
          List<DenseTensor> at = SamplePoint.onKinks(statement, sizes, random);
          for (Kinks kinks : statement.kinks()) {
            boolean zero = false;
            for (double entry : kinks.argument().apply(at).toArray()) {
              zero |= entry == 0;
            }
            assertTrue(zero, statement.label() + " " + sizes);
          }
        });
  }

  @Test
  void operandsHaveTheirShapes() {
    Sizes sizes = new Sizes(2, 3, 4, 5);
    RandomTensors random = RandomTensors.seeded(13);
    for (Operand operand : Operand.values()) {
      assertEquals(operand.shape(sizes), operand.sample(sizes, random).shape());
    }
    assertEquals("[3×2]", Operand.W1.shape(sizes).toString());
    assertEquals("[4×3]", Operand.W2.shape(sizes).toString());
    assertEquals("[5×4]", Operand.TARGETS.shape(sizes).toString());
    assertEquals("[5×2]", Operand.BATCH.shape(sizes).toString());
  }

  @Test
  void labelsStayInTheirRange() {
    RandomTensors random = RandomTensors.seeded(14);
    for (int i = 0; i < 200; i++) {
      Sizes sizes = new Sizes(1, 1, 1 + i % 4, 1);
      double y = Operand.LABEL.sample(sizes, random).item();
      double from1 = Operand.LABEL_FROM_1.sample(sizes, random).item();
      assertTrue(0 <= y && y < sizes.m());
      assertTrue(1 <= from1 && from1 <= sizes.m());
      double factor = Operand.POSITIVE.sample(sizes, random).item();
      assertTrue(0 < factor && factor <= 1);
    }
  }
}
