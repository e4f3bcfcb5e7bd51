package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Step;
import dev.backproof.verify.kernel.Term;
import java.util.List;
import java.util.Optional;

/** What came of looking for a proof. */
public sealed interface Attempt {
  /**
   * A proof was found.
   *
   * @param statement what is proved
   * @param steps the kernel's calls, the last of which makes the theorem
   * @param assumptions the conditions under which the statement makes sense
   */
  record Proved(Statement statement, List<Step> steps, List<Condition> assumptions)
      implements Attempt {
    /** Copies the lists. */
    public Proved {
      steps = List.copyOf(steps);
      assumptions = List.copyOf(assumptions);
    }
  }

  /**
   * No proof was found.
   *
   * @param statement what is open
   * @param reason why
   * @param residue the first term that was to be shown 0 and was not, if it came to that
   * @param difference left − right in normal form, if it came to that
   * @param missing the sign that was asked for and not found, if it came to that
   */
  record Open(
      Statement statement,
      String reason,
      Optional<Term> residue,
      Optional<Term> difference,
      Optional<Condition> missing)
      implements Attempt {}
}
