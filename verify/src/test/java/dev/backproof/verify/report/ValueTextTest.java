package dev.backproof.verify.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, −0",
    "1, 1",
    "-2.5, −2.5",
    "0.693147180559945, 0.69315",
    "123456, 123460",
    "1234567, 1.2346e6",
    "0.00012, 0.00012",
    "0.000012, 1.2e−5",
    "1e300, 1e300",
    "4.9e-324, 4.9407e−324",
    "NaN, NaN",
    "Infinity, ∞",
    "-Infinity, −∞"
  })
  void aNumberHasFiveSignificantDigits(double value, String text) {
    assertEquals(text, ValueText.of(value));
  }

  @Test
  void aSmallArrayIsWrittenOut() {
    assertEquals("3", ValueText.of(DenseTensor.scalar(3)));
    assertEquals("[1, −2]", ValueText.of(DenseTensor.vector(1, -2)));
    assertEquals(
        "[[1, 2], [3, 4]]",
        ValueText.of(DenseTensor.matrix(new double[] {1, 2}, new double[] {3, 4})));
    assertEquals("[]", ValueText.of(DenseTensor.vector()));
    assertEquals("[[], []]", ValueText.of(DenseTensor.full(Shape.of(2, 0), 1)));
  }

  @Test
  void aLargeArrayIsGivenByItsLeastAndGreatest() {
    DenseTensor large = DenseTensor.full(Shape.of(13), 2);
    assertEquals("all 2", ValueText.of(large));
    assertEquals("−1 … 2", ValueText.of(large.with(4, -1)));
    assertEquals("with NaN", ValueText.of(large.with(4, Double.NaN)));
  }
}
