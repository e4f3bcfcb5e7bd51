package dev.backproof.autodiff.program.pass;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import java.util.Set;

/**
 * What softmax divides by, {@math Σ exp(x − max x)}: at least 1, in floats too, where a sum of
 * exponentials without the maximum may be 0.
 */
final class Normaliser {
  private static final Set<Primitive> VIEWS =
      Set.of(Primitive.EXPAND, Primitive.RESHAPE, Primitive.DETACH);

  private final Rewriter in;

  private Normaliser(Rewriter in) {
    this.in = in;
  }

  /** Whether a value of a recording is one, in whatever view. */
  static boolean is(Rewriter in, Traced value) {
    return new Normaliser(in).is(value);
  }

  private boolean is(Traced value) {
    Traced sum = value;
    Op op = in.op(sum);
    while (op != null && VIEWS.contains(op.primitive())) {
      sum = operand(sum, 0);
      op = in.op(sum);
    }
    if (op == null || op.primitive() != Primitive.SUM) {
      return false;
    }
    Traced exponential = operand(sum, 0);
    Op exp = in.op(exponential);
    return exp != null
        && exp.primitive() == Primitive.MAP
        && exp.elementary() == Elementary.EXP
        && isBelowMaximum(operand(exponential, 0), op.axis());
  }

  /** Whether a value is x − max x, the maximum along an axis and repeated along the same. */
  private boolean isBelowMaximum(Traced value, int axis) {
    Op minus = in.op(value);
    if (minus == null || minus.primitive() != Primitive.MINUS) {
      return false;
    }
    Traced maximum = operand(value, 1);
    Op op = in.op(maximum);
    while (op != null && repeats(op, axis)) {
      maximum = operand(maximum, 0);
      op = in.op(maximum);
    }
    return op != null
        && op.primitive() == Primitive.MAX
        && op.axis() == axis
        && operand(maximum, 0).value() == operand(value, 0).value();
  }

  private static boolean repeats(Op op, int axis) {
    return op.primitive() == Primitive.DETACH
        || (op.primitive() == Primitive.EXPAND && op.axis() == axis);
  }

  private Traced operand(Traced value, int number) {
    Instruction maker = in.maker(value);
    if (maker == null) {
      throw new IllegalStateException("program: input " + value + " has no operands");
    }
    return in.value(maker.operands().get(number));
  }
}
