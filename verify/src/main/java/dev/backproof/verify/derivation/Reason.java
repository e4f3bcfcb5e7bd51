package dev.backproof.verify.derivation;

import java.util.List;

/**
 * Why a line follows from the one before, in words; formulas in it are mathematics in LaTeX.
 *
 * @param text the words
 * @param latex the words, for text mode
 */
public record Reason(String text, String latex) {
  /** No reason: the first line of a chain has none. */
  public static final Reason NONE = new Reason("", "");

  /** What needs only the rules of arithmetic. */
  public static final Reason ALGEBRA = of("algebra");

  /** Words in which {@code @} stands for symbols, one after the other. */
  public static Reason of(String words, Symbol... symbols) {
    StringBuilder text = new StringBuilder();
    StringBuilder latex = new StringBuilder();
    List<String> parts = List.of(words.split("@", -1));
    if (parts.size() != symbols.length + 1) {
      throw new IllegalArgumentException(
          "reason: " + (parts.size() - 1) + " places for " + symbols.length + " symbols: " + words);
    }
    for (int i = 0; i < parts.size(); i++) {
      text.append(parts.get(i));
      latex.append(parts.get(i));
      if (i < symbols.length) {
        text.append(symbols[i].text());
        latex.append('$').append(symbols[i].latex()).append('$');
      }
    }
    return new Reason(text.toString(), latex.toString());
  }

  /** Both reasons. */
  public Reason and(Reason other) {
    return text.isEmpty()
        ? other
        : other.text.isEmpty() || other.equals(this)
            ? this
            : new Reason(text + "; " + other.text, latex + "; " + other.latex);
  }
}
