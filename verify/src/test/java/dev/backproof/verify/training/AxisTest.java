package dev.backproof.verify.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {
  private static List<String> words(Axis axis) {
    return axis.ticks().stream().map(Axis::words).toList();
  }

  @Test
  void equalStepsHaveRoundTicks() {
    assertEquals(List.of("0", "20", "40", "60", "80", "100"), words(Axis.linear(0, 100, 0, 1)));
    assertEquals(List.of("−1", "−0.5", "0", "0.5", "1"), words(Axis.linear(-1.1, 1.2, 0, 1)));
    assertEquals(List.of("0.8", "0.85", "0.9", "0.95", "1"), words(Axis.linear(0.8, 1, 0, 1)));
  }

  @Test
  void equalFactorsHavePowersOfTen() {
    assertEquals(
        List.of("1e-4", "0.001", "0.01", "0.1", "1").subList(1, 5),
        words(Axis.logarithmic(0.0009, 2, 0, 1)));
    assertTrue(words(Axis.logarithmic(1e-8, 10, 0, 1)).size() <= 6);
    assertTrue(words(Axis.logarithmic(0.05, 0.3, 0, 1)).size() >= 3);
  }

  @Test
  void endsAreWhereTheyBelong() {
    Axis axis = Axis.logarithmic(0.01, 1, 100, 0);
    assertEquals(100, axis.at(0.01), 1e-9);
    assertEquals(50, axis.at(0.1), 1e-9);
    assertEquals(0, axis.at(1), 1e-9);
    assertEquals(100, axis.at(0), 1e-9);
    assertEquals(5, Axis.linear(3, 3, 0, 10).at(3), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"0.00012, 1.20e−4", "0.5, 0.500", "99.96, 100.0", "0, 0", "-0.0627, −0.0627"})
  void numbersHaveThreeDigits(double x, String said) {
    assertEquals(said, Wording.number(x));
  }

  @ParameterizedTest
  @CsvSource({
    "60, 60, 100 %",
    "999, 1000, 99.9 %",
    "9999, 10000, 99.9 %",
    "52, 60, 86.7 %",
    "39, 42, 92.9 %",
    "77, 80, 96.3 %",
    "1, 6, 16.7 %",
    "1, 2, 50 %",
    "0, 2, 0 %"
  })
  void percentsAreRoundedAndAHundredIsAll(double part, double all, String said) {
    assertEquals(said, Wording.percent(part / all));
  }
}
