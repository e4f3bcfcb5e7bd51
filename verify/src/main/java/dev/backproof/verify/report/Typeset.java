package dev.backproof.verify.report;

/**
 * A formula, written twice.
 *
 * @param text in Unicode, on one line
 * @param math in MathML, without the element around it
 */
public record Typeset(String text, String math) {
  /** The text. */
  @Override
  public String toString() {
    return text;
  }
}
