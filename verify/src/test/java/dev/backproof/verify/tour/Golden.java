package dev.backproof.verify.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts that the README quotes. */
final class Golden {
  private Golden() {}

  /** Asserts that {@code text} is what the file in {@code src/test/resources/tour} holds. */
  static void matches(String file, String text) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            Golden.class.getClassLoader().getResourceAsStream("tour/" + file), file)) {
      assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), text);
    }
  }
}
