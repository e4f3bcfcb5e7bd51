package dev.backproof.verify.cli;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that a command reads, or standard input; what is compressed by gzip is unpacked.
 *
 * @param name as it was typed; {@code -} is standard input
 */
record InputFile(String name) {
  private static final String STANDARD_INPUT = "-";

  boolean isStandardInput() {
    return name.equals(STANDARD_INPUT);
  }

  /** What it is called in messages. */
  String said() {
    return isStandardInput() ? "standard input" : name;
  }

  /**
   * All of it.
   *
   * @throws UncheckedIOException if it cannot be read, with a message for people
   */
  byte[] bytes() {
    try (InputStream in = open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Its content, unpacked.
   *
   * @throws UncheckedIOException if it cannot be read, with a message for people
   */
  InputStream open() {
    try {
      BufferedInputStream in =
          new BufferedInputStream(
              isStandardInput() ? System.in : Files.newInputStream(Path.of(name)));
      in.mark(2);
      byte[] first = in.readNBytes(2);
      in.reset();
      boolean packed = first.length == 2 && (first[0] & 0xff) == 0x1f && (first[1] & 0xff) == 0x8b;
      return packed ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    } catch (IOException e) {
      throw unreadable(e);
    } catch (InvalidPathException e) {
      throw unreadable(new IOException("no name of a file", e));
    }
  }

  /** Its content as text in UTF-8; what is none is reported by the reader. */
  static Reader text(InputStream in) {
    return new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
  }

  /** What is wrong with it, for people. */
  UncheckedIOException unreadable(IOException e) {
    String reason =
        e instanceof NoSuchFileException
            ? "no such file"
            : e instanceof ZipException || e instanceof EOFException
                ? "it is cut off or damaged"
                : !isStandardInput() && Files.isDirectory(Path.of(name))
                    ? "it is a folder"
                    : ReportFile.reason(e);
    return new UncheckedIOException("cannot read " + said() + ": " + reason, e);
  }

  /** What went wrong in the middle of reading it, for people; what is said already stays. */
  UncheckedIOException unreadable(UncheckedIOException e) {
    boolean said = String.valueOf(e.getMessage()).startsWith("cannot ");
    return said ? e : unreadable(Objects.requireNonNull(e.getCause()));
  }
}
