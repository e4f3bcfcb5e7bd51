package dev.backproof.verify.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes: results to one stream, talk and progress to the other.
 *
 * @param results what the command is asked for
 * @param talk everything else
 * @param interactive whether somebody watches, so that progress is worth showing
 */
record Terminal(PrintStream results, PrintStream talk, boolean interactive) {
  /** The standard streams, in UTF-8. */
  static Terminal system() {
    return new Terminal(
        new PrintStream(System.out, true, StandardCharsets.UTF_8),
        new PrintStream(System.err, true, StandardCharsets.UTF_8),
        Ansi.AUTO.enabled());
  }
}
