package dev.backproof.verify.assertion;

import dev.backproof.core.Formula;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That what is handed in is there, and as many operands as a formula takes; whoever calls may have
 * no checks for null.
 */
final class Arity {
  private Arity() {}

  /** The operands, if they are as many as the formula takes. */
  static <V> List<V> require(String method, Formula formula, V @Nullable [] given) {
    List<V> all = required(method, given);
    require(method, "the function", formula.arity().orElse(all.size()), all.size());
    return all;
  }

  /** That as many are given as something takes. */
  static void require(String method, String what, int wanted, int given) {
    if (given != wanted) {
      throw new IllegalArgumentException(
          method + ": " + what + " takes " + count(wanted) + ", but " + given + " given");
    }
  }

  /** Operands, none of which is null. */
  static <V> List<V> required(String method, V @Nullable [] given) {
    List<V> all = Arrays.asList(required(method, "the array of operands", given));
    for (int i = 0; i < all.size(); i++) {
      required(method, "operand " + i, all.get(i));
    }
    return all;
  }

  /** What is not null. */
  static <V> V required(String method, String what, @Nullable V given) {
    if (given == null) {
      throw new IllegalArgumentException(method + ": " + what + " is null");
    }
    return given;
  }

  private static String count(int operands) {
    return operands == 1 ? "1 operand" : operands + " operands";
  }

  static void requireOperand(String method, int which, int given) {
    if (which < 0 || which >= given) {
      throw new IllegalArgumentException(
          method + ": there is no operand " + which + " among " + given + ", counted from 0");
    }
  }
}
