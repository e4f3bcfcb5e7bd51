package dev.backproof.verify.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "x, x̄",
    "W1, W̄1",
    "ha, h̄a",
    "layer1.W, layer1.W̄",
    "net.layer1.b2, net.layer1.b̄2",
    "two words, bar(‹two words›)",
    "v1.5, v̄1.5"
  })
  void aBarIsOverTheFirstLetterOrThatBehindThePoint(String name, String bar) {
    assertEquals(bar, Names.cotangent(name));
  }
}
