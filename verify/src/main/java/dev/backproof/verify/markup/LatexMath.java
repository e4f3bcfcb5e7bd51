package dev.backproof.verify.markup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formulas in LaTeX as MathML: the part of LaTeX that derivations are written in, and no more.
 *
 * <p>What it does not know is refused, so that no formula is shown with a part of it missing.
 */
public final class LatexMath {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private LatexMath() {}

  /**
   * A formula as MathML, without the element {@code math} round it.
   *
   * @throws IllegalArgumentException if it is not in the part of LaTeX that is known
   */
  public static String of(String latex) {
    return new Reader(latex).whole();
  }

  /**
   * Words with formulas between dollars, as HTML.
   *
   * @throws IllegalArgumentException as above, or if a dollar is alone
   */
  public static String words(String text) {
    StringBuilder html = new StringBuilder();
    String[] parts = text.split("\\$", -1);
    if (parts.length % 2 == 0) {
      throw new IllegalArgumentException("LaTeX: a dollar without another: " + text);
    }
    for (int i = 0; i < parts.length; i++) {
      html.append(i % 2 == 0 ? Html.escape(parts[i]) : MathMl.inline(of(parts[i])));
    }
    return html.toString();
  }

  /** What a piece is to its neighbours: between some of them is a little room. */
  private enum Kind {
    START,
    LETTER,
    FUNCTION,
    LARGE,
    GROUP,
    OPERATOR,
    ROOM
  }

  /** A piece, its scripts not yet put to it. */
  private record Atom(String math, Kind kind) {}

  /** Reads a formula from left to right. */
  private static final class Reader {
    private static final String THIN = "<mspace width=\"0.1667em\"></mspace>";

    private final String latex;
    private int at;

    Reader(String latex) {
      this.latex = latex;
    }

    String whole() {
      String row = row("");
      if (at < latex.length()) {
        throw refused("nothing is open that this ends");
      }
      return row;
    }

    /** Pieces up to what ends them, which is read too; to the end of all if it is empty. */
    private String row(String end) {
      StringBuilder row = new StringBuilder();
      Kind before = Kind.START;
      while (true) {
        skipBlanks();
        if (at == latex.length()) {
          if (!end.isEmpty()) {
            throw refused("'" + end + "' is missing");
          }
          return MathMl.row(row.toString());
        }
        if (!end.isEmpty() && latex.startsWith(end, at)) {
          at += end.length();
          return MathMl.row(row.toString());
        }
        Atom atom = atom(before);
        boolean apart =
            (atom.kind == Kind.FUNCTION && isOperand(before))
                || (before == Kind.FUNCTION && isOperand(atom.kind) && atom.kind != Kind.GROUP);
        row.append(apart ? THIN : "").append(scripts(atom));
        before = atom.kind;
      }
    }

    private static boolean isOperand(Kind kind) {
      return kind == Kind.LETTER || kind == Kind.FUNCTION || kind == Kind.GROUP;
    }

    private void skipBlanks() {
      while (at < latex.length() && latex.charAt(at) == ' ') {
        at++;
      }
    }

    private Atom atom(Kind before) {
      int c = latex.codePointAt(at);
      if (Character.isDigit(c)) {
        Matcher number = NUMBER.matcher(latex).region(at, latex.length());
        String digits = number.lookingAt() ? number.group() : "";
        at += digits.length();
        return new Atom(MathMl.number(digits), Kind.LETTER);
      }
      at += Character.charCount(c);
      if (Character.isLetter(c)) {
        return new Atom(MathMl.word(Character.toString(c)), Kind.LETTER);
      }
      return switch (c) {
        case '{' -> new Atom(row("}"), Kind.LETTER);
        case '(' -> new Atom(MathMl.fenced("(", row(")"), ")"), Kind.GROUP);
        case '[' -> new Atom(MathMl.fenced("[", row("]"), "]"), Kind.GROUP);
        case '|' -> new Atom(MathMl.fenced("|", row("|"), "|"), Kind.GROUP);
        case '-' -> new Atom(minus(before), Kind.OPERATOR);
        case '+', '=', '<', '>', '/', ',', ':', ';' ->
            new Atom(MathMl.operator(Character.toString(c)), Kind.OPERATOR);
        case '\\' -> command();
        default -> throw refused("this is not known: " + Character.toString(c));
      };
    }

    /** A sign, not a difference, where nothing stands before it that could be diminished. */
    private static String minus(Kind before) {
      boolean sign = before == Kind.START || before == Kind.OPERATOR;
      return sign ? "<mo form=\"prefix\">−</mo>" : MathMl.operator("−");
    }

    private Atom command() {
      int start = at;
      while (at < latex.length() && Character.isLetter(latex.charAt(at))) {
        at++;
      }
      if (start == at) {
        if (at == latex.length()) {
          throw refused("a command is missing");
        }
        at++;
      }
      String name = latex.substring(start, at);
      if (Character.isLetter(name.charAt(0))) {
        skipBlanks();
      }
      return switch (name) {
        case "frac" -> new Atom(MathMl.fraction(group(), group()), Kind.LETTER);
        case "tfrac" -> new Atom(small(MathMl.fraction(group(), group())), Kind.LETTER);
        case "sqrt" -> new Atom(MathMl.root(group()), Kind.LETTER);
        case "operatorname" -> new Atom(MathMl.word(name()), Kind.FUNCTION);
        case "mathrm" -> new Atom(MathMl.word(name()), Kind.LETTER);
        case "text" -> new Atom(MathMl.text(verbatim().replace(' ', '\u00a0')), Kind.ROOM);
        case "mathtt" -> new Atom(MathMl.code(verbatim()), Kind.LETTER);
        case "mathcal" -> new Atom(MathMl.word(script(name())), Kind.LETTER);
        case "wrong" -> new Atom(MathMl.marked("wrong", group()), Kind.LETTER);
        case "hat" -> new Atom(MathMl.accented(group(), "^"), Kind.LETTER);
        case "bar" -> new Atom(MathMl.accented(group(), "¯"), Kind.LETTER);
        case "sum" -> new Atom(MathMl.operator("∑"), Kind.LARGE);
        case "max" -> new Atom("<mo movablelimits=\"true\">max</mo>", Kind.LARGE);
        case "|" -> new Atom(MathMl.fenced("‖", row("\\|"), "‖"), Kind.GROUP);
        case "left" -> growing();
        case "," -> new Atom(THIN, Kind.ROOM);
        case " ", ";" -> new Atom("<mspace width=\"0.2778em\"></mspace>", Kind.ROOM);
        case "\\" -> throw refused("a formula is one line");
        default -> symbol(name);
      };
    }

    private Atom symbol(String name) {
      Optional<String> function = Symbols.function(name);
      if (function.isPresent()) {
        return new Atom(MathMl.word(function.get()), Kind.FUNCTION);
      }
      Optional<String> operator = Symbols.operator(name);
      if (operator.isPresent()) {
        return new Atom(MathMl.operator(operator.get()), Kind.OPERATOR);
      }
      return new Atom(
          MathMl.symbol(
              Symbols.letter(name).orElseThrow(() -> refused("this is not known: \\" + name))),
          Kind.LETTER);
    }

    /** Fences that are as tall as what they hold. */
    private Atom growing() {
      String open = Character.toString(latex.charAt(at++));
      String inside = row("\\right");
      if (at == latex.length()) {
        throw refused("a fence is missing");
      }
      String close = Character.toString(latex.charAt(at++));
      return new Atom(
          MathMl.row(MathMl.operator(open), inside, MathMl.operator(close)), Kind.GROUP);
    }

    private String script(String letter) {
      return Symbols.script(letter).orElseThrow(() -> refused("no \\mathcal of " + letter));
    }

    private static String small(String math) {
      return "<mstyle displaystyle=\"false\" scriptlevel=\"0\">" + math + "</mstyle>";
    }

    /** What stands in braces, or else one piece. */
    private String group() {
      skipBlanks();
      if (at == latex.length()) {
        throw refused("something is missing");
      }
      return atom(Kind.START).math;
    }

    private String name() {
      return verbatim().replace("\\_", "_");
    }

    private String verbatim() {
      int end = latex.indexOf('}', at);
      if (at == latex.length() || latex.charAt(at) != '{' || end < 0) {
        throw refused("a word in braces is missing");
      }
      String word = latex.substring(at + 1, end);
      at = end + 1;
      return word;
    }

    /** A piece with what stands above and below it. */
    private String scripts(Atom atom) {
      StringBuilder above = new StringBuilder();
      StringBuilder below = new StringBuilder();
      StringBuilder primes = new StringBuilder();
      while (at < latex.length() && "^_'".indexOf(latex.charAt(at)) >= 0) {
        char c = latex.charAt(at++);
        if (c == '\'') {
          primes.append('′');
        } else {
          (c == '_' ? below : above).append(group());
        }
      }
      String base = atom.math;
      String sub = below.toString();
      String sup = above.isEmpty() ? "" : MathMl.row(above.toString());
      if (atom.kind == Kind.LARGE) {
        return MathMl.limits(base, sub, sup);
      }
      String lowered = sub.isEmpty() ? base : MathMl.subscript(base, sub);
      String raised = sup.isEmpty() ? lowered : MathMl.superscript(lowered, sup);
      // A prime is raised by itself: above the line it would be too small to be seen.
      return primes.isEmpty() ? raised : MathMl.row(raised, MathMl.symbol(primes.toString()));
    }

    private IllegalArgumentException refused(String why) {
      return new IllegalArgumentException(
          "LaTeX: " + why + ", at " + Math.min(at, latex.length()) + " of " + latex);
    }
  }
}
