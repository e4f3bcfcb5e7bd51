package dev.backproof.verify.kernel;

import static dev.backproof.verify.kernel.Letters.N;
import static dev.backproof.verify.kernel.Letters.P;
import static dev.backproof.verify.kernel.Letters.S;
import static dev.backproof.verify.kernel.Letters.T;
import static dev.backproof.verify.kernel.Letters.half;
import static dev.backproof.verify.kernel.Letters.kernel;
import static dev.backproof.verify.kernel.Letters.knowing;
import static dev.backproof.verify.kernel.Letters.number;
import static dev.backproof.verify.kernel.Letters.power;
import static dev.backproof.verify.kernel.Letters.x;
import static dev.backproof.verify.kernel.RuleCheck.misses;
import static dev.backproof.verify.kernel.RuleCheck.proves;
import static dev.backproof.verify.kernel.RuleCheck.refuses;
import static dev.backproof.verify.kernel.Term.ONE;
import static dev.backproof.verify.kernel.Term.ZERO;
import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.log;
import static dev.backproof.verify.kernel.Term.multiply;

import java.util.List;
import org.junit.jupiter.api.Test;

class PowerRulesTest {
  private final Kernel ignorant = kernel();
  private final Kernel kernel = knowing();

  @Test
  void theExponentialOfASumIsAProduct() {
    proves(kernel, exp(add(S, x(T))), multiply(exp(S), exp(x(T))), Rule.EXP_OF_SUM, S, x(T));
    proves(kernel, exp(S), exp(S), Rule.EXP_OF_SUM, S);
    refuses(kernel, "wrong number", Rule.EXP_OF_SUM);
    refuses(kernel, "an index is no number", Rule.EXP_OF_SUM, S, T);
  }

  @Test
  void theExponentialOfAMultipleIsAPower() {
    Term thirds = Term.number(Rational.of(-1, 3));
    proves(kernel, exp(multiply(thirds, S)), power(exp(S), -1, 3), Rule.EXP_OF_MULTIPLE, thirds, S);
    refuses(kernel, "not a number", Rule.EXP_OF_MULTIPLE, N, S);
    refuses(kernel, "wrong number", Rule.EXP_OF_MULTIPLE, ONE);
  }

  @Test
  void theExponentialUndoesTheLogarithmOfAPositiveNumber() {
    proves(kernel, exp(log(P)), P, Rule.EXP_OF_LOG, P);
    misses(ignorant, P, Signs.POSITIVE, Rule.EXP_OF_LOG, P);
    misses(kernel, S, Signs.POSITIVE, Rule.EXP_OF_LOG, S);
    misses(kernel, ZERO, Signs.POSITIVE, Rule.EXP_OF_LOG, ZERO);
    Term square = power(S, 2, 1);
    misses(kernel, square, Signs.POSITIVE, Rule.EXP_OF_LOG, square);
  }

  @Test
  void theLogarithmUndoesTheExponential() {
    proves(ignorant, log(exp(S)), S, Rule.LOG_OF_EXP, S);
    refuses(ignorant, "wrong number", Rule.LOG_OF_EXP);
  }

  @Test
  void theLogarithmOfOneIsZero() {
    proves(ignorant, log(ONE), ZERO, Rule.LOG_OF_ONE);
    refuses(ignorant, "wrong number", Rule.LOG_OF_ONE, ONE);
  }

  @Test
  void theLogarithmOfAProductWantsEachFactorPositive() {
    proves(
        kernel,
        log(multiply(P, N, exp(S))),
        add(log(P), log(N), log(exp(S))),
        Rule.LOG_OF_PRODUCT,
        P,
        N,
        exp(S));
    misses(kernel, S, Signs.POSITIVE, Rule.LOG_OF_PRODUCT, P, S);
    misses(kernel, S, Signs.POSITIVE, Rule.LOG_OF_PRODUCT, S, P);
    refuses(kernel, "wrong number", Rule.LOG_OF_PRODUCT);
    // Two negative numbers have a positive product.
    misses(kernel, number(-2), Signs.POSITIVE, Rule.LOG_OF_PRODUCT, number(-2), number(-3));
  }

  @Test
  void theLogarithmOfAPowerWantsAPositiveBase() {
    proves(
        kernel,
        log(power(P, -1, 2)),
        multiply(Term.number(Rational.of(-1, 2)), log(P)),
        Rule.LOG_OF_POWER,
        Term.number(Rational.of(-1, 2)),
        P);
    misses(kernel, S, Signs.POSITIVE, Rule.LOG_OF_POWER, number(2), S);
    refuses(kernel, "not a number", Rule.LOG_OF_POWER, S, P);
  }

  @Test
  void aPowerOfAProductWantsSignsAsItsExponentSays() {
    Term both = multiply(S, P);
    Term two = number(2);
    proves(
        ignorant,
        power(both, 2, 1),
        multiply(power(S, 2, 1), power(P, 2, 1)),
        Rule.POWER_OF_PRODUCT,
        two,
        S,
        P);
    proves(
        ignorant,
        power(both, 0, 1),
        multiply(power(S, 0, 1), power(P, 0, 1)),
        Rule.POWER_OF_PRODUCT,
        ZERO,
        S,
        P);
    misses(kernel, S, Signs.NON_ZERO, Rule.POWER_OF_PRODUCT, number(-1), P, S);
    misses(kernel, S, Signs.POSITIVE, Rule.POWER_OF_PRODUCT, half(), P, S);
    misses(ignorant, P, Signs.NON_ZERO, Rule.POWER_OF_PRODUCT, number(-2), P, N);
    Term negative = number(-3);
    proves(
        kernel,
        power(multiply(P, negative), -1, 1),
        multiply(power(P, -1, 1), power(negative, -1, 1)),
        Rule.POWER_OF_PRODUCT,
        number(-1),
        P,
        negative);
    misses(kernel, negative, Signs.POSITIVE, Rule.POWER_OF_PRODUCT, half(), P, negative);
    misses(
        kernel,
        negative,
        Signs.POSITIVE,
        Rule.POWER_OF_PRODUCT,
        Term.number(Rational.of(-1, 2)),
        P,
        negative);
    refuses(kernel, "wrong number", Rule.POWER_OF_PRODUCT, two);
    refuses(kernel, "not a number", Rule.POWER_OF_PRODUCT, S, P);
  }

  @Test
  void aPowerIsSplitForAPositiveBase() {
    proves(
        kernel,
        power(P, 3, 2),
        multiply(P, power(P, 1, 2)),
        Rule.SPLIT_POWER,
        Term.number(Rational.of(3, 2)),
        ONE,
        P);
    misses(kernel, S, Signs.POSITIVE, Rule.SPLIT_POWER, number(3), ONE, S);
    misses(kernel, number(-1), Signs.POSITIVE, Rule.SPLIT_POWER, ONE, half(), number(-1));
    refuses(kernel, "not a number", Rule.SPLIT_POWER, S, ONE, P);
    refuses(kernel, "not a number", Rule.SPLIT_POWER, ONE, S, P);
    refuses(kernel, "wrong number", Rule.SPLIT_POWER, ONE, ONE);
  }

  @Test
  void signsAreKnownFromHypothesesOnlyOnceTheyAreTaken() {
    Kernel given = kernel(List.of(Hypothesis.sign(List.of(), S, Signs.POSITIVE)));
    misses(given, S, Signs.POSITIVE, Rule.EXP_OF_LOG, S);
    RuleCheck.apply(given, Rule.HYPOTHESIS, ZERO);
    proves(given, exp(log(S)), S, Rule.EXP_OF_LOG, S);
  }
}
