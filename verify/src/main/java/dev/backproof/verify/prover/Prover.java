package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.MissingSign;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the proof of a statement: both sides are differentiated by the kernel and brought to
 * normal form; where these differ, their difference is tested for zero.
 *
 * <p>When a rule asks for a sign that is not known, the sign is looked for and the search begun
 * again: what has been found is remembered.
 */
public final class Prover {
  /** Calls of kernel rules that are enough for everything in the notes many times over. */
  public static final int BUDGET = 200_000;

  private static final int MOST_ROUNDS = 60;

  private Prover() {}

  /** Looks for a proof with the usual budget. */
  public static Attempt prove(Statement statement) {
    return prove(statement, BUDGET);
  }

  /**
   * Looks for a proof; whatever goes wrong leaves the statement open.
   *
   * @param budget the number of calls of kernel rules it may cost
   */
  public static Attempt prove(Statement statement, int budget) {
    ZeroTest[] test = new ZeroTest[1];
    try {
      return search(statement, new Budget(budget), test);
    } catch (Budget.Exhausted | Refusal e) {
      return new Attempt.Open(statement, String.valueOf(e.getMessage()), residue(test[0]));
    } catch (StackOverflowError e) {
      return new Attempt.Open(statement, "terms are nested too deeply", residue(test[0]));
    } catch (RuntimeException e) {
      return new Attempt.Open(statement, "the search failed: " + e, residue(test[0]));
    }
  }

  private static Optional<Term> residue(@Nullable ZeroTest test) {
    return test == null ? Optional.empty() : test.residue();
  }

  private static Attempt search(Statement statement, Budget budget, ZeroTest[] test) {
    Kernel kernel = new Kernel(statement);
    Deduction d = new Deduction(kernel, budget);
    Normalizer normalizer = new Normalizer(d);
    SignSearch signs = new SignSearch(d, normalizer);
    test[0] = new ZeroTest(d, normalizer, signs);
    signs.start();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      try {
        Theorem theorem = equation(d, normalizer, test[0]);
        if (theorem == null) {
          return new Attempt.Open(
              statement, "the difference of both sides is not seen to be 0", test[0].residue());
        }
        for (Condition obligation : kernel.obligations()) {
          if (!signs.supply(obligation.term(), obligation.signs())) {
            return open(
                statement, obligation.term(), "the claim makes sense only if " + obligation);
          }
        }
        kernel.accept(theorem);
        return new Attempt.Proved(statement, Slimmer.slim(kernel, theorem), kernel.assumptions());
      } catch (MissingSign e) {
        if (!signs.supply(e.term(), e.needed())) {
          return open(statement, e.term(), String.valueOf(e.getMessage()));
        }
      }
    }
    return new Attempt.Open(statement, "too many signs to be found", test[0].residue());
  }

  private static Attempt open(Statement statement, Term term, String reason) {
    return new Attempt.Open(statement, reason, Optional.of(term));
  }

  private static @Nullable Theorem equation(Deduction d, Normalizer normalizer, ZeroTest test) {
    Theorem left = normal(d, normalizer, d.kernel().statement().left());
    Theorem right = normal(d, normalizer, d.kernel().statement().right());
    if (left.right().equals(right.right())) {
      return d.then(left, d.back(right));
    }
    Term difference = Term.subtract(left.right(), right.right());
    Theorem zero = test.zero(difference, 0);
    if (zero == null) {
      return null;
    }
    // l = (l − r) + r = 0 + r = r
    Term sum = Term.add(difference, right.right());
    Theorem so = d.then(d.ring(left.right(), sum), d.rewrite(sum, zero));
    so = d.then(so, d.ring(so.right(), right.right()));
    return d.then(d.then(left, so), d.back(right));
  }

  private static Theorem normal(Deduction d, Normalizer normalizer, Term side) {
    Theorem derived = d.rule(Rule.DERIVE, List.of(side), List.of());
    return d.then(derived, normalizer.normal(derived.right()));
  }
}
