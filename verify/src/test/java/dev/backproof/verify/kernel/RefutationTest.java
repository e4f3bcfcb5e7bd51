package dev.backproof.verify.kernel;

import static dev.backproof.verify.kernel.Letters.I;
import static dev.backproof.verify.kernel.Letters.P;
import static dev.backproof.verify.kernel.Letters.S;
import static dev.backproof.verify.kernel.Letters.T;
import static dev.backproof.verify.kernel.Letters.inverse;
import static dev.backproof.verify.kernel.Letters.number;
import static dev.backproof.verify.kernel.Letters.square;
import static dev.backproof.verify.kernel.Letters.sum;
import static dev.backproof.verify.kernel.Letters.x;
import static dev.backproof.verify.kernel.Term.ONE;
import static dev.backproof.verify.kernel.Term.ZERO;
import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.derivative;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.log;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.negate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefutationTest {
  private static final Point PLAIN = SamplePoints.PLAIN;
  private static final Point KINK = SamplePoints.with("s", 0);

  private static Statement statement(Term left, Term right, Hypothesis... hypotheses) {
    return new Statement(Letters.declared(), List.of(hypotheses), left, right, false);
  }

  private static void refused(String reason, Statement statement, Point point) {
    String message =
        String.valueOf(
            assertThrows(Refusal.class, () -> Refutation.check(statement, point)).getMessage());
    assertTrue(message.contains(reason), message);
  }

  @Test
  void twoValuesThatDifferRefute() {
    Refutation refutation = Refutation.check(statement(square(S), multiply(number(2), S)), PLAIN);
    assertEquals(Interval.of(Rational.of(9)), refutation.left());
    assertEquals(Interval.of(Rational.of(-6)), refutation.right());
    assertEquals(PLAIN, refutation.point());
  }

  @Test
  void equalOrTouchingValuesDoNot() {
    refused("the sides do not differ visibly: 9 and 9", statement(square(S), number(9)), PLAIN);
    Term almost = exp(add(S, ZERO));
    refused("the sides do not differ visibly", statement(exp(S), almost), PLAIN);
    Term sum = add(exp(S), Term.number(Rational.of(1, 1L << 62)));
    refused("the sides do not differ visibly", statement(exp(S), sum), PLAIN);
  }

  @Test
  void theLeftSideIsTheMechanicalDerivative() {
    Term left = derivative(sum(I, square(x(I))), x(T));
    Refutation refutation = Refutation.check(statement(left, x(T)), PLAIN);
    assertEquals(Interval.of(Rational.of(40)), refutation.left());
    refused("do not differ", statement(left, multiply(number(2), x(T))), PLAIN);
  }

  @Test
  void aKinkIsHitExactly() {
    // rect(s) has derivative [s > 0], which is 0 at 0; [s ≥ 0] is 1 there.
    Term left = derivative(multiply(S, guard(S)), S);
    Statement claim = statement(left, Term.subtract(ONE, guard(negate(S))));
    Refutation refutation = Refutation.check(claim, KINK);
    assertEquals(Interval.ZERO, refutation.left());
    assertEquals(Interval.ONE, refutation.right());
    refused("do not differ", claim, PLAIN);
    refused("the assumption does not hold", claim.withoutKinks(), KINK);
  }

  @Test
  void hypothesesHaveToHold() {
    Hypothesis positive = Hypothesis.sign(List.of(), S, Signs.POSITIVE);
    refused("the hypothesis does not hold", statement(S, P, positive), PLAIN);
    Hypothesis each = Hypothesis.sign(List.of(I), x(I), Signs.POSITIVE);
    Refutation.check(statement(S, P, each), PLAIN);
    refused("the hypothesis", statement(S, P, each), SamplePoints.with("x", 1, -1));
    Hypothesis equation = Hypothesis.equation(List.of(), P, number(5));
    Refutation.check(statement(S, P, equation), PLAIN);
    refused("the hypothesis", statement(S, P, equation), SamplePoints.with("p", 4));
    Hypothesis sums = Hypothesis.equation(List.of(), sum(I, x(I)), number(30));
    Refutation.check(statement(S, P, sums), PLAIN);
    refused("sum n(x[%0]) = 30", statement(S, P, sums), KINK_OF_X);
    Hypothesis both = new Hypothesis(List.of(), P, number(5), Signs.NEGATIVE);
    refused("the hypothesis", statement(S, P, both), PLAIN);
  }

  private static final Point KINK_OF_X = SamplePoints.with("x", 0, 0);

  @Test
  void anEquationHasToHoldExactly() {
    // True, but seen through intervals only.
    Hypothesis root = Hypothesis.equation(List.of(), square(Letters.power(P, 1, 2)), P);
    refused("not visibly", statement(S, P, root), PLAIN);
    Hypothesis same = Hypothesis.equation(List.of(), exp(P), exp(P));
    Refutation.check(statement(S, P, same), PLAIN);
  }

  @Test
  void assumptionsHaveToHold() {
    Term left = derivative(multiply(P, log(S)), P);
    Statement claim = statement(left, S);
    refused("the assumption does not hold, or not visibly: positive s", claim, PLAIN);
    Refutation.check(claim, SamplePoints.with("s", 7));
  }

  @Test
  void bothSidesNeedAValue() {
    refused("1 by what may be 0", statement(inverse(S), ONE), KINK);
    refused("1 by what may be 0", statement(ONE, multiply(ZERO, inverse(S))), KINK);
    assertThrows(Undefined.class, () -> Refutation.check(statement(log(S), ONE), PLAIN));
  }

  @Test
  void thePointHasToFit() {
    Point other = new Point(PLAIN.sizes(), java.util.Map.of(), PLAIN.labels());
    refused("no value of s", statement(S, P), other);
    refused("s has 2 values, not 1", statement(S, P), SamplePoints.with("s", 1, 2));
  }

  @Test
  void aSampleShowsThatAStatementIsAboutSomething() {
    Statement claim = statement(derivative(log(S), S), inverse(S));
    Sample sample = Sample.check(claim, SamplePoints.with("s", 4));
    assertEquals(Interval.of(Rational.of(1, 4)), sample.left());
    assertEquals(sample.left(), sample.right());
    assertThrows(Refusal.class, () -> Sample.check(claim, PLAIN));
    Statement wrong = statement(square(S), S);
    Refusal refusal = assertThrows(Refusal.class, () -> Sample.check(wrong, PLAIN));
    assertEquals("the sides differ: 9 and -3", refusal.getMessage());
    // Nowhere does this hold.
    Hypothesis never = Hypothesis.sign(List.of(), square(S), Signs.NEGATIVE);
    assertThrows(Refusal.class, () -> Sample.check(statement(S, S, never), PLAIN));
  }
}
