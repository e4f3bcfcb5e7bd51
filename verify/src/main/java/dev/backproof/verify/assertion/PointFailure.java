package dev.backproof.verify.assertion;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.verify.check.Comparison;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes down what is wrong with a claim at a point.
 *
 * @param subject what is asserted to be right
 * @param point the operands
 */
record PointFailure(String subject, List<DenseTensor> point) {
  /**
   * The value of a formula at the point.
   *
   * @param what what the formula is called
   * @throws AssertionError if its operations do not fit, it throws or is null
   */
  DenseTensor value(String what, Formula formula) {
    Failure failure = failure();
    try {
      return failure.requireNonNull(what, formula.apply(point));
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      throw failure.malformed(what + ": ", e);
    } catch (RuntimeException | AssertionError e) {
      throw failure.thrown(what, e);
    } catch (StackOverflowError e) {
      throw failure.tooDeep(what);
    }
  }

  /**
   * What the witnesses say.
   *
   * @throws AssertionError if an operation is opaque to what measures rounding
   */
  Evidence evidence(Supplier<List<Comparison>> comparisons) {
    try {
      return new Evidence(comparisons.get());
    } catch (UnsupportedOperationException e) {
      AssertionError error = malformed(String.valueOf(e.getMessage()), "");
      error.initCause(e);
      throw error;
    } catch (RuntimeException | AssertionError e) {
      throw failure().thrown("a method that a witness runs", e);
    }
  }

  private Failure failure() {
    return new Failure(new Wording(subject, "", "", ""), Map.of());
  }

  /** A claim that says nothing; an empty remedy is left out. */
  AssertionError malformed(String message, String remedy) {
    Lines lines = new Lines("MALFORMED: " + subject).row("because", message);
    return new AssertionError((remedy.isEmpty() ? lines : lines.row("remedy", remedy)).toString());
  }

  /** What the witnesses found; an empty guess is left out. */
  AssertionError of(Evidence evidence, String guess) {
    Lines lines =
        new Lines(evidence.verdict() + ": " + subject).row("witnesses", evidence.toString());
    for (int i = 0; i < point.size(); i++) {
      lines.row("operand " + i, point.get(i).toString());
    }
    return new AssertionError((guess.isEmpty() ? lines : lines.row("perhaps", guess)).toString());
  }
}
