package dev.backproof.verify.kernel;

import java.util.Locale;

/** Terms as one line, for messages; bound indices are counted: {@code %0} is the nearest. */
final class TermText {
  private static final int LONGEST = 400;

  private TermText() {}

  static String of(Term term) {
    StringBuilder text = new StringBuilder();
    write(term, text);
    return text.length() <= LONGEST ? text.toString() : text.substring(0, LONGEST) + "…";
  }

  private static void write(Term t, StringBuilder text) {
    if (text.length() > LONGEST) {
      return;
    }
    switch (t.kind()) {
      case NUMBER -> text.append(t.number());
      case BOUND -> text.append('%').append(t.number());
      case SIZE, INDEX, ENTRY -> {
        String at = t.arguments().toString().replace(" ", "");
        text.append(t.name()).append(t.arguments().isEmpty() ? "" : at);
      }
      default -> {
        text.append('(').append(word(t));
        t.arguments().forEach(argument -> write(argument, text.append(' ')));
        text.append(')');
      }
    }
  }

  private static String word(Term t) {
    return switch (t.kind()) {
      case ADD -> "+";
      case MULTIPLY -> "*";
      case POWER -> "^" + t.number();
      case SUM, MAX -> t.kind().name().toLowerCase(Locale.ROOT) + " " + t.name();
      default -> t.kind().name().toLowerCase(Locale.ROOT);
    };
  }
}
