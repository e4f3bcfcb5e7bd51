package dev.backproof.verify.kernel;

import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.derivative;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.index;
import static dev.backproof.verify.kernel.Term.log;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.size;
import static dev.backproof.verify.kernel.Term.sum;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules generalise over indices made by the machine, so nothing may be assumed about one value. */
class FreeIndexTest {
  private static final Term MADE = Declarations.made(0, "m");
  private static final Declarations LETTERS =
      new Declarations().size("m").tensor("x", "m").tensor("y").index("l", "m");

  /**
   * ∂(log x_l + y·Σᵥ [xᵥ &gt; 0])/∂y = m is false where x_l &gt; 0 and another entry is not. If l
   * were #0:m, the assumption that x is positive at #0:m could be summed over.
   */
  @Test
  void aStatementDoesNotSpeakOfAnIndexMadeByTheMachine() {
    Term positive = sum("m", MADE, guard(entry("x", MADE)));
    Term loss = add(log(entry("x", MADE)), multiply(entry("y"), positive));
    String reason = refused(new Statement(LETTERS, derivative(loss, entry("y")), size("m")));
    assertTrue(reason.startsWith("an index made by the machine is free: #0:m in "), reason);
  }

  @Test
  void norDoesItsRightSide() {
    refused(new Statement(LETTERS, entry("y"), entry("x", MADE)));
  }

  @Test
  void aHypothesisQuantifiesWhatItSpeaksOf() {
    refused(given(Hypothesis.sign(List.of(), entry("x", MADE), Signs.POSITIVE)));
    new Kernel(given(Hypothesis.sign(List.of(MADE), entry("x", MADE), Signs.POSITIVE)));
  }

  @Test
  void aHypothesisDoesNotQuantifyALabel() {
    refused(given(Hypothesis.sign(List.of(index("l")), entry("x", index("l")), Signs.POSITIVE)));
  }

  private static Statement given(Hypothesis hypothesis) {
    return new Statement(LETTERS, List.of(hypothesis), entry("y"), entry("y"), false);
  }

  private static String refused(Statement statement) {
    return String.valueOf(assertThrows(Refusal.class, () -> new Kernel(statement)).getMessage());
  }
}
