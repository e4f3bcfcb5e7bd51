package dev.backproof.verify.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Thirty natural wrong versions of the claims, r1 to r30: what a student or a slip of the pen may
 * make of them. Several are right by accident when all sizes are 1.
 */
public final class WrongClaims {
  private WrongClaims() {}

  /** All of them, in the order of their numbers. */
  public static List<WrongClaim> all() {
    List<WrongClaim> all = new ArrayList<>(WrongBasics.all());
    all.addAll(WrongOutput.gradients());
    all.addAll(WrongHidden.all());
    all.addAll(WrongRisk.all());
    all.addAll(WrongOutput.identities());
    return List.copyOf(all);
  }

  /** The one with a number, if there is one. */
  public static Optional<WrongClaim> find(String id) {
    return all().stream().filter(wrong -> wrong.id().equals(id)).findFirst();
  }
}
