package dev.backproof.core;

import java.util.Locale;

/**
 * The primitive operations: everything a formula does is composed of these.
 *
 * <p>Each has a shape rule ({@link ShapeRules}), a dense kernel, a row on either rule page of
 * {@code autodiff} and a meaning in every reading. The switches over them have no default, so the
 * compiler lists what a new one still lacks.
 */
public enum Primitive {
  /** An {@link Elementary} function, entry by entry. */
  MAP(1),
  /** a + b, with broadcasting. */
  PLUS(2),
  /** a − b, with broadcasting. */
  MINUS(2),
  /** a · b, entry by entry, with broadcasting. */
  TIMES(2),
  /**
   * a ⊛ b: the product in which a zero of either factor wins, 0 ⊛ ∞ = 0 ⊛ NaN = 0; elsewhere it is
   * {@link #TIMES}. Derivatives are multiplied with it, so that a zero cotangent stays zero at a
   * pole.
   */
  STRONG_TIMES(2),
  /** a / b, with broadcasting. */
  DIV(2),
  /** aᵇ, with broadcasting. */
  POW(2),
  /** The larger of a and b, with broadcasting; NaN wins. */
  MAXIMUM(2),
  /** The smaller of a and b, with broadcasting; NaN wins. */
  MINIMUM(2),
  /** The product of two matrices, [p×k]·[k×q] → [p×q]. */
  MATMUL(2),
  /** The sum over one axis, which disappears. */
  SUM(1),
  /** The maximum over one axis, which disappears. */
  MAX(1),
  /** Repeats the whole along a new axis; the adjoint of {@link #SUM}. */
  EXPAND(1),
  /** Repeats to a target shape as broadcasting does. */
  BROADCAST_TO(1),
  /**
   * Sums to a target shape what broadcasting has repeated; the adjoint of {@link #BROADCAST_TO}.
   */
  SUM_TO(1),
  /** Reorders the axes. */
  PERMUTE(1),
  /** Keeps the entries in order and changes the axes. */
  RESHAPE(1),
  /** A window of one axis. */
  SLICE(1),
  /** Zeros around a window of one axis; the adjoint of {@link #SLICE}. */
  PAD(1),
  /** The second operand where the first is not 0, the third elsewhere. */
  WHERE(3),
  /** 1 where a = b, else 0. */
  EQUAL(2),
  /** 1 where a &gt; b, else 0. */
  GREATER(2),
  /** Labels 0 … m−1 as rows of the identity, along a new last axis. */
  ONE_HOT(1),
  /** An extent as a number. */
  SIZE(0),
  /** A constant, exact: a fraction or π. */
  CONSTANT(0),
  /** The same values, through which no derivative flows. */
  DETACH(1),
  /** An operation of the user's own (see {@link Custom}). */
  CUSTOM(-1);

  private final int arity;
  private final String word;

  Primitive(int arity) {
    this.arity = arity;
    StringBuilder camel = new StringBuilder();
    for (String part : name().toLowerCase(Locale.ROOT).split("_", -1)) {
      camel.append(
          camel.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    word = camel.toString();
  }

  /** The name as a method is written, {@code sumTo}; made once, since every operation asks it. */
  String word() {
    return word;
  }

  /** Whether it combines two operands entry by entry. */
  boolean isEntrywiseOfTwo() {
    return arity == 2 && this != MATMUL;
  }

  /** The number of operands; −1 for {@link #CUSTOM}, whose operation says it. */
  int arity() {
    return arity;
  }
}
