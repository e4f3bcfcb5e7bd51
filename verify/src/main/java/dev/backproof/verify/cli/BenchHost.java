package dev.backproof.verify.cli;

import dev.backproof.verify.bench.Host;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program in the JVM that measures; {@link BenchCommand} starts it, nobody else. */
final class BenchHost {
  private BenchHost() {}

  /** Serves the standard streams until the input ends. */
  public static void main(String[] args) throws InterruptedException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // Whatever a library says is no answer.
    System.setOut(System.err);
    Host.serve(
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), answers);
    System.exit(0);
  }
}
