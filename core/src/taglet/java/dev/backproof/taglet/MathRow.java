package dev.backproof.taglet;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one line of mathematics.
 *
 * <p>{@code a/b} without blanks is a fraction, and brackets round the whole of a part of it are
 * dropped; {@code ^} and {@code _} raise and lower the next letter, number or bracket, as do raised
 * and lowered characters; a bar, dot or hat over a letter covers its whole name. A name of one
 * letter is set in italics, a longer one upright. Whatever is not known is set as an operator.
 */
final class MathRow {
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀᵃᵇᵈⁱʲᵏˡᵐⁿᵒᵖʳˢᵗˣʸ";
  private static final String RAISED_PLAIN = "0123456789+−Tabdijklmnoprstxy";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵧ";
  private static final String LOWERED_PLAIN = "0123456789+−aehijklmnoprstuvxy";
  private static final Pattern EXPONENT = Pattern.compile("e-?\\d+");
  private static final String PRIMES = "′″";
  private static final String BIG = "Σ∫Π";

  private static final Map<Character, Character> CLOSING =
      Map.of('(', ')', '[', ']', '{', '}', '⟨', '⟩', '|', '|', '‖', '‖');

  /** The mark over a letter, and the sign that is set over it. */
  private static final Map<Character, String> ACCENTS =
      Map.of('\u0304', "¯", '\u0307', "˙", '\u0302', "^", '\u0303', "~");

  /** A part, and the same without the brackets round it. */
  private record Part(String markup, String bare) {
    static Part of(String markup) {
      return new Part(markup, markup);
    }
  }

  private final String text;
  private int at;

  private MathRow(String text) {
    this.text = text;
  }

  /** The markup of a line, without the element round it. */
  static String of(String line) {
    // Taken apart, ≠ would be an equals sign and a stroke.
    String apart = Normalizer.normalize(line, Normalizer.Form.NFD).replace("=\u0338", "≠");
    // A letter beyond 16 bits, which the loops below do not expect.
    apart = apart.replace("𝓛", "ℒ");
    MathRow reader = new MathRow(apart.replaceAll("\\s+", " "));
    StringBuilder row = new StringBuilder(reader.row('\0'));
    while (reader.at < reader.text.length()) { // A closing bracket that nothing has opened.
      row.append(operator(reader.text.charAt(reader.at++))).append(reader.row('\0'));
    }
    return row.toString();
  }

  /** Up to a closing bracket or the end. */
  private String row(char stop) {
    StringBuilder row = new StringBuilder();
    boolean blank = false;
    boolean operand = false;
    while (at < text.length() && peek() != stop && ")]}⟩".indexOf(peek()) < 0) {
      if (peek() == ' ') {
        blank = true;
        at++;
        continue;
      }
      boolean starts = startsOperand();
      if (blank && operand && starts) {
        row.append("<mspace width=\"0.35em\"/>");
      }
      row.append(starts ? quotient() : operand ? operator(text.charAt(at++)) : sign());
      operand = starts;
      blank = false;
    }
    return row.toString();
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean startsOperand() {
    char c = peek();
    boolean bar = c == '|' || c == '‖';
    return Character.isLetterOrDigit(c)
        || "½∞∂√#".indexOf(c) >= 0
        || BIG.indexOf(c) >= 0
        || (bar ? text.indexOf(c, at + 1) > 0 : CLOSING.containsKey(c));
  }

  /** Parts with strokes between them, from left to right. */
  private String quotient() {
    Part part = scripted();
    while (peek() == '/' && at + 1 < text.length()) {
      at++;
      if (!startsOperand()) {
        return part.markup + operator('/');
      }
      part = Part.of("<mfrac>" + grouped(part.bare) + grouped(scripted().bare) + "</mfrac>");
    }
    return part.markup;
  }

  /** A part with what is raised or lowered behind it. */
  private Part scripted() {
    boolean big = BIG.indexOf(peek()) >= 0;
    Part base = part();
    StringBuilder raised = new StringBuilder();
    StringBuilder lowered = new StringBuilder();
    while (at < text.length()) {
      char c = peek();
      if (RAISED.indexOf(c) >= 0) {
        raised.append(letter(RAISED_PLAIN.charAt(RAISED.indexOf(c))));
        at++;
      } else if (LOWERED.indexOf(c) >= 0) {
        lowered.append(letter(LOWERED_PLAIN.charAt(LOWERED.indexOf(c))));
        at++;
      } else if (PRIMES.indexOf(c) >= 0) {
        raised.append(operator(c));
        at++;
      } else if (c == '^' || c == '_') {
        at++;
        (c == '^' ? raised : lowered).append(part().bare);
      } else {
        break;
      }
    }
    Part part = base;
    if (raised.length() + lowered.length() > 0) {
      String element = lowered.length() == 0 ? "msup" : raised.length() == 0 ? "msub" : "msubsup";
      part =
          Part.of(
              "<"
                  + element
                  + ">"
                  + grouped(base.markup)
                  + (lowered.length() == 0 ? "" : grouped(lowered.toString()))
                  + (raised.length() == 0 ? "" : grouped(raised.toString()))
                  + "</"
                  + element
                  + ">");
    }
    return big ? summed(part) : applied(part, base);
  }

  /** A sum with what is summed, so that both go under a stroke together. */
  private Part summed(Part sum) {
    int start = at;
    while (peek() == ' ') {
      at++;
    }
    if (!startsOperand()) {
      at = start;
      return sum;
    }
    return Part.of("<mrow>" + sum.markup + scripted().markup + "</mrow>");
  }

  /** A name with its arguments: {@code exp(x)}, {@code f′(x)}. */
  private Part applied(Part part, Part base) {
    if (peek() != '(' || !base.markup.startsWith("<m") || !named(base)) {
      return part;
    }
    Part arguments = scripted();
    return Part.of("<mrow>" + part.markup + "<mo>&#x2061;</mo>" + arguments.markup + "</mrow>");
  }

  private static boolean named(Part base) {
    return base.markup.startsWith("<mi>") || base.markup.startsWith("<mover");
  }

  private Part part() {
    if (at == text.length()) {
      return Part.of("");
    }
    char c = peek();
    if (Character.isDigit(c) || c == '½' || c == '#') {
      return Part.of(number());
    }
    if (BIG.indexOf(c) >= 0) {
      at++;
      return Part.of("<mo largeop=\"false\" lspace=\"0\" rspace=\"0.15em\">" + c + "</mo>");
    }
    if (c == '∂' || c == '√') {
      at++;
      boolean alone = !startsOperand();
      if (c == '√') {
        return Part.of(alone ? operator(c) : "<msqrt>" + scripted().bare + "</msqrt>");
      }
      String sign = "<mo rspace=\"0\" lspace=\"0\">∂</mo>";
      return Part.of(alone ? sign : "<mrow>" + sign + scripted().markup + "</mrow>");
    }
    if (CLOSING.containsKey(c)) {
      return bracketed();
    }
    return Character.isLetter(c) ? Part.of(name()) : Part.of(operator(text.charAt(at++)));
  }

  private Part bracketed() {
    char open = text.charAt(at++);
    char close = CLOSING.get(open);
    String inside = row(close);
    boolean closed = peek() == close;
    if (closed) {
      at++;
    }
    String markup =
        "<mrow>"
            + fence(open, "prefix")
            + grouped(inside)
            + (closed ? fence(close, "postfix") : "")
            + "</mrow>";
    return new Part(markup, open == '(' && closed ? inside : markup);
  }

  private String number() {
    int start = at;
    if (peek() == '#') { // The number of an equation.
      at++;
    }
    while (Character.isDigit(peek())
        || peek() == '½'
        || (peek() == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1)))) {
      at++;
    }
    Matcher exponent = EXPONENT.matcher(text).region(at, text.length());
    if (exponent.lookingAt()) {
      at = exponent.end();
    }
    return "<mn>" + text.substring(start, at) + "</mn>";
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    String accent = "";
    while (at < text.length()) {
      char c = peek();
      if (ACCENTS.containsKey(c)) {
        accent = ACCENTS.get(c);
      } else if (isPlain(c)) {
        name.append(c);
      } else {
        break;
      }
      at++;
    }
    if (name.length() == 0) { // A raised or lowered letter with nothing before it.
      name.append(text.charAt(at++));
    }
    String letters = "<mi>" + MathMarkup.escaped(name.toString()) + "</mi>";
    return accent.isEmpty()
        ? letters
        : "<mover accent=\"true\">" + letters + "<mo>" + accent + "</mo></mover>";
  }

  private static boolean isPlain(char c) {
    return Character.isLetterOrDigit(c) && (RAISED + LOWERED + BIG).indexOf(c) < 0 && c != '½';
  }

  private static String letter(char c) {
    return Character.isDigit(c)
        ? "<mn>" + c + "</mn>"
        : c == 'T'
            ? "<mi mathvariant=\"normal\">T</mi>"
            : Character.isLetter(c) ? "<mi>" + c + "</mi>" : operator(c);
  }

  private static String operator(char c) {
    return "<mo>" + MathMarkup.escaped(Character.toString(c)) + "</mo>";
  }

  /** An operator with nothing before it: close to what follows. */
  private String sign() {
    char c = text.charAt(at++);
    return "+−±".indexOf(c) >= 0 ? "<mo form=\"prefix\">" + c + "</mo>" : operator(c);
  }

  private static String fence(char c, String form) {
    return "<mo stretchy=\"false\" form=\"" + form + "\">" + c + "</mo>";
  }

  private static String grouped(String markup) {
    return "<mrow>" + markup + "</mrow>";
  }
}
