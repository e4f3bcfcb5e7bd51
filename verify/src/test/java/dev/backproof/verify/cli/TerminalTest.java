package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  private static final Map<String, String> LOCALE = Map.of("LANG", "C");

  @ParameterizedTest
  @CsvSource({"UTF-8, ½ → ∂", "US-ASCII, 1/2 -> d", "ISO-8859-1, 1/2 -> d", "UTF-16BE, ½ → ∂"})
  void whatTheTerminalCannotShowIsSpelledOut(String charset, String shown) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = Terminal.stream(bytes, Charset.forName(charset));
    stream.print("½ → ∂");
    stream.flush();
    assertEquals(shown, bytes.toString(Charset.forName(charset)));
  }

  @Test
  void theOutputsOwnEncodingCountsFirst() {
    assertEquals(
        StandardCharsets.ISO_8859_1,
        Terminal.charset(
            properties("stdout.encoding", "ISO-8859-1", "native.encoding", "UTF-8"), LOCALE));
  }

  @Test
  void theSystemsEncodingCountsNext() {
    assertEquals(
        StandardCharsets.US_ASCII,
        Terminal.charset(properties("native.encoding", "ANSI_X3.4-1968"), LOCALE));
  }

  @Test
  void withoutALocaleAsciiMeansNothingIsKnown() {
    assertEquals(
        StandardCharsets.UTF_8,
        Terminal.charset(properties("native.encoding", "ANSI_X3.4-1968"), Map.of("LANG", "")));
  }

  @Test
  void anEncodingNobodyKnowsIsPassedOver() {
    assertEquals(
        StandardCharsets.UTF_8, Terminal.charset(properties("stdout.encoding", "x-none"), LOCALE));
  }

  private static Properties properties(String... keysAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
    }
    return properties;
  }
}
