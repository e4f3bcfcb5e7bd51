package dev.backproof.verify.theorem;

import dev.backproof.verify.notes.Sizes.Axis;
import dev.backproof.verify.notes.WrongClaim;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.prover.ProofVerdict;
import java.util.Locale;
import java.util.Optional;

/**
 * A wrong version of a claim and what became of it.
 *
 * @param wrong what is wrong
 * @param decision what became of it as it stands
 * @param equated if its shapes do not fit, what becomes of it where two sizes are the same
 */
public record WrongVerdict(WrongClaim wrong, Decision decision, Optional<Equated> equated) {
  /**
   * What becomes of a wrong version where two sizes are the same.
   *
   * @param kept one of them
   * @param other the other
   * @param decision what becomes of it
   */
  public record Equated(Axis kept, Axis other, Decision decision) {
    /** The condition: {@code h = m}. */
    public String condition() {
      return (kept + " = " + other).toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it is right but for the kinks. */
  public boolean offKinks() {
    return decision instanceof Decision.Proved proved
        && proved.offKinks()
        && proved.kinks().isPresent();
  }

  /** Whether it is seen to be wrong: refuted, no statement at all, or wrong at a kink. */
  public boolean isCaught() {
    return decision.verdict() == ProofVerdict.REFUTED
        || decision.verdict() == ProofVerdict.MALFORMED
        || offKinks();
  }
}
