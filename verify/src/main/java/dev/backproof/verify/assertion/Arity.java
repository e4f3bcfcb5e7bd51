package dev.backproof.verify.assertion;

import dev.backproof.core.Formula;

/** That as many operands are given as a formula takes. */
final class Arity {
  private Arity() {}

  static void require(String method, Formula formula, int given) {
    int wanted = formula.arity().orElse(given);
    if (given != wanted) {
      throw new IllegalArgumentException(
          method + ": the function takes " + count(wanted) + ", but " + given + " given");
    }
  }

  static String count(int operands) {
    return operands == 1 ? "1 operand" : operands + " operands";
  }

  static void requireOperand(String method, int which, int given) {
    if (which < 0 || which >= given) {
      throw new IllegalArgumentException(
          method + ": there is no operand " + which + " among " + given + ", counted from 0");
    }
  }
}
