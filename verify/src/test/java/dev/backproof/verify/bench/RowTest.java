package dev.backproof.verify.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
  private static Row row(Sample... rounds) {
    return new Row(new Sizes(2, 8, 2, 1), 1, Variant.FLOOR, List.of(rounds));
  }

  private static Sample sample(double... nanoseconds) {
    return new Sample(Arrays.stream(nanoseconds).boxed().toList(), 16);
  }

  @Test
  void theTimeIsTheMedianOfTheMedians() {
    // Medians 2000, 3000, 9000; an outlier in a round, and an outlying round, do not move it.
    Row row = row(sample(1000, 2000, 70_000), sample(3000), sample(9000, 9000));
    assertEquals(3, row.microseconds(), 1e-12);
  }

  @Test
  void theSpreadIsHalfTheInterquartileRangeOfAllIterations() {
    // 1 … 5 µs: quartiles 2 and 4.
    assertEquals(1, row(sample(5000, 1000), sample(2000, 4000, 3000)).spread(), 1e-12);
    assertEquals(0, row(sample(5000)).spread());
  }

  @Test
  void aRatioIsTakenWithinEachRound() {
    // Twice as slow as the other in each round, though the machine is ten times slower in the last.
    Row slow = row(sample(200), sample(200), sample(2000));
    Row fast = row(sample(100), sample(100), sample(1000));
    assertEquals(2, slow.over(fast), 1e-12);
    assertEquals(0.5, fast.over(slow), 1e-12);
  }

  @Test
  void bytesAreAMedianToo() {
    assertEquals(
        0, row(new Sample(List.of(1.0), 0), new Sample(List.of(1.0), 0), sample(1)).bytes());
  }

  @Test
  void aSampleIsReadBack() {
    Sample sample = new Sample(List.of(1.5, 1e9, 0.1), 1234);
    assertEquals(sample, Sample.parse(sample.line()));
  }

  @Test
  void quantilesLieBetweenNeighbours() {
    List<Double> values = List.of(4.0, 1.0, 2.0, 3.0);
    assertEquals(2.5, Sample.quantile(values, 0.5), 1e-12);
    assertEquals(1.75, Sample.quantile(values, 0.25), 1e-12);
    assertEquals(1, Sample.quantile(values, 0));
    assertEquals(4, Sample.quantile(values, 1));
  }
}
