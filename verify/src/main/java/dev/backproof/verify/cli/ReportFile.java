package dev.backproof.verify.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes a file whole or not at all: under a temporary name first, then renamed. */
final class ReportFile {
  private ReportFile() {}

  /**
   * Makes the folder of a file if there is none, and sees whether it can be written to: better
   * before a long computation than after it.
   *
   * @throws UncheckedIOException if it cannot, with a message for people
   */
  static void prepare(Path file) {
    attempt(
        file,
        target -> {
          Path temporary = temporary(target);
          Files.writeString(temporary, "");
          Files.delete(temporary);
        });
  }

  /**
   * As {@link #prepare}, for a folder of files whose names are not known yet: it is the folder that
   * the message names.
   *
   * @throws UncheckedIOException if it cannot be written to, with a message for people
   */
  static void prepareFolder(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "backproof", ".tmp"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder + ": " + reason(e), e);
    }
  }

  /** Writes text to a file, if one was named, or else prints it as the result. */
  static void writeOrPrint(Optional<Path> file, String text, Terminal terminal) {
    file.ifPresentOrElse(path -> write(path, text), () -> terminal.results().print(text));
  }

  /**
   * Writes text as UTF-8, making the folder if there is none. A device or a pipe is written to
   * directly.
   *
   * @throws UncheckedIOException if that cannot be done, with a message for people; what was there
   *     stays, and nothing half-written is left
   */
  static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** As above, bytes as they are. */
  static void write(Path file, byte[] content) {
    attempt(
        file,
        target -> {
          if (Files.exists(target) && !Files.isRegularFile(target)) {
            Files.write(target, content);
            return;
          }
          Path temporary = temporary(target);
          try {
            Files.write(temporary, content);
            Files.move(
                temporary,
                target,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
          } finally {
            Files.deleteIfExists(temporary);
          }
        });
  }

  /** Something done with a file that may fail. */
  private interface Action {
    void with(Path target) throws IOException;
  }

  private static void attempt(Path file, Action action) {
    try {
      if (Files.isDirectory(file)) {
        throw new FileSystemException(file.toString(), null, "it is a folder");
      }
      // What a link points to is replaced, not the link.
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Path folder = target.getParent();
      if (folder != null && !Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      action.with(target);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + reason(e), e);
    }
  }

  /**
   * Deletes what a process that was killed in the middle of a write has left beside a file.
   *
   * @throws UncheckedIOException if that cannot be done, with a message for people
   */
  static void deleteLeftOvers(Path file) {
    attempt(
        file,
        target -> {
          Path folder = target.getParent();
          if (folder == null) {
            return;
          }
          String name = String.valueOf(target.getFileName());
          try (Stream<Path> beside = Files.list(folder)) {
            for (Path other : beside.toList()) {
              String rest = String.valueOf(other.getFileName());
              if (rest.startsWith(name + ".") && rest.matches(".*\\.\\d+\\.tmp")) {
                Files.deleteIfExists(other);
              }
            }
          }
        });
  }

  /** A name of its own for each process; gone even if the program is interrupted. */
  private static Path temporary(Path target) {
    Path temporary =
        target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    temporary.toFile().deleteOnExit();
    return temporary;
  }

  /** The reason the system gives, or what the kind of exception means. */
  static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is a file, not a folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such folder, and it cannot be made";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
