package dev.backproof.verify.tour;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;

/** Takes what a program prints; its lines end in a line feed on every system. */
final class Printer extends PrintWriter {
  private Printer(StringWriter text) {
    super(text);
  }

  /** All that a program prints. */
  static String of(Consumer<PrintWriter> program) {
    StringWriter text = new StringWriter();
    try (Printer out = new Printer(text)) {
      program.accept(out);
    }
    return text.toString();
  }

  /** Every other way of ending a line comes here. */
  @Override
  public void println() {
    print('\n');
  }
}
