package dev.backproof.verify.certificate;

import static dev.backproof.verify.kernel.Term.derivative;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.index;
import static dev.backproof.verify.kernel.Term.log;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.number;
import static dev.backproof.verify.kernel.Term.power;
import static dev.backproof.verify.kernel.Term.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What judges changed certificates sees what is false. */
class EvaluatedTest {
  private static final Term X = entry("x", index("l"));
  private static final Term V = Declarations.made(0, "d");
  private static final Term SQUARES = sum("d", V, power(entry("x", V), Rational.of(2)));
  private static final Declarations LETTERS =
      new Declarations().size("d").tensor("x", "d").index("l", "d");

  private static Statement of(Term left, Term right, Hypothesis... given) {
    return new Statement(LETTERS, List.of(given), left, right, false);
  }

  static List<Statement> wrong() {
    Term slope = derivative(SQUARES, X);
    return List.of(
        of(slope, X),
        of(slope, multiply(number(-2), X)),
        of(slope, Term.ZERO),
        // True of one size only.
        of(power(sum("d", V, entry("x", V)), Rational.of(2)), SQUARES),
        // True of positive numbers only.
        of(power(power(X, Rational.of(2)), Rational.HALF), X),
        // Undefined at some points.
        of(log(X), log(X)),
        of(Term.divide(X, X), Term.ONE, Hypothesis.sign(List.of(), X, Signs.NON_NEGATIVE)));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aFalseStatementHasACounterexample(Statement statement) {
    assertNotEquals("", Evaluated.of(statement, 1).counterexample());
  }

  @Test
  void aTrueOneIsTrueAtManyPoints() {
    Statement norm = of(derivative(SQUARES, X), multiply(number(2), X));
    assertEquals(new Evaluated(60, ""), Evaluated.of(norm, 1));
    Statement ratio =
        of(Term.divide(X, X), Term.ONE, Hypothesis.sign(List.of(), X, Signs.NON_ZERO));
    assertEquals(new Evaluated(60, ""), Evaluated.of(ratio, 1));
  }

  @Test
  void whatContradictsItselfIsTrueOfNoPoint() {
    Statement never = of(X, Term.ONE, Hypothesis.sign(List.of(), Term.exp(X), Signs.NON_POSITIVE));
    assertEquals(new Evaluated(0, ""), Evaluated.of(never, 1));
  }
}
