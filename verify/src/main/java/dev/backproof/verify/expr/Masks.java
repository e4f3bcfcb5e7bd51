package dev.backproof.verify.expr;

import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.verify.kernel.Term;
import java.util.List;

/** Which values are visibly 0 or 1, by the way they are made. */
final class Masks {
  private Masks() {}

  /** Whether the result of an operation is 0 or 1 everywhere. */
  static boolean infer(Op op, List<Expr> operands) {
    return switch (op.primitive()) {
      case EQUAL, GREATER, ONE_HOT -> true;
      case MAP ->
          op.elementary() == Elementary.STEP
              || (operands.get(0).isMask() && keeps(op.elementary()));
      case CONSTANT -> List.of("0", "1").contains(op.constant().toString());
      case TIMES, STRONG_TIMES, MAXIMUM, MINIMUM -> areMasks(operands);
      case EXPAND, BROADCAST_TO, PERMUTE, RESHAPE, SLICE, PAD, DETACH, MAX, WHERE ->
          areMasks(operands);
      case PLUS -> exclude(operands.get(0), operands.get(1));
      case MINUS -> isOne(operands.get(0)) && operands.get(1).isMask();
      case DIV, POW, MATMUL, SUM, SUM_TO, SIZE, CUSTOM -> false;
    };
  }

  private static boolean areMasks(List<Expr> operands) {
    return operands.stream().allMatch(Expr::isMask);
  }

  private static boolean keeps(Elementary f) {
    return switch (f) {
      case SQUARE, SQRT, RECT, ABS, SIGN -> true;
      case NEGATE, EXP, LOG, RECIPROCAL, TANH, SIGMOID, SOFTPLUS, STEP, SIN, COS, ERF -> false;
    };
  }

  private static boolean isOne(Expr x) {
    return x.shape().rank() == 0 && x.labels() == null && x.isLiteral() && isOne(x.at(List.of()));
  }

  private static boolean isOne(Term term) {
    return term.isNumber(1);
  }

  /** Whether two masks are never 1 together: a &gt; b, a = b and a &lt; b of the same a and b. */
  private static boolean exclude(Expr x, Expr y) {
    return x.node() instanceof Node.Applied first
        && y.node() instanceof Node.Applied second
        && exclude(first, second);
  }

  private static boolean exclude(Node.Applied x, Node.Applied y) {
    boolean bothCompare = compares(x.op()) && compares(y.op());
    if (!bothCompare) {
      return false;
    }
    boolean straight = x.operands().equals(y.operands());
    boolean crossed =
        x.operands().get(0).equals(y.operands().get(1))
            && x.operands().get(1).equals(y.operands().get(0));
    boolean equality = x.op().name().equals("equal") || y.op().name().equals("equal");
    boolean sameOp = x.op().equals(y.op());
    return (equality && !sameOp && (straight || crossed)) || (!equality && crossed);
  }

  private static boolean compares(Op op) {
    return switch (op.primitive()) {
      case EQUAL, GREATER -> true;
      default -> false;
    };
  }
}
