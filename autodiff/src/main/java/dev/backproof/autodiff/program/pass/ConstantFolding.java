package dev.backproof.autodiff.program.pass;

import dev.backproof.core.Constant;
import dev.backproof.core.Constant.Rational;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes with constants while a program is made: as fractions, so that nothing is rounded. */
final class ConstantFolding {
  private ConstantFolding() {}

  /**
   * The constant that an operation gives; null if it gives none, or one that does not fit.
   *
   * @param operands the operations that made the operands; null for an input
   */
  static @Nullable Op fold(Op op, List<@Nullable Op> operands) {
    if (op.primitive() == Primitive.SIZE && op.size().isNumber()) {
      return constant(BigInteger.valueOf(op.size().number()), BigInteger.ONE);
    }
    List<Rational> numbers = new ArrayList<>();
    for (Op operand : operands) {
      if (operand == null
          || operand.primitive() != Primitive.CONSTANT
          || !(operand.constant() instanceof Rational number)) {
        return null;
      }
      numbers.add(number);
    }
    return switch (numbers.size()) {
      case 1 -> unary(op, numbers.get(0));
      case 2 -> binary(op.primitive(), numbers.get(0), numbers.get(1));
      default -> null;
    };
  }

  private static @Nullable Op unary(Op op, Rational x) {
    BigInteger p = BigInteger.valueOf(x.numerator());
    BigInteger q = BigInteger.valueOf(x.denominator());
    if (op.primitive() != Primitive.MAP) {
      return null;
    }
    if (op.elementary() == Elementary.NEGATE) {
      return constant(p.negate(), q);
    }
    return op.elementary() == Elementary.RECIPROCAL && p.signum() != 0 ? constant(q, p) : null;
  }

  private static @Nullable Op binary(Primitive primitive, Rational x, Rational y) {
    BigInteger p = BigInteger.valueOf(x.numerator());
    BigInteger q = BigInteger.valueOf(x.denominator());
    BigInteger r = BigInteger.valueOf(y.numerator());
    BigInteger s = BigInteger.valueOf(y.denominator());
    return switch (primitive) {
      case PLUS -> constant(p.multiply(s).add(r.multiply(q)), q.multiply(s));
      case MINUS -> constant(p.multiply(s).subtract(r.multiply(q)), q.multiply(s));
      case TIMES, STRONG_TIMES -> constant(p.multiply(r), q.multiply(s));
      case DIV -> r.signum() == 0 ? null : constant(p.multiply(s), q.multiply(r));
      default -> null;
    };
  }

  private static @Nullable Op constant(BigInteger p, BigInteger q) {
    BigInteger divisor = p.gcd(q);
    BigInteger a = p.divide(divisor);
    BigInteger b = q.divide(divisor);
    return a.bitLength() < Long.SIZE && b.bitLength() < Long.SIZE
        ? new Op(Primitive.CONSTANT, (Constant) new Rational(a.longValue(), b.longValue()))
        : null;
  }
}
