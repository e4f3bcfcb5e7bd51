package dev.backproof.verify.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogScaleTest {
  @Test
  void everyFactorOfTenIsAsLongAsTheNext() {
    LogScale scale = new LogScale(1, 1000, 0, 300);
    assertEquals(0, scale.at(1), 1e-9);
    assertEquals(100, scale.at(10), 1e-9);
    assertEquals(200, scale.at(100), 1e-9);
    assertEquals(300, scale.at(1000), 1e-9);
  }

  @Test
  void whatIsBeyondAnEndStandsAtThatEnd() {
    LogScale upwards = new LogScale(1, 100, 200, 0);
    assertEquals(200, upwards.at(-5), 1e-9);
    assertEquals(0, upwards.at(1e9), 1e-9);
  }

  @Test
  void theAxisOfBarsBeginsAtAPowerOfTenBelowThem() {
    LogScale scale = LogScale.bars(List.of(0.3, 40.0), 0, 100);
    assertEquals(0.1, scale.low(), 1e-12);
    assertTrue(scale.at(0.3) > 10);
    // The smallest is a power of ten: its bar would have no length.
    assertEquals(0.1, LogScale.bars(List.of(1.0, 2.0), 0, 100).low(), 1e-12);
  }

  @Test
  void ticksArePowersOfTenAndNotTooMany() {
    assertEquals(List.of(1.0, 10.0, 100.0, 1000.0), new LogScale(1, 1000, 0, 1).ticks());
    List<Double> many = new LogScale(1, 1e12, 0, 1).ticks();
    assertTrue(many.size() <= 6, many::toString);
  }

  @Test
  void onAShortAxisTwoAndFiveAreTicksToo() {
    assertEquals(List.of(2.0, 5.0, 10.0, 20.0), new LogScale(1.5, 22, 0, 1).ticks());
  }
}
