package dev.backproof.verify.kernel;

import static dev.backproof.verify.kernel.Letters.I;
import static dev.backproof.verify.kernel.Letters.J;
import static dev.backproof.verify.kernel.Letters.K;
import static dev.backproof.verify.kernel.Letters.P;
import static dev.backproof.verify.kernel.Letters.S;
import static dev.backproof.verify.kernel.Letters.T;
import static dev.backproof.verify.kernel.Letters.V;
import static dev.backproof.verify.kernel.Letters.knowing;
import static dev.backproof.verify.kernel.Letters.number;
import static dev.backproof.verify.kernel.Letters.square;
import static dev.backproof.verify.kernel.Letters.sum;
import static dev.backproof.verify.kernel.Letters.x;
import static dev.backproof.verify.kernel.RuleCheck.knows;
import static dev.backproof.verify.kernel.RuleCheck.misses;
import static dev.backproof.verify.kernel.RuleCheck.refuses;
import static dev.backproof.verify.kernel.Term.ONE;
import static dev.backproof.verify.kernel.Term.ZERO;
import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.delta;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.log;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.negate;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignRulesTest {
  private final Kernel kernel = knowing();

  /** Σᵢ log x[i] + 1/s, differentiated by p: every x[i] > 0, and s ≠ 0. */
  private static Kernel assuming() {
    Term left = Term.derivative(add(sum(I, log(x(I))), Letters.inverse(S)), P);
    return new Kernel(new Statement(Letters.declared(), left, ZERO));
  }

  @Test
  void assumptionsHoldAtAnyIndexOfTheirRange() {
    Kernel assuming = assuming();
    assertEquals(2, assuming.assumptions().size());
    int logs = assuming.assumptions().get(0).indices().isEmpty() ? 1 : 0;
    knows(assuming, x(T), Signs.POSITIVE, Rule.ASSUME, number(logs), T);
    knows(assuming, x(J), Signs.POSITIVE, Rule.ASSUME, number(logs), J);
    knows(assuming, S, Signs.NON_ZERO, Rule.ASSUME, number(1 - logs));
    refuses(assuming, "not of the range", Rule.ASSUME, number(logs), K);
    refuses(assuming, "not of the range", Rule.ASSUME, number(logs), V);
    refuses(assuming, "an index for each", Rule.ASSUME, number(logs));
    refuses(assuming, "an index for each", Rule.ASSUME, number(1 - logs), T);
    refuses(assuming, "no such assumption", Rule.ASSUME, number(2));
    refuses(assuming, "no such assumption", Rule.ASSUME, number(-1));
    refuses(assuming, "not a number", Rule.ASSUME, S);
    refuses(assuming, "wrong number", Rule.ASSUME);
  }

  @Test
  void obligationsAreNotAssumed() {
    Kernel about = new Kernel(new Statement(Letters.declared(), Letters.inverse(S), ONE));
    assertEquals(1, about.obligations().size());
    refuses(about, "no such assumption", Rule.ASSUME, ZERO);
  }

  @Test
  void whatIsEqualHasTheSameSign() {
    Theorem moved = RuleCheck.ring(kernel, add(P, square(S)), add(square(S), P, ZERO));
    Theorem fact = kernel.apply(Rule.SIGN_EQUAL, List.of(), List.of(moved));
    assertEquals(Signs.POSITIVE, fact.signs());
    assertEquals(add(square(S), P, ZERO), fact.left());
    Theorem nothing = RuleCheck.ring(kernel, add(S, ZERO), S);
    assertEquals(Signs.ANY, kernel.apply(Rule.SIGN_EQUAL, List.of(), List.of(nothing)).signs());
    refuses(kernel, "wrong number", Rule.SIGN_EQUAL, List.of(), List.of());
  }

  @Test
  void aFactorOfWhatIsNotZeroIsNotZero() {
    Kernel assuming = knowingProduct();
    knows(assuming, S, Signs.NON_ZERO, Rule.SIGN_FACTOR, S, x(T));
    misses(kernel, multiply(S, x(T)), Signs.NON_ZERO, Rule.SIGN_FACTOR, S, x(T));
    refuses(kernel, "wrong number", Rule.SIGN_FACTOR, S);
  }

  /** A kernel that knows s·x[t] ≠ 0. */
  private static Kernel knowingProduct() {
    Kernel given =
        Letters.kernel(List.of(Hypothesis.sign(List.of(), multiply(S, x(T)), Signs.NON_ZERO)));
    RuleCheck.apply(given, Rule.HYPOTHESIS, ZERO);
    return given;
  }

  @Test
  void aQuotientOfPositiveNumbersIsPositive() {
    Kernel given =
        Letters.kernel(
            List.of(
                Hypothesis.sign(List.of(), P, Signs.POSITIVE),
                Hypothesis.sign(List.of(), multiply(P, S), Signs.POSITIVE),
                Hypothesis.sign(List.of(), multiply(S, x(T)), Signs.POSITIVE)));
    for (int i = 0; i < 3; i++) {
      RuleCheck.apply(given, Rule.HYPOTHESIS, number(i));
    }
    Term unknown = Term.divide(multiply(x(T), S), x(T));
    misses(given, x(T), Signs.NON_ZERO, Rule.RING, unknown, S);
    Theorem quotient = RuleCheck.ring(given, Term.divide(multiply(P, S), P), S);
    Theorem fact = given.apply(Rule.SIGN_EQUAL, List.of(), List.of(quotient));
    assertEquals(S, fact.left());
    assertEquals(Signs.POSITIVE, fact.signs());
    Theorem other = RuleCheck.ring(given, Term.divide(multiply(P, x(T)), P), x(T));
    assertEquals(Signs.ANY, given.apply(Rule.SIGN_EQUAL, List.of(), List.of(other)).signs());
  }

  @Test
  void theBaseOfAPowerThatIsNotZeroIsNotZero() {
    Kernel given =
        Letters.kernel(
            List.of(
                Hypothesis.sign(List.of(), square(S), Signs.NON_ZERO),
                Hypothesis.sign(List.of(), Letters.inverse(x(T)), Signs.NON_ZERO)));
    RuleCheck.apply(given, Rule.HYPOTHESIS, ZERO);
    RuleCheck.apply(given, Rule.HYPOTHESIS, ONE);
    Theorem product = RuleCheck.ring(given, square(S), multiply(S, S));
    given.apply(Rule.SIGN_EQUAL, List.of(), List.of(product));
    knows(given, S, Signs.NON_ZERO, Rule.SIGN_FACTOR, S, S);
    misses(given, multiply(P, P), Signs.NON_ZERO, Rule.SIGN_FACTOR, P, P);
    // Whatever 1/0 is, it may be other than 0.
    Term quotient = multiply(x(T), Letters.power(x(T), -2, 1));
    misses(given, x(T), Signs.NON_ZERO, Rule.RING, Letters.inverse(x(T)), quotient);
    assertEquals(Signs.ANY, given.signsOf(negate(x(T))));
  }

  @Test
  void aSumThatSelectsHasTheSignOfWhatIsSelected() {
    assertEquals(Signs.POSITIVE, new SignAnalysis().of(sum(I, multiply(exp(x(I)), delta(I, T)))));
    assertEquals(Signs.POSITIVE, new SignAnalysis().of(sum(I, delta(I, T))));
    assertEquals(
        Signs.NEGATIVE,
        new SignAnalysis().of(sum(I, multiply(number(-1), exp(x(I)), delta(I, T)))));
  }

  @Test
  void twoDeltasMaySelectNothing() {
    // Σᵢ δᵢₜ δᵢᵤ eˣ is 0 where t ≠ u.
    Term both = sum(I, multiply(exp(x(I)), delta(I, T), delta(I, Letters.U)));
    assertEquals(Signs.NON_NEGATIVE, new SignAnalysis().of(both));
  }

  @Test
  void aDeltaOfAnotherIndexSelectsNothing() {
    assertEquals(
        Signs.NON_NEGATIVE,
        new SignAnalysis().of(sum(I, multiply(exp(x(I)), delta(T, Letters.U)))));
    // The label of one place need not be a place.
    Term labelled = sum(I, multiply(exp(x(I)), delta(Letters.y(I), K)));
    assertEquals(Signs.NON_NEGATIVE, new SignAnalysis().of(labelled));
    // The inner index is another one: Σᵢ Σⱼ δᵢₜ eˣ selects i, and Σⱼ nothing.
    Term inner = sum(I, sum(J, multiply(exp(x(J)), delta(I, T))));
    assertEquals(Signs.NON_NEGATIVE, new SignAnalysis().of(inner));
  }
}
