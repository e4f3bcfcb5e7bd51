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
      case SIZE, INDEX, ENTRY ->
          text.append(t.name()).append(t.arguments().isEmpty() ? "" : t.arguments().toString());
      case ADD -> write("(", t, " + ", ")", text);
      case MULTIPLY -> write("(", t, "·", ")", text);
      case POWER -> write("(", t, "", ")^" + t.number(), text);
      case GUARD -> write("[", t, "", " > 0]", text);
      default -> {
        String word = t.kind().name().toLowerCase(Locale.ROOT) + " " + t.name();
        write(word.strip() + "(", t, ", ", ")", text);
      }
    }
  }

  private static void write(String open, Term t, String gap, String close, StringBuilder text) {
    text.append(open);
    for (int i = 0; i < t.arguments().size(); i++) {
      write(t.argument(i), i == 0 ? text : text.append(gap));
    }
    text.append(close);
  }
}
