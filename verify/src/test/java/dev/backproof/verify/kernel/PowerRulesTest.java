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
import static dev.backproof.verify.kernel.RuleCheck.proves;
import static dev.backproof.verify.kernel.RuleCheck.refuses;
import static dev.backproof.verify.kernel.Term.ONE;
import static dev.backproof.verify.kernel.Term.ZERO;
import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.log;
import static dev.backproof.verify.kernel.Term.multiply;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    RuleCheck.misses(ignorant, P, Signs.POSITIVE, Rule.EXP_OF_LOG, P);
    RuleCheck.misses(kernel, S, Signs.POSITIVE, Rule.EXP_OF_LOG, S);
    RuleCheck.misses(kernel, ZERO, Signs.POSITIVE, Rule.EXP_OF_LOG, ZERO);
    Term square = power(S, 2, 1);
    RuleCheck.misses(kernel, square, Signs.POSITIVE, Rule.EXP_OF_LOG, square);
  }

  @Test
  void theLogarithmUndoesTheExponential() {
    proves(ignorant, log(exp(S)), S, Rule.LOG_OF_EXP, S);
    refuses(ignorant, "wrong number", Rule.LOG_OF_EXP);
  }

  @Test
  void theLogarithmOfOneIsZero() {
    Term power = Term.power(ONE, Rational.ZERO);
    Term none = multiply(ZERO, log(ONE));
    proves(ignorant, ONE, power, Rule.RING, ONE, power);
    proves(ignorant, log(power), none, Rule.LOG_OF_POWER, ZERO, ONE);
    proves(ignorant, none, ZERO, Rule.RING, none, ZERO);
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
    RuleCheck.misses(kernel, S, Signs.POSITIVE, Rule.LOG_OF_PRODUCT, P, S);
    RuleCheck.misses(kernel, S, Signs.POSITIVE, Rule.LOG_OF_PRODUCT, S, P);
    refuses(kernel, "wrong number", Rule.LOG_OF_PRODUCT);
    // Two negative numbers have a positive product.
    RuleCheck.misses(
        kernel, number(-2), Signs.POSITIVE, Rule.LOG_OF_PRODUCT, number(-2), number(-3));
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
    RuleCheck.misses(kernel, S, Signs.POSITIVE, Rule.LOG_OF_POWER, number(2), S);
    refuses(kernel, "not a number", Rule.LOG_OF_POWER, S, P);
  }

  private static Term powers(Term a, Term b, Term r) {
    return multiply(Term.power(a, r.number()), Term.power(b, r.number()));
  }

  private static Term powerOfProduct(Term a, Term b, Term r) {
    return Term.power(multiply(a, b), r.number());
  }

  private void splits(Kernel kernel, Term a, Term b, Term r) {
    Term power = powerOfProduct(a, b, r);
    proves(kernel, power, powers(a, b, r), Rule.RING, power, powers(a, b, r), a, b);
  }

  private void misses(Kernel kernel, Term term, Signs needed, Term a, Term b, Term r) {
    RuleCheck.misses(
        kernel, term, needed, Rule.RING, powerOfProduct(a, b, r), powers(a, b, r), a, b);
  }

  @Test
  void aPowerOfAProductWantsSignsAsItsExponentSays() {
    splits(ignorant, S, P, number(2));
    splits(ignorant, S, P, ZERO);
    splits(kernel, P, exp(S), half());
    splits(kernel, P, N, Term.number(Rational.of(-3, 2)));
    misses(kernel, multiply(P, S), Signs.NON_ZERO, P, S, number(-1));
    misses(kernel, multiply(P, S), Signs.POSITIVE, P, S, half());
    misses(ignorant, multiply(P, N), Signs.NON_ZERO, P, N, number(-2));
    Term negative = number(-3);
    splits(kernel, P, negative, number(-1));
    misses(kernel, multiply(P, negative), Signs.POSITIVE, P, negative, half());
    Term minusHalf = Term.number(Rational.of(-1, 2));
    misses(kernel, multiply(P, negative), Signs.POSITIVE, P, negative, minusHalf);
  }

  @Test
  void theRootOfAPositiveProductOfNegativeNumbersIsNotSplit() {
    missesOne(kernel, number(-2), number(-3));
    Kernel given = kernel(List.of(Hypothesis.sign(List.of(), multiply(S, x(T)), Signs.POSITIVE)));
    RuleCheck.apply(given, Rule.HYPOTHESIS, ZERO);
    missesOne(given, S, x(T));
  }

  /** The root of the product exists, but those of its factors are not known to. */
  private static void missesOne(Kernel kernel, Term a, Term b) {
    Term root = powerOfProduct(a, b, half());
    proves(kernel, root, root, Rule.RING, root, root, a, b);
    MissingSign missing =
        assertThrows(
            MissingSign.class,
            () -> RuleCheck.apply(kernel, Rule.RING, root, powers(a, b, half()), a, b));
    assertTrue(List.of(a, b).contains(missing.term()), () -> "" + missing.term());
    assertEquals(Signs.POSITIVE, missing.needed());
  }

  @Test
  void aPowerIsSplitForAPositiveBase() {
    proves(
        kernel,
        power(P, 3, 2),
        multiply(P, power(P, 1, 2)),
        Rule.RING,
        power(P, 3, 2),
        multiply(P, power(P, 1, 2)),
        P);
    Term base = add(P, ONE);
    Term split = multiply(base, power(base, -1, 2));
    proves(kernel, power(base, 1, 2), split, Rule.RING, power(base, 1, 2), split, base);
    Term parts = multiply(power(S, -1, 1), power(S, 4, 1));
    RuleCheck.misses(kernel, S, Signs.NON_ZERO, Rule.RING, power(S, 3, 1), parts, S);
    Term roots = multiply(power(S, 1, 2), power(S, 1, 2));
    RuleCheck.misses(kernel, S, Signs.POSITIVE, Rule.RING, S, roots, S);
    Term minus = number(-1);
    Term imaginary = multiply(power(minus, 1, 2), power(minus, 1, 2));
    RuleCheck.misses(kernel, minus, Signs.POSITIVE, Rule.RING, minus, imaginary, minus);
  }

  @Test
  void signsAreKnownFromHypothesesOnlyOnceTheyAreTaken() {
    Kernel given = kernel(List.of(Hypothesis.sign(List.of(), S, Signs.POSITIVE)));
    RuleCheck.misses(given, S, Signs.POSITIVE, Rule.EXP_OF_LOG, S);
    RuleCheck.apply(given, Rule.HYPOTHESIS, ZERO);
    proves(given, exp(log(S)), S, Rule.EXP_OF_LOG, S);
  }
}
