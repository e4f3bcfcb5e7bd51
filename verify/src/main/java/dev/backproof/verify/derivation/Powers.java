package dev.backproof.verify.derivation;

import dev.backproof.verify.derivation.Piece.Level;
import dev.backproof.verify.derivation.Piece.Rank;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;

/** Powers: roots, quotients and exponents above the line. */
final class Powers {
  private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Powers() {}

  /** Whether a term is written below a fraction bar. */
  static boolean isDivided(Term t) {
    return t.is(Term.Kind.POWER) && t.number().signum() < 0;
  }

  static Piece write(TermWriter writer, Term t) {
    Piece base = writer.write(t.argument(0));
    Rational exponent = t.number();
    if (exponent.signum() >= 0) {
      return positive(base, exponent);
    }
    boolean plain = exponent.equals(Rational.MINUS_ONE);
    Piece below = plain ? base.in(Level.ATOM) : positive(base, exponent.negate());
    // b in 1/b is a power itself only in parentheses, else it would be 1/b².
    boolean power = plain && t.argument(0).is(Term.Kind.POWER);
    Piece text = power && !base.isLooserThan(Level.ATOM) ? below.parenthesized() : below;
    String latex = plain && !power ? bare(base) : text.latex();
    return new Piece(
        "1 / " + text.text(), "\\frac{1}{" + latex + "}", Level.PRODUCT, Rank.FUNCTION);
  }

  /** The LaTeX of what stands alone above or below a bar. */
  static String bare(Piece piece) {
    return piece.level() == Level.PRODUCT ? piece.in(Level.ATOM).latex() : piece.latex();
  }

  private static Piece positive(Piece base, Rational exponent) {
    if (exponent.equals(Rational.HALF)) {
      return Piece.atom("√(" + base.text() + ")", "\\sqrt{" + base.latex() + "}", Rank.FUNCTION);
    }
    boolean raised = base.text().matches(".*[⁰¹²³⁴⁵⁶⁷⁸⁹^]\\)?");
    Piece inside =
        raised && base.level() == Level.ATOM ? base.parenthesized() : base.in(Level.ATOM);
    boolean tall =
        inside.latex().contains("^")
            && inside.latex().charAt(0) != '('
            && !inside.latex().startsWith("\\left(");
    String below = tall ? Piece.parentheses(inside.latex()) : inside.latex();
    return Piece.atom(
        inside.text() + (exponent.isInteger() ? raise(exponent) : "^(" + exponent + ")"),
        below + "^{" + exponent + "}",
        base.rank());
  }

  private static String raise(Rational exponent) {
    StringBuilder above = new StringBuilder();
    String digits = exponent.toString();
    for (int i = 0; i < digits.length(); i++) {
      above.append(DIGITS.charAt(digits.charAt(i) - '0'));
    }
    return above.toString();
  }
}
