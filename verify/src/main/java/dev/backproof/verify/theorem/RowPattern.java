package dev.backproof.verify.theorem;

import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Symbols;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An operation and operands with symbolic shapes that it admits: what a row of a rule page is
 * proved on.
 *
 * @param op the operation
 * @param operands its operands
 */
record RowPattern(Op op, List<Operand> operands) {
  /** Copies the list. */
  RowPattern {
    operands = List.copyOf(operands);
  }

  static RowPattern of(Op op, Operand... operands) {
    return new RowPattern(op, List.of(operands));
  }

  /** The operands as declared. */
  List<Expr> declare(Symbols symbols) {
    return operands.stream().map(operand -> operand.declaration().apply(symbols)).toList();
  }

  /** Whether one can differentiate by an operand. */
  boolean isVariable(int which) {
    return operands.get(which).isVariable();
  }

  /** The pattern as a label: {@code a of [n×d], [d]}. */
  String label(int which) {
    String shapes = operands.stream().map(Operand::text).collect(Collectors.joining(" "));
    return operands.get(which).name() + " of " + shapes + attribute();
  }

  private String attribute() {
    return switch (op.primitive()) {
      case SUM, MAX, EXPAND, BROADCAST_TO, SUM_TO, PERMUTE, RESHAPE, SLICE, PAD ->
          op.toString().substring(op.name().length());
      default -> "";
    };
  }

  /**
   * An operand.
   *
   * @param name the letter it is called by
   * @param text what it is, in a label
   * @param isVariable whether its entries vary alone, so that one can differentiate by them
   * @param declaration declares it, and whatever it is made of
   */
  record Operand(
      String name, String text, boolean isVariable, Function<Symbols, Expr> declaration) {
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

    static String text(Shape shape) {
      return shape.rank() == 0 ? "scalar" : shape.toString();
    }
  }
}
