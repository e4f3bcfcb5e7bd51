package dev.backproof.mlp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
  /** Examples that are their own numbers. */
  private static Dataset numbered(int n) {
    double[][] rows = new double[n][1];
    double[] labels = new double[n];
    for (int i = 0; i < n; i++) {
      rows[i][0] = i;
      labels[i] = i % 2;
    }
    return new Dataset(DenseTensor.matrix(rows), DenseTensor.vector(labels), 2);
  }

  @ParameterizedTest
  @CsvSource({"10, 0.2, 2", "10, 0.24, 2", "10, 0.26, 3", "2, 0.01, 1", "3, 0.99, 2", "10, 0, 0"})
  void theShareIsRoundedAndNeitherSideIsEmpty(int n, double share, int kept) {
    Split split = Split.of(numbered(n), share, 1);
    assertEquals(kept, split.validation().map(Dataset::size).orElse(0));
    assertEquals(n - kept, split.training().size());
  }

  @Test
  void everyExampleIsOnOneSideWithItsLabel() {
    Split split = Split.of(numbered(50), 0.3, 9);
    var all = new TreeSet<Double>();
    for (Dataset part : new Dataset[] {split.training(), split.validation().orElseThrow()}) {
      for (int i = 0; i < part.size(); i++) {
        double number = part.examples().at(i);
        all.add(number);
        assertEquals((int) number % 2, part.label(i));
      }
    }
    assertEquals(50, all.size());
  }

  @Test
  void theSeedDecides() {
    assertEquals(Split.of(numbered(20), 0.5, 1), Split.of(numbered(20), 0.5, 1));
    assertNotEquals(Split.of(numbered(20), 0.5, 1), Split.of(numbered(20), 0.5, 2));
  }

  @Test
  void withNothingKeptBackTheTrainingIsJudged() {
    Split split = Split.of(numbered(4), 0, 1);
    assertTrue(split.validation().isEmpty());
    assertEquals(split.training(), split.judged());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void aShareIsBelowOne(double share) {
    assertEquals(
        "split: the share that is kept back is in [0, 1), not " + share,
        assertThrows(IllegalArgumentException.class, () -> Split.of(numbered(4), share, 1))
            .getMessage());
  }

  @Test
  void oneExampleIsNotDivided() {
    assertThrows(IllegalArgumentException.class, () -> Split.of(numbered(1), 0.5, 1));
    assertEquals(1, Split.of(numbered(1), 0, 1).training().size());
  }
}
