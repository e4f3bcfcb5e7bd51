package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Derivative;
import dev.backproof.verify.kernel.Enclosure;
import dev.backproof.verify.kernel.Interval;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Sample;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * False claims made from a true one by a slip on its right side.
 *
 * <p>False is what the kernel refutes at one of some points, at which the true claim has been seen
 * to hold.
 */
final class FalseClaims {
  private static final int ATTEMPTS = 12;

  private final Statement truth;
  private final List<Sample> samples;
  private final Random random;
  private final Set<Term> made = new HashSet<>();

  FalseClaims(Statement truth, long seed) {
    this.truth = truth;
    random = new Random(seed);
    samples = samples(truth, seed);
  }

  /**
   * A claim that is false.
   *
   * @param mutation the slip
   * @param statement the claim
   * @param atKinksOnly whether it is seen to be false only where a kink is
   */
  record FalseClaim(Mutation mutation, Statement statement, boolean atKinksOnly) {}

  /** Points of a few sizes, most of them distinct, on kinks and off them. */
  private static List<Sample> samples(Statement truth, long seed) {
    PointSearch search = new PointSearch(truth, seed);
    List<Sample> samples = new ArrayList<>();
    for (int first = 0; first < 3; first++) {
      Map<String, Integer> sizes = new LinkedHashMap<>();
      for (String name : truth.declarations().sizes()) {
        sizes.put(name, first == 0 ? 2 : 1 + (first + sizes.size()) % 3);
      }
      int found = 0;
      for (int attempt = 0; attempt < ATTEMPTS && found < 2; attempt++) {
        try {
          samples.add(Sample.check(truth, search.draw(sizes, attempt)));
          found++;
        } catch (Refusal e) {
          // It says nothing there.
        }
      }
    }
    return samples;
  }

  int points() {
    return samples.size();
  }

  /**
   * One random slip of a kind, and a second one where it has been made before, if that makes a
   * statement that is new and false.
   */
  Optional<FalseClaim> random(Mutation mutation) {
    Optional<Term> slip = mutation.random(truth.right(), truth.declarations(), random);
    Optional<Term> right = slip.filter(made::add);
    if (right.isEmpty()) {
      right =
          slip.flatMap(t -> Mutation.drawn(random).random(t, truth.declarations(), random))
              .filter(made::add);
    }
    if (right.isEmpty()) {
      return Optional.empty();
    }
    Statement claim =
        new Statement(truth.declarations(), truth.hypotheses(), truth.left(), right.get(), false);
    return isStatement(claim) ? judged(mutation, claim) : Optional.empty();
  }

  private static boolean isStatement(Statement claim) {
    try {
      return new Kernel(claim).log().isEmpty();
    } catch (Refusal e) {
      return false;
    }
  }

  private Optional<FalseClaim> judged(Mutation mutation, Statement claim) {
    boolean atKink = false;
    for (Sample sample : samples) {
      if (differs(claim, sample)) {
        Statement offKinks = claim.isDerivative() ? claim.withoutKinks() : claim;
        if (isRefuted(offKinks, sample.point())) {
          return Optional.of(new FalseClaim(mutation, claim, false));
        }
        atKink |= claim.isDerivative() && isRefuted(claim, sample.point());
      }
    }
    return atKink ? Optional.of(new FalseClaim(mutation, claim, true)) : Optional.empty();
  }

  /** The left side's value is known, so that most slips cost the evaluation of one side. */
  private static boolean differs(Statement claim, Sample sample) {
    try {
      Interval right =
          new Enclosure(claim.declarations(), sample.point())
              .of(new Derivative().expand(claim.right()));
      return right.isDisjoint(sample.left());
    } catch (Refusal e) {
      return false;
    }
  }

  private static boolean isRefuted(Statement claim, Point point) {
    try {
      Refutation.check(claim, point);
      return true;
    } catch (Refusal e) {
      return false;
    }
  }
}
