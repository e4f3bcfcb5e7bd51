package dev.backproof.verify.kernel;

import java.util.List;

/**
 * What is to be proved: two terms are equal for all sizes and all values of everything declared, if
 * the hypotheses hold.
 *
 * @param declarations what the letters mean
 * @param hypotheses what is taken for granted
 * @param left one side; of a claim about a derivative, the side that has it
 * @param right the other side: the claim's
 * @param offKinks whether to leave out the points where the argument of a guard in what is
 *     differentiated is 0, if it varies with what is differentiated by
 */
public record Statement(
    Declarations declarations,
    List<Hypothesis> hypotheses,
    Term left,
    Term right,
    boolean offKinks) {
  /** Copies the declarations and the list. */
  public Statement {
    declarations = declarations.copy();
    hypotheses = List.copyOf(hypotheses);
  }

  /** A statement about all points, without hypotheses. */
  public Statement(Declarations declarations, Term left, Term right) {
    this(declarations, List.of(), left, right, false);
  }

  /** Whether something is differentiated on the left side. */
  public boolean isDerivative() {
    return left.hasDerivative();
  }

  /** The same off the kinks only. */
  public Statement withoutKinks() {
    return new Statement(declarations, hypotheses, left, right, true);
  }
}
