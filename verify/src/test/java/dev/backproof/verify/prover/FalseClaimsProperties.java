package dev.backproof.verify.prover;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.theorem.NotesTheorems;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.Reporter;

/**
 * Of thousands of false claims, each a theorem of the notes with a slip on its right side, none is
 * proved; those that are false on kinks only may be proved off them.
 *
 * <p>The attempt itself is asked, before anything is replayed or evaluated: the proof must not be
 * found in the first place. {@code -Dbackproof.large=true} makes it twenty times as many.
 */
class FalseClaimsProperties {
  private static final int FEWEST = 5_000;
  private static final int LARGE = Boolean.getBoolean("backproof.large") ? 20 : 1;

  /** Slips tried of each kind: more of a small statement, which costs little. */
  private static final int FEW = 2;

  private static final int MANY = 4;
  private static final long SMALL = 1_500;

  private final Map<Mutation, Integer> counts = new EnumMap<>(Mutation.class);
  private int atKinks;
  private int provedOffKinks;

  @Example
  void noFalseClaimIsProved(Reporter reporter) {
    long seed = 1;
    for (Statement truth : truths()) {
      FalseClaims claims = new FalseClaims(truth, seed++);
      assertTrue(claims.points() >= 3, "hardly any points to judge by");
      int tries = LARGE * (size(truth) <= SMALL ? MANY : FEW);
      for (int i = 0; i < tries; i++) {
        for (Mutation mutation : Mutation.values()) {
          claims.random(mutation).ifPresent(this::notProved);
        }
      }
    }
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    reporter.publishValue(
        "false claims",
        all + ", at kinks only " + atKinks + ", off them proved " + provedOffKinks + ": " + counts);
    assertTrue(all >= FEWEST * LARGE, () -> "only " + all + ": " + counts);
    for (Mutation mutation : Mutation.values()) {
      assertTrue(counts.getOrDefault(mutation, 0) >= 25, () -> "hardly any " + mutation);
    }
    assertTrue(provedOffKinks > 0, "of > for ≥ some are right off the kinks");
  }

  private void notProved(FalseClaims.FalseClaim claim) {
    Statement statement = claim.statement();
    counts.merge(claim.mutation(), 1, Integer::sum);
    atKinks += claim.atKinksOnly() ? 1 : 0;
    assertFalse(
        Prover.prove(statement) instanceof Attempt.Proved, () -> "proved and false: " + claim);
    if (statement.isDerivative()
        && Prover.prove(statement.withoutKinks()) instanceof Attempt.Proved) {
      provedOffKinks++;
      assertTrue(claim.atKinksOnly(), () -> "proved off the kinks and false there: " + claim);
    }
  }

  /** The theorems of the notes, and those of one example for sizes that are all the same. */
  private static List<Statement> truths() {
    List<Statement> truths = new ArrayList<>();
    NotesTheorems.all().forEach(theorem -> truths.addAll(theorem.claim().get().statements()));
    for (Statement truth : List.copyOf(truths)) {
      squared(truth).ifPresent(truths::add);
    }
    return truths;
  }

  /** With d = h = m every weight matrix is square and every index may stand for any other. */
  private static Optional<Statement> squared(Statement truth) {
    List<String> sizes = truth.declarations().sizes();
    boolean small = sizes.size() > 1 && !sizes.contains("n") && size(truth) <= SMALL;
    return small ? Optional.of(Renaming.of(truth, Map.of("d", "h", "m", "h"))) : Optional.empty();
  }

  /** The nodes of both sides as trees. */
  private static long size(Statement statement) {
    Map<Term, Long> known = new HashMap<>();
    return size(statement.left(), known) + size(statement.right(), known);
  }

  private static long size(Term t, Map<Term, Long> known) {
    Long before = known.get(t);
    if (before != null) {
      return before;
    }
    long size = 1;
    for (Term part : t.arguments()) {
      size += size(part, known);
    }
    known.put(t, size);
    return size;
  }
}
