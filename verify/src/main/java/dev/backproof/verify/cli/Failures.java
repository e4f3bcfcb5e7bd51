package dev.backproof.verify.cli;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What a user sees when a command fails: one message, an exit code, no stack trace. */
final class Failures {
  /** A file cannot be read or written. */
  static final int FILE = 5;

  /** A mistake of the program itself. */
  static final int INTERNAL = 70;

  private Failures() {}

  static int report(Exception e, CommandLine command, ParseResult arguments) {
    PrintStream talk = Terminal.system().talk();
    if (e instanceof UncheckedIOException io) {
      talk.println("backproof: " + reason(io));
      return FILE;
    }
    talk.println("backproof: internal error: " + e);
    talk.println("This is a mistake of the program. Please report the command line, the version");
    talk.println("(backproof --version), java -version, and this place:");
    for (StackTraceElement place : e.getStackTrace()) {
      if (place.getClassName().startsWith("dev.backproof")) {
        talk.println("  " + place);
      }
    }
    return INTERNAL;
  }

  private static String reason(UncheckedIOException e) {
    if (e.getCause() instanceof FileSystemException file) {
      String why = file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
      return "cannot write " + file.getFile() + ": " + why;
    }
    return String.valueOf(e.getMessage());
  }
}
