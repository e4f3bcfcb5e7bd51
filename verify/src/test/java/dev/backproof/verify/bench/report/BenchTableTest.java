package dev.backproof.verify.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BenchTableTest {
  private final String text = BenchTable.format(SampleBench.report());

  private void stands(String lines) {
    assertTrue(text.contains(lines), () -> lines + "\nis not in\n" + text);
  }

  @Test
  void timesStandInMicrosecondsWithTheirSpread() {
    stands(
        """
        One training step, microseconds, 1 thread

          (d, h, m, n)        closed-form-eager  graph-eager    closed-form-traced  graph-traced  plain-loops    floor
          (2, 8, 2, 1)        9.00 ± 3.00        13.5 ± 4.50    0.60 ± 0.20         0.60 ± 0.20   0.30 ± 0.10    0.38 ± 0.13
          (784, 128, 10, 32)  3,000 ± 1,000      3,750 ± 1,250  600 ± 200           618 ± 206     3,600 ± 1,200  480 ± 160
        """);
  }

  @Test
  void theRatiosThatMatterStandBesideEachOther() {
    stands(
        """
        Ratios, 1 thread

                              graph / closed form          over the floor
          (d, h, m, n)        eager                traced  closed-form-eager  graph-eager  closed-form-traced  graph-traced  plain-loops
          (2, 8, 2, 1)        1.50                 1.00    24.0               36.0         1.60                1.60          0.80
          (784, 128, 10, 32)  1.25                 1.03    6.25               7.81         1.25                1.29          7.50
        """);
  }

  @Test
  void twoThreadsAreComparedWithOne() {
    stands(
        """
        Times faster than with 1 thread

          (d, h, m, n)        threads  closed-form-eager  graph-eager  closed-form-traced  graph-traced  plain-loops  floor
          (2, 8, 2, 1)        2        1.00               1.00         1.00                1.00          1.00         1.00
          (784, 128, 10, 32)  2        2.00               2.00         2.00                2.00          1.00         2.00
        """);
  }

  @Test
  void theForwardPassIsAShareOfTheStep() {
    stands("(784, 128, 10, 32)  1,500 ± 500  0.40            155 ± 51.5   0.25\n");
  }

  @Test
  void bytesAndOperationsAreWholeNumbers() {
    stands("(784, 128, 10, 32)  4,541,784          4,635,376    0 ");
    stands("graph, minibatch    57        44                5\n");
  }

  @Test
  void growthIsAnExponent() {
    stands(
        "optimising     operations recorded  the rest  10,000 µs at 100  316,227,766 µs at 100,000"
            + "  1.50      1.50\n");
    stands("Left out: optimise 100,000 operations, expected to take 30 s.\n");
    stands("recorded and swept back: 44.4 ns, 98 bytes (1,000 nodes, one active operand");
  }

  @Test
  void theConditionsAreSaidAndWhatIsToBeDoubted() {
    stands("Medians of 2 rounds, ± half the interquartile range");
    stands("4 × 100 ms of warm-up, 2 × 100 ms measured");
    stands("Example <CPU> & Co, 2 cores, 8 GiB; Linux 6.1, amd64\n");
    stands("Products, 2 threads: OpenBLAS, 2 threads\n");
    stands("Quick: a first impression. Measure without --quick before you quote a number.\n");
    stands("The machine was busy before the start (load 3.0 on 2 cores): do not trust");
  }

  @Test
  void numbersHaveThreeDigitsThatCount() {
    assertEquals("0.00", Wording.number(0));
    assertEquals("0.13", Wording.number(0.125001));
    assertEquals("9.99", Wording.number(9.99));
    assertEquals("10.0", Wording.number(9.996));
    assertEquals("99.9", Wording.number(99.94));
    assertEquals("100", Wording.number(99.96));
    assertEquals("1,234,567", Wording.number(1234567.4));
  }

  @Test
  void durationsHaveTheUnitThatSuitsThem() {
    assertEquals("250 ns", Wording.duration(0.25));
    assertEquals("1 µs", Wording.duration(1));
    assertEquals("1.6 µs", Wording.duration(1.6));
    assertEquals("347 µs", Wording.duration(347));
    assertEquals("5.3 ms", Wording.duration(5320));
    assertEquals("2 s", Wording.duration(2e6));
  }
}
