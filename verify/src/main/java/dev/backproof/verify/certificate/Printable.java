package dev.backproof.verify.certificate;

/** What can be printed: a hostile file must not steer the terminal through an error message. */
final class Printable {
  private Printable() {}

  /** Whether a character is one: no control, no direction, no line break. */
  static boolean is(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** A text with question marks for what cannot be printed. */
  static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().map(c -> is(c) ? c : '?').forEach(printable::appendCodePoint);
    return printable.toString();
  }

  /** Whether all of a text can be printed. */
  static boolean all(String text) {
    return text.codePoints().allMatch(Printable::is);
  }
}
