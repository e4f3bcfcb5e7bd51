package dev.backproof.verify.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import picocli.CommandLine;

/**
 * What a command did: its exit code, and what it wrote.
 *
 * @param code the exit code
 * @param out the results
 * @param err the talk
 */
record CommandRun(int code, String out, String err) {
  /** Runs a command as {@code main} does, but for the streams. */
  static CommandRun of(String... args) {
    return with(command -> command, args);
  }

  /** Runs a command of a command line to which something has been done. */
  static CommandRun with(UnaryOperator<CommandLine> change, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            Terminal.stream(out, StandardCharsets.UTF_8),
            Terminal.stream(err, StandardCharsets.UTF_8),
            false);
    int code = Main.run(terminal, change.apply(Main.commandLine(terminal)), args);
    return new CommandRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A stream that takes nothing. */
  static PrintStream full() {
    return new PrintStream(
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        },
        true,
        StandardCharsets.UTF_8);
  }
}
