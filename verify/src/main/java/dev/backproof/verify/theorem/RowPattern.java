package dev.backproof.verify.theorem;

import dev.backproof.core.Attribute;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Symbols;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

  /** The operands that a derivative flows to and that one can differentiate by. */
  List<Integer> differentiated() {
    return IntStream.range(0, op.arity())
        .filter(which -> op.flows(which) && operands.get(which).isVariable())
        .boxed()
        .toList();
  }

  /** The pattern as a label: {@code a of [n×d], [d]}. */
  String label(int which) {
    String shapes = operands.stream().map(Operand::text).collect(Collectors.joining(" "));
    return operands.get(which).name() + " of " + shapes + attribute();
  }

  /** The word for the operation; of one that is a user's own, that it is. */
  String subject() {
    return op.primitive() == Primitive.CUSTOM ? "custom " + op.name() : op.name();
  }

  private String attribute() {
    return switch (op.primitive()) {
      case SUM, MAX -> " axis " + op.axis();
      case EXPAND -> " axis " + op.axis() + " by " + op.size();
      case BROADCAST_TO, SUM_TO, RESHAPE -> " to " + Operand.text(op.target());
      case PERMUTE -> " order " + op.permutation();
      case SLICE, PAD -> " axis " + op.axis() + window(op.window());
      default -> "";
    };
  }

  private static String window(Attribute.Window window) {
    return " from " + window.start() + " length " + window.length();
  }
}
