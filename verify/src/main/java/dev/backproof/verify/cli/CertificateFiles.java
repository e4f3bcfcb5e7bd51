package dev.backproof.verify.cli;

import dev.backproof.verify.certificate.CertificateText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The certificates that an argument of a command means. */
final class CertificateFiles {
  private static final String STANDARD_INPUT = "-";

  private CertificateFiles() {}

  /**
   * A file itself, or the certificates of a folder by name.
   *
   * @throws UncheckedIOException if a folder has none, with a message for people
   */
  static List<Path> of(String argument) {
    Path path = path(argument);
    if (argument.equals(STANDARD_INPUT) || !Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      List<Path> files =
          entries.filter(file -> file.toString().endsWith(".cert")).sorted().toList();
      if (files.isEmpty()) {
        throw new IOException("no file *.cert in it");
      }
      return files;
    } catch (IOException e) {
      throw unreadable(argument, e);
    }
  }

  private static Path path(String argument) {
    try {
      return Path.of(argument);
    } catch (InvalidPathException e) {
      throw unreadable(argument, new IOException("no name of a file", e));
    }
  }

  /**
   * The text of a file; of one that is too long, so much that it is refused.
   *
   * @throws CharacterCodingException if it is no text
   * @throws UncheckedIOException if it cannot be read, with a message for people
   */
  static String read(Path file) throws CharacterCodingException {
    byte[] bytes;
    try (InputStream in =
        file.toString().equals(STANDARD_INPUT) ? System.in : Files.newInputStream(file)) {
      bytes = in.readNBytes(CertificateText.LONGEST + 1);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
    if (bytes.length > CertificateText.LONGEST) {
      // A character for each byte, so that the text is too long, whatever it says.
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static UncheckedIOException unreadable(String file, IOException e) {
    String reason = e instanceof NoSuchFileException ? "no such file" : ReportFile.reason(e);
    return new UncheckedIOException("cannot read " + file + ": " + reason, e);
  }
}
