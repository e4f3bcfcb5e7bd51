package dev.backproof.verify.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All claims of the notes, in the order of their numbers. */
public final class NotesClaims {
  private NotesClaims() {}

  /** The claims, 1.1 to 3.3. */
  public static List<Claim> all() {
    List<Claim> claims = new ArrayList<>(BasicFunctions.claims());
    claims.addAll(OutputLayer.forward());
    claims.addAll(Risk.descent());
    claims.addAll(OutputLayer.gradients());
    claims.addAll(HiddenLayer.claims());
    claims.add(Risk.penalty());
    claims.addAll(Practice.claims());
    return List.copyOf(claims);
  }

  /** The claim with a number, if there is one. */
  public static Optional<Claim> find(String id) {
    return all().stream().filter(claim -> claim.id().equals(id)).findFirst();
  }
}
