package dev.backproof.mlp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.DenseTensor;
import org.junit.jupiter.api.Test;

class StandardizerTest {
  private static Dataset data(double[]... rows) {
    return new Dataset(DenseTensor.matrix(rows), DenseTensor.vector(new double[rows.length]), 1);
  }

  @Test
  void meanAndDeviationAreThoseOfTheExamplesItWasFittedTo() {
    Standardizer s = Standardizer.fit(data(new double[] {1, 10}, new double[] {5, 10}));
    assertEquals(DenseTensor.vector(3, 10), s.mean());
    // The second column is always the same: it is only moved to 0.
    assertEquals(DenseTensor.vector(2, 1), s.scale());
    assertEquals(
        DenseTensor.matrix(new double[] {-1, 0}, new double[] {1, 0}, new double[] {2, 5}),
        s.apply(
            DenseTensor.matrix(new double[] {1, 10}, new double[] {5, 10}, new double[] {7, 15})));
  }

  @Test
  void labelsStay() {
    Dataset two = TwoMoons.generate(10, 0.1, 1);
    Dataset seen = Standardizer.fit(two).apply(two);
    assertEquals(two.labels(), seen.labels());
    // 10 numbers of order one are summed.
    assertEquals(0, seen.examples().sum(0).at(0), 1e-14);
    assertEquals(10, seen.examples().times(seen.examples()).sum(0).at(1), 1e-13);
  }

  @Test
  void roundingIsNoDeviation() {
    double[][] rows = new double[30][1];
    for (double[] row : rows) {
      row[0] = 0.1;
    }
    assertEquals(DenseTensor.vector(1), Standardizer.fit(data(rows)).scale());
  }

  @Test
  void otherInputsAreRefused() {
    Standardizer s = Standardizer.fit(data(new double[] {1, 2}));
    assertEquals(
        "standardizer: fitted to 2 inputs, given examples [1×3]",
        assertThrows(
                IllegalArgumentException.class,
                () -> s.apply(DenseTensor.matrix(new double[] {1, 2, 3})))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Standardizer(DenseTensor.vector(1), DenseTensor.vector(0)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Standardizer(DenseTensor.vector(1), DenseTensor.vector(1, 2)));
  }
}
