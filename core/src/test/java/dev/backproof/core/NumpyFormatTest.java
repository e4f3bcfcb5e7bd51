package dev.backproof.core;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Against what NumPy printed, in numpy-print.txt beside this class. */
class NumpyFormatTest {
  private record Case(DenseTensor tensor, String text) {
    static Case of(List<String> lines) {
      String extents = lines.get(0).substring("shape".length()).strip();
      Shape shape =
          Shape.of(
              extents.isEmpty()
                  ? new int[0]
                  : Arrays.stream(extents.split(" ")).mapToInt(Integer::parseInt).toArray());
      String text =
          lines.stream().skip(2).map(line -> line.substring(1)).collect(Collectors.joining("\n"));
      return new Case(DenseTensor.of(shape, entries(lines.get(1), shape.count())), text);
    }

    private static double[] entries(String line, int count) {
      double[] entries = new double[count];
      List<String> words =
          line.isBlank() ? List.of() : Arrays.asList(line.replace("tile ", "").split(" "));
      for (int i = 0; i < count; i++) {
        entries[i] = line.equals("ramp") ? i : number(words.get(i % words.size()));
      }
      return entries;
    }

    private static double number(String word) {
      return switch (word) {
        case "nan" -> Double.NaN;
        case "inf" -> Double.POSITIVE_INFINITY;
        case "-inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(word);
      };
    }
  }

  private static List<Case> cases() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(NumpyFormatTest.class.getResourceAsStream("numpy-print.txt"))) {
      List<Case> cases = new ArrayList<>();
      List<String> lines = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("#")) {
          continue;
        }
        if (line.startsWith("shape") && !lines.isEmpty()) {
          cases.add(Case.of(lines));
          lines.clear();
        }
        lines.add(line);
      }
      cases.add(Case.of(lines));
      return cases;
    }
  }

  @Test
  void printsWhatNumpyPrints() throws IOException {
    List<Case> cases = cases();
    assertTrue(cases.size() >= 200, () -> "only " + cases.size() + " cases");
    assertAll(
        cases.stream().map(c -> () -> assertEquals(c.text(), NumpyFormat.format(c.tensor()))));
  }

  @Test
  void toStringIsThisFormat() {
    assertEquals("[ 1.   -2.25]", DenseTensor.vector(1, -2.25).toString());
    assertEquals(
        "[[1. 2.]\n [3. 4.]]", DenseTensor.matrix(new double[][] {{1, 2}, {3, 4}}).toString());
    assertEquals("0.1", DenseTensor.scalar(0.1).toString());
  }
}
