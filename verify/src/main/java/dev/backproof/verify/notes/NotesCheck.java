package dev.backproof.verify.notes;

import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.RandomTensors;
import dev.backproof.verify.check.GradientCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Evaluates claims of the notes at several sizes and points, by all witnesses.
 *
 * @param seed where the random sizes and points come from; the same seed gives the same results
 * @param sizes at how many sizes, of which the first are 1 throughout, two classes, and 2
 *     throughout
 * @param points at how many points for each size
 * @param gradients the check of a gradient, with the rule pages to be used
 */
public record NotesCheck(long seed, int sizes, int points, GradientCheck gradients) {
  /**
   * Refuses to check nothing.
   *
   * @throws IllegalArgumentException if there is no size or no point
   */
  public NotesCheck {
    if (sizes < 1 || points < 1) {
      throw new IllegalArgumentException(
          "notes check: at least one size and one point, not " + sizes + " and " + points);
    }
  }

  /** A check of the rule pages as they stand. */
  public NotesCheck(long seed, int sizes, int points) {
    this(seed, sizes, points, new GradientCheck(VjpRules.PAGE, JvpRules.PAGE));
  }

  /** A check at fewer sizes and points. */
  public static NotesCheck quick(long seed) {
    return new NotesCheck(seed, 5, 2);
  }

  /** A check at ten sizes and four points of each. */
  public static NotesCheck full(long seed) {
    return new NotesCheck(seed, 10, 4);
  }

  /**
   * Checks claims one after the other.
   *
   * @param done told of each result as soon as it is there
   */
  public List<ClaimResult> run(List<Claim> claims, Consumer<ClaimResult> done) {
    List<ClaimResult> results = new ArrayList<>();
    for (Claim claim : claims) {
      ClaimResult result = run(claim);
      done.accept(result);
      results.add(result);
    }
    return List.copyOf(results);
  }

  /** Checks one claim; what it finds does not depend on which others are checked. */
  public ClaimResult run(Claim claim) {
    RandomTensors random = RandomTensors.seeded(seed + claim.id().hashCode());
    StatementCheck check = new StatementCheck(gradients, Sizes.several(sizes, random), points);
    return new ClaimResult(
        claim,
        claim.statements().stream().map(statement -> check.check(statement, random)).toList());
  }
}
