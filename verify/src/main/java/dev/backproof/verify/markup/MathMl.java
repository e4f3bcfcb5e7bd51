package dev.backproof.verify.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pieces of MathML Core.
 *
 * <p>Parentheses do not stretch, and every fenced group is a row of its own, so that a tall
 * neighbour does not pull them up. A name that ends in digits has them as a subscript, {@code W1},
 * unless it is two words.
 */
public final class MathMl {
  private static final Pattern LETTERS_AND_NUMBER = Pattern.compile("([\\p{L}\\p{M}]+)([0-9]+)");

  private MathMl() {}

  /** A formula in a line of text. */
  public static String inline(String math) {
    return "<math>" + math + "</math>";
  }

  /** A formula with room for its fractions. */
  public static String display(String math) {
    return "<math displaystyle=\"true\">" + math + "</math>";
  }

  /** A name. */
  public static String identifier(String name) {
    Matcher m = LETTERS_AND_NUMBER.matcher(name);
    return m.matches()
        ? subscript(letters(m.group(1)), number(m.group(2)))
        : isWord(name) ? letters(name) : text(name);
  }

  /** A name as one word, digits and all. */
  public static String word(String name) {
    return isWord(name) ? letters(name) : text(name);
  }

  private static boolean isWord(String name) {
    return name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || isMark(c));
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.OTHER_NUMBER || c == '′';
  }

  private static String letters(String name) {
    return "<mi>" + Html.escape(name) + "</mi>";
  }

  /** A name with a bar over its first letter behind a point, as cotangents have it. */
  public static String barred(String name) {
    int dot = name.lastIndexOf('.');
    if (dot > 0 && dot + 1 < name.length()) {
      return row(text(name.substring(0, dot + 1)), barred(name.substring(dot + 1)));
    }
    Matcher m = LETTERS_AND_NUMBER.matcher(name);
    return m.matches()
        ? subscript(barredLetters(m.group(1)), number(m.group(2)))
        : isWord(name) ? barredLetters(name) : bar(identifier(name));
  }

  private static String barredLetters(String name) {
    int first = name.offsetByCodePoints(0, 1);
    return first == name.length()
        ? bar(letters(name))
        : row(
            bar("<mi mathvariant=\"normal\">" + Html.escape(name.substring(0, first)) + "</mi>"),
            "<mi mathvariant=\"normal\">" + Html.escape(name.substring(first)) + "</mi>");
  }

  private static String bar(String base) {
    return accented(base, "¯");
  }

  /** A symbol that stands for a quantity, whatever its kind in Unicode. */
  public static String symbol(String symbol) {
    return letters(symbol);
  }

  /** A number that is written out. */
  public static String number(String digits) {
    return "<mn>" + Html.escape(digits) + "</mn>";
  }

  /** An operator between two pieces. */
  public static String operator(String symbol) {
    return "<mo>" + Html.escape(symbol) + "</mo>";
  }

  /** A piece of a program. */
  public static String code(String words) {
    return "<mtext class=\"code\">" + Html.escape(words) + "</mtext>";
  }

  /** Words. */
  public static String text(String words) {
    return "<mtext>" + Html.escape(words) + "</mtext>";
  }

  /** Pieces that belong together. */
  public static String row(String... parts) {
    return "<mrow>" + String.join("", parts) + "</mrow>";
  }

  /** A row that bears a class of the style sheet. */
  public static String marked(String style, String math) {
    return "<mrow class=\"" + Html.escape(style) + "\">" + math + "</mrow>";
  }

  /** A piece between fences. */
  public static String fenced(String open, String inside, String close) {
    return row(fence(open), inside, fence(close));
  }

  private static String fence(String symbol) {
    return "<mo stretchy=\"false\">" + Html.escape(symbol) + "</mo>";
  }

  /** A matrix between fences that grow with it, row by row. */
  public static String table(String open, Iterable<? extends Iterable<String>> rows, String close) {
    StringBuilder table = new StringBuilder("<mtable>");
    for (Iterable<String> row : rows) {
      table.append("<mtr>");
      row.forEach(cell -> table.append("<mtd>").append(cell).append("</mtd>"));
      table.append("</mtr>");
    }
    return row(operator(open), table + "</mtable>", close.isEmpty() ? "" : operator(close));
  }

  /** base with something below it to the right. */
  public static String subscript(String base, String below) {
    return "<msub>" + base + below + "</msub>";
  }

  /** base with something above it to the right; a base with a subscript keeps it. */
  public static String superscript(String base, String above) {
    return base.startsWith("<msub>") && base.endsWith("</msub>")
        ? "<msubsup>"
            + base.substring("<msub>".length(), base.length() - "</msub>".length())
            + above
            + "</msubsup>"
        : "<msup>" + base + above + "</msup>";
  }

  /** A large operator with what stands below and above it; empty if nothing does. */
  public static String limits(String operator, String below, String above) {
    return above.isEmpty()
        ? below.isEmpty() ? operator : "<munder>" + operator + below + "</munder>"
        : below.isEmpty()
            ? "<mover>" + operator + above + "</mover>"
            : "<munderover>" + operator + below + above + "</munderover>";
  }

  /** A piece with a mark above it. */
  public static String accented(String base, String mark) {
    return "<mover accent=\"true\">" + base + "<mo stretchy=\"false\">" + mark + "</mo></mover>";
  }

  /** The transpose. */
  public static String transposed(String base) {
    return superscript(base, "<mo>⊤</mo>");
  }

  /** above / below. */
  public static String fraction(String above, String below) {
    return "<mfrac>" + above + below + "</mfrac>";
  }

  /** √inside. */
  public static String root(String inside) {
    return "<msqrt>" + inside + "</msqrt>";
  }
}
