package dev.backproof.verify.theorem;

import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Symbols;
import java.util.function.Function;

/**
 * An operand of symbolic shape.
 *
 * @param name the letter it is called by
 * @param text what it is, in a label
 * @param isVariable whether its entries vary alone, so that one can differentiate by them
 * @param declaration declares it, and whatever it is made of
 */
record Operand(String name, String text, boolean isVariable, Function<Symbols, Expr> declaration) {
  /** Any numbers. */
  static Operand any(String name, Shape shape) {
    return new Operand(name, text(shape), true, symbols -> symbols.tensor(name, shape));
  }

  /** Positive numbers. */
  static Operand positive(String name, Shape shape) {
    return new Operand(
        name,
        text(shape),
        true,
        symbols -> symbols.positive(name, shape.sizes().toArray(new Size[0])));
  }

  /** An exact fraction, which is known. */
  static Operand literal(long numerator, long denominator) {
    String number = numerator < 0 ? "minus " + -numerator : Long.toString(numerator);
    return new Operand(
        "b",
        "exponent " + number + (denominator == 1 ? "" : " over " + denominator),
        false,
        symbols -> Expr.tensor("unused", Shape.SCALAR).constant(numerator, denominator));
  }

  /** Labels as rows of zeros and a one. */
  static Operand oneHot(String name, Size classes, Shape shape) {
    return new Operand(
        name,
        "labels " + text(shape),
        false,
        symbols ->
            symbols.labels(name, classes, shape.sizes().toArray(new Size[0])).oneHot(classes));
  }

  static String text(Shape shape) {
    return shape.rank() == 0 ? "scalar" : shape.toString();
  }
}
