package dev.backproof.verify.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all: under a temporary name first, then renamed. */
final class ReportFile {
  private ReportFile() {}

  /**
   * Writes text as UTF-8, making the folder if there is none.
   *
   * @throws UncheckedIOException if that cannot be done; nothing half-written is left
   */
  static Path write(Path folder, String name, String text) {
    try {
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, name, ".tmp");
      try {
        Files.writeString(temporary, text);
        return Files.move(
            temporary,
            folder.resolve(name),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
