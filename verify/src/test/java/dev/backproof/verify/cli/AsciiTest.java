package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiTest {
  @ParameterizedTest
  @CsvSource({
    "plain text, plain text",
    "½·x, 1/2*x",
    "u = 2⁻⁵³, u = 2^-53",
    "∂‖x‖₂²/∂x = 2x, d||x||_2^2/dx = 2x",
    "hᵃ = W1·x, h^a = W1*x",
    "W2ᵀ·(oˢ − y), W2^T*(o^s - y)",
    "Σₖ oˢₖW2ₖⱼ, sum_k o^s_kW2_kj",
    "v̄2 ⊛ ō, v~2 (**) o~",
    "ȳ, y~",
    "loss 2.3 → 1.4, loss 2.3 -> 1.4",
    "c ≠ 0, c != 0",
    "⊢ Σᵥ a₊ = a₋, |- sum_v a_+ = a_-",
    "日, ?"
  })
  void symbolsAreSpelledOut(String text, String ascii) {
    assertEquals(ascii, Ascii.of(text));
  }

  @Test
  void columnsStayInLineWhereThereIsRoom() {
    assertEquals("  a -> b    x\n  c         y\n", Ascii.of("  a → b     x\n  c         y\n"));
  }

  @Test
  void aGapOfTwoIsKept() {
    assertEquals("  a -> b  x\n  c      y\n", Ascii.of("  a → b  x\n  c      y\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one-variable", "one-vector", "notes"})
  void everySymbolOfAGraphHasASpelling(String name) {
    everySymbolHasASpelling(CommandRun.of("graph", name).out());
  }

  @Test
  void aStreamWritesEverythingSo() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = Ascii.stream(bytes);
    stream.print("½ ");
    stream.println("≤ 1");
    stream.printf("%s%n", "∞");
    stream.append("π");
    stream.flush();
    assertEquals("1/2 <= 1\ninf\npi", bytes.toString(StandardCharsets.US_ASCII).replace("\r", ""));
  }

  static void everySymbolHasASpelling(String text) {
    assertFalse(text.contains("?"), "else the next line says nothing");
    assertFalse(Ascii.of(text).contains("?"), Ascii.of(text));
    assertTrue(Ascii.of(text).chars().allMatch(c -> c < 128));
  }
}
