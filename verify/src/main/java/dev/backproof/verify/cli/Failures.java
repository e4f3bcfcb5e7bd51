package dev.backproof.verify.cli;

import dev.backproof.mlp.data.DataFault;
import dev.backproof.mlp.train.DivergedTraining;
import dev.backproof.verify.bench.BenchmarkFailure;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a user sees when a command fails: one message, an exit code, no stack trace.
 *
 * @param talk where it is said
 */
record Failures(PrintStream talk) {
  /** A training has left the numbers. */
  static final int DIVERGED = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** A file cannot be read or written. */
  static final int FILE = 5;

  /** A mistake of the program itself. */
  static final int INTERNAL = 70;

  /** Says what is wrong with the arguments, and where to read how they go. */
  int usage(ParameterException e) {
    talk.println("backproof: " + e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      UnmatchedArgumentException.printSuggestions(unmatched, Terminal.writer(talk));
    }
    talk.println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return USAGE;
  }

  /** Says why a command could not do what it was asked for. */
  int failed(Throwable e) {
    if (e instanceof UncheckedIOException io) {
      talk.println("backproof: " + io.getMessage());
      return FILE;
    }
    if (e instanceof DataFault) {
      talk.println("backproof: " + e.getMessage());
      return FILE;
    }
    if (e instanceof DivergedTraining) {
      talk.println("backproof: " + e.getMessage());
      return DIVERGED;
    }
    if (e instanceof OutOfMemoryError) {
      talk.println(
          "backproof: not enough memory; take fewer examples, or give Java more: java -Xmx8g -jar …");
      return INTERNAL;
    }
    if (e instanceof BenchmarkFailure) {
      talk.println("backproof: " + e.getMessage());
      return INTERNAL;
    }
    talk.println("backproof: internal error: " + e);
    talk.println("This is a mistake of the program. Please report the command line, the version");
    talk.println("(backproof --version), and this place:");
    for (StackTraceElement place : e.getStackTrace()) {
      if (place.getClassName().startsWith("dev.backproof")) {
        talk.println("  " + place);
      }
    }
    return INTERNAL;
  }

  /** Says that the results have not arrived. */
  int resultsLost() {
    talk.println("backproof: cannot write to standard output");
    return FILE;
  }
}
