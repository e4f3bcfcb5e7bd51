package dev.backproof.verify.report;

import java.text.Normalizer;
import java.util.Locale;

/** How the names a user gives are written: on one line, as one word, and with a bar. */
final class Names {
  private static final char MACRON = '\u0304';

  private Names() {}

  /** The name with control and direction characters escaped, so that it stays on its line. */
  static String visible(String name) {
    StringBuilder text = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                text.append("\\n");
              } else if (c == '\t') {
                text.append("\\t");
              } else if (isHidden(c)) {
                text.append(String.format(Locale.ROOT, "\\u%04X", c));
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.toString();
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  /** The name inside a formula: as it is if it is one word, else between ‹ and ›. */
  static String word(String name) {
    boolean oneWord = !name.isEmpty() && name.codePoints().allMatch(Names::belongsToWord);
    return oneWord ? name : "‹" + visible(name) + "›";
  }

  private static boolean belongsToWord(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.OTHER_NUMBER
        || c == '_'
        || c == '.'
        || c == '′'
        || c == '\'';
  }

  /**
   * The name of the cotangent inside a formula: a bar over the first letter, {@code W̄1}, or that
   * behind a point, {@code layer1.W̄}.
   */
  static String cotangent(String name) {
    String word = word(name);
    int dot = word.lastIndexOf('.');
    if (dot > 0 && dot + 1 < word.length() && Character.isLetter(word.codePointAt(dot + 1))) {
      return word.substring(0, dot + 1) + cotangent(word.substring(dot + 1));
    }
    int first = word.codePointAt(0);
    if (!Character.isLetter(first) || hasMark(word)) {
      return "bar(" + word + ")";
    }
    int length = Character.charCount(first);
    return Normalizer.normalize(word.substring(0, length) + MACRON, Normalizer.Form.NFC)
        + word.substring(length);
  }

  private static boolean hasMark(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD).indexOf(MACRON) >= 0;
  }

  /** A whole number in subscript digits. */
  static String subscript(int number) {
    StringBuilder text = new StringBuilder();
    Integer.toString(number).chars().forEach(c -> text.append((char) ('₀' + (c - '0'))));
    return text.toString();
  }
}
