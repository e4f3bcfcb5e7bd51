package dev.backproof.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A maximum is attained somewhere, so the number of its places is no condition, wherever it is. */
class AttainedMaximumTest {
  private static final Declarations DECLARATIONS =
      new Declarations()
          .size("n")
          .size("m")
          .tensor("x", "n", "m")
          .tensor("z", "n", "m")
          .tensor("w", "n")
          .index("r", "n")
          .index("k", "m");
  private static final Term ROW = Declarations.made(0, "n");
  private static final Term COLUMN = Declarations.made(1, "m");

  private static Term max(String tensor) {
    Term body = Term.entry(tensor, ROW, COLUMN);
    return Term.binder(Term.Kind.MAX, "m", body.close(COLUMN));
  }

  private static Term overRows(Term body) {
    return Term.sum("n", ROW, Term.multiply(Term.entry("w", ROW), body));
  }

  private static List<Condition> assumptions(Term function) {
    Term by = Term.entry("x", Term.index("r"), Term.index("k"));
    Term left = Term.derivative(function, by);
    return new Kernel(new Statement(DECLARATIONS, left, left)).assumptions();
  }

  @Test
  void theDerivativeOfAMaximumUnderASumAssumesNothing() {
    assertEquals(List.of(), assumptions(overRows(max("x"))));
  }

  @Test
  void theNumberOfPlacesWhereOneTensorHasTheMaximumOfAnotherMayBeZero() {
    Term places = Term.sum("m", COLUMN, Derivative.tie(Term.entry("x", ROW, COLUMN), max("z")));
    Term quotient = Term.divide(Term.entry("x", ROW, Term.index("k")), places);
    List<Condition> all = assumptions(overRows(quotient));
    assertEquals(1, all.size());
    assertEquals(Signs.NON_ZERO, all.get(0).signs());
    assertEquals(List.of(ROW), all.get(0).indices());
  }

  @Test
  void aSumOfTiesIsOnlyKnownToBePositiveIfItRunsOverTheRangeOfTheMaximum() {
    Term other = Declarations.made(2, "n");
    Term tie = Derivative.tie(Term.entry("x", other, COLUMN), max("x"));
    Term places = Term.sum("n", other, tie);
    Term body = Term.sum("m", COLUMN, Term.power(places, Rational.MINUS_ONE));
    assertEquals(1, assumptions(overRows(body)).size());
  }
}
