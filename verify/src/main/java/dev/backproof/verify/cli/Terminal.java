package dev.backproof.verify.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/**
 * Where a command writes: results to one stream, talk and progress to the other.
 *
 * @param results what the command is asked for
 * @param talk everything else
 * @param interactive whether somebody watches, so that progress is worth showing
 */
record Terminal(PrintStream results, PrintStream talk, boolean interactive) {
  /** The standard streams, in the character set of the terminal. */
  static Terminal system() {
    Charset charset = charset(System.getProperties(), System.getenv());
    return new Terminal(
        stream(System.out, charset), stream(System.err, charset), Ansi.AUTO.enabled());
  }

  /** The same without talk and progress; a failure is still said by whoever has this one. */
  Terminal quiet() {
    return new Terminal(
        results,
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        false);
  }

  /** A stream in a character set, in ASCII if that cannot show our symbols. */
  static PrintStream stream(OutputStream out, Charset charset) {
    return charset.newEncoder().canEncode(Ascii.symbols())
        ? new PrintStream(out, true, charset)
        : Ascii.stream(out);
  }

  /**
   * What the terminal is said to show.
   *
   * <p>ASCII in an environment without any locale only means that nobody has said anything; that is
   * read as UTF-8, as Python does (PEP 540).
   */
  static Charset charset(Properties properties, Map<String, String> environment) {
    Charset said =
        Stream.of("stdout.encoding", "sun.stdout.encoding", "native.encoding")
            .map(properties::getProperty)
            .filter(Objects::nonNull)
            .filter(name -> !name.isEmpty() && Charset.isSupported(name))
            .findFirst()
            .map(Charset::forName)
            .orElse(StandardCharsets.UTF_8);
    boolean locale =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .anyMatch(name -> !environment.getOrDefault(name, "").isEmpty());
    return locale || !said.equals(StandardCharsets.US_ASCII) ? said : StandardCharsets.UTF_8;
  }

  /** A writer to one of the streams, for who wants one. */
  static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            stream.print(new String(text, from, length));
          }

          @Override
          public void flush() {
            stream.flush();
          }

          @Override
          public void close() {
            stream.flush();
          }
        },
        true);
  }
}
