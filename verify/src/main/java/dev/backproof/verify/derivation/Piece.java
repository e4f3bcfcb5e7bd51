package dev.backproof.verify.derivation;

import java.util.List;

/**
 * A part of a formula, written.
 *
 * @param text in Unicode
 * @param latex in LaTeX
 * @param level how tightly it holds together
 * @param rank its place among the factors of a product and the summands of a sum
 * @param at the indices, if it is an entry
 */
record Piece(String text, String latex, Level level, Rank rank, List<String> at) {
  /** A piece that is no entry. */
  Piece(String text, String latex, Level level, Rank rank) {
    this(text, latex, level, rank, List.of());
  }

  /** How tightly a piece holds together: what is looser than wanted goes into parentheses. */
  enum Level {
    /** a + b. */
    SUM,
    /** −a. */
    NEGATIVE,
    /** Σₖ a: what follows would belong to it. */
    BINDER,
    /** a b, a / b. */
    PRODUCT,
    /** ∂a/∂b, which wants a dot beside it. */
    DERIVATIVE,
    /** Anything else. */
    ATOM
  }

  /** The order in which people expect factors and summands. */
  enum Rank {
    NUMBER,
    SIZE,
    SCALAR,
    PARENTHESES,
    MASK,
    DERIVATIVE,
    DEFINED,
    ENTRY,
    FUNCTION,
    GUARD,
    DELTA,
    SUM
  }

  static Piece atom(String text, String latex, Rank rank) {
    return new Piece(text, latex, Level.ATOM, rank);
  }

  static Piece atom(Symbol symbol, Rank rank) {
    return atom(symbol.text(), symbol.latex(), rank);
  }

  boolean isLooserThan(Level wanted) {
    return level.compareTo(wanted) < 0;
  }

  /** In parentheses if it is looser than wanted. */
  Piece in(Level wanted) {
    return isLooserThan(wanted) ? parenthesized() : this;
  }

  Piece parenthesized() {
    return new Piece("(" + text + ")", parentheses(latex), Level.ATOM, rank);
  }

  /** Parentheses that grow with what is in them, if it can be tall. */
  static String parentheses(String latex) {
    return isTall(latex) ? "\\left(" + latex + "\\right)" : "(" + latex + ")";
  }

  static boolean isTall(String latex) {
    return latex.contains("\\frac") || latex.contains("\\sum") || latex.contains("\\max");
  }

  Piece ranked(Rank other) {
    return new Piece(text, latex, level, other, at);
  }

  /** An entry at these indices. */
  Piece at(List<String> indices) {
    return new Piece(text, latex, level, rank, indices);
  }

  /** By rank, then short before long, then by text; what begins with a scalar, by the scalar. */
  static int compare(Piece a, Piece b) {
    int by = a.rank.compareTo(b.rank);
    if (by == 0 && a.rank == Rank.SCALAR) {
      by = a.withoutNumber().compareTo(b.withoutNumber());
    }
    by = by != 0 ? by : Integer.compare(a.text.length(), b.text.length());
    return by != 0 ? by : a.text.compareTo(b.text);
  }

  private String withoutNumber() {
    return text.replaceFirst("^[−0-9½/ ]*", "");
  }
}
