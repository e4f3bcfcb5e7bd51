package dev.backproof.verify.expr;

import dev.backproof.core.Op;
import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a value is a label: the name of a class and no number, though a constant may shift it.
 *
 * @param name what was declared
 * @param classes how many classes there are
 * @param first the number the first class has
 */
record Labels(String name, Size classes, Rational first) {
  /**
   * What an operation makes of operands some of which are labels: labels again, or null for
   * numbers.
   *
   * @throws IllegalArgumentException if it computes with labels as if they were numbers
   */
  static @Nullable Labels infer(Op op, List<Expr> operands) {
    Labels found = null;
    for (Expr operand : operands) {
      found = found == null ? operand.labels() : found;
    }
    if (found == null) {
      return null;
    }
    return switch (op.primitive()) {
      case EXPAND, BROADCAST_TO, PERMUTE, RESHAPE, SLICE, DETACH -> found;
      case PLUS, MINUS -> shifted(op, operands, found);
      case EQUAL -> compared(operands, found);
      case ONE_HOT -> found.named(op.size());
      case SIZE, CONSTANT -> null;
      case MAP, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM, MATMUL -> throw found.misused(op);
      case SUM, MAX, SUM_TO, PAD, WHERE, GREATER, CUSTOM -> throw found.misused(op);
    };
  }

  private IllegalArgumentException misused(Op op) {
    return new IllegalArgumentException(
        op.name()
            + ": the labels "
            + name
            + " name classes and are no numbers; use oneHot("
            + classes
            + ")");
  }

  private static Labels shifted(Op op, List<Expr> operands, Labels labels) {
    Expr a = operands.get(0);
    Expr b = operands.get(1);
    Expr other = a.labels() == null ? a : b;
    Term by = other.labels() == null && other.shape().rank() == 0 ? other.at(List.of()) : null;
    boolean minus = op.name().equals("minus");
    boolean fits = by != null && by.is(Term.Kind.NUMBER) && !(minus && a.labels() == null);
    if (!fits || by == null) {
      throw labels.misused(op);
    }
    Rational shift = minus ? by.number().negate() : by.number();
    return new Labels(labels.name, labels.classes, labels.first.plus(shift));
  }

  private static @Nullable Labels compared(List<Expr> operands, Labels a) {
    for (Expr operand : operands) {
      Labels b = operand.labels();
      if (b == null || !b.classes.equals(a.classes) || !b.first.equals(a.first)) {
        throw new IllegalArgumentException(
            "equal: the labels "
                + a.name
                + " of "
                + a.classes
                + " classes, counted from "
                + a.first
                + ", can be compared with such labels only");
      }
    }
    return null;
  }

  private @Nullable Labels named(Size wanted) {
    if (!first.isZero()) {
      String shift = first.signum() > 0 ? " - " + first : " + " + first.negate();
      throw new IllegalArgumentException(
          "oneHot: labels count from " + first + " in " + name + ": use " + name + shift);
    }
    if (!classes.equals(wanted)) {
      throw new IllegalArgumentException(
          "oneHot: the labels " + name + " are of " + classes + " classes, not of " + wanted);
    }
    return null;
  }
}
