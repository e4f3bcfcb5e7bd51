package dev.backproof.verify.assertion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.function.Executable;

/** Messages of failures, as they are kept in {@code src/test/resources/assertion}. */
final class Messages {
  private Messages() {}

  /** Asserts that an assertion fails with the message in a file. */
  static void assertFailure(String file, Executable assertion) {
    AssertionError error = assertThrows(AssertionError.class, assertion);
    assertEquals(read(file), error.getMessage() + "\n");
  }

  /** Asserts that something says what is in a file. */
  static void assertText(String file, Object said) {
    assertEquals(read(file), said + "\n");
  }

  private static String read(String file) {
    try (InputStream in =
        Objects.requireNonNull(
            Messages.class.getClassLoader().getResourceAsStream("assertion/" + file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
