package dev.backproof.verify.assertion;

import dev.backproof.core.Formula;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.prover.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides a claim, entry by entry; the first that is not proved is an {@link AssertionError}.
 *
 * @param setting what the claim is about, and how it is decided
 * @param wording what its sides are called
 */
record Judgement(Setting setting, Wording wording) {
  /**
   * A formula on letters.
   *
   * @param what what the formula is called
   * @throws AssertionError if its operations do not fit, it throws or is null
   */
  Expr value(String what, Formula formula, List<Expr> operands) {
    Expr value;
    try {
      value = formula.apply(operands);
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      throw failure().malformed(what + ": ", e);
    } catch (RuntimeException | AssertionError e) {
      throw failure().thrown(what, e);
    } catch (StackOverflowError e) {
      throw failure().tooDeep(what);
    }
    return failure().requireNonNull(what, value);
  }

  /**
   * The proof of a claim.
   *
   * @param kinksMatter whether a proof off the kinks only is none
   * @param readings the methods of the caller that it is about
   * @throws AssertionError if it is not proved, or a method is another on numbers than it is on
   *     letters; the message begins with the verdict
   */
  Proof proof(SymbolicClaim claim, boolean kinksMatter, List<OnNumbers.Reading> readings) {
    return proof(claim, kinksMatter, readings, setting.decider().patience());
  }

  /**
   * As above, of a derivative. A condition that the function does not need must not hide a wrong
   * one, nor a tie that is no kink: so both sides are run on numbers there.
   */
  Proof proof(
      SymbolicClaim claim, boolean kinksMatter, List<OnNumbers.Reading> readings, Sides sides) {
    Proof proof = proof(claim, kinksMatter, readings);
    Elsewhere.Found found =
        new Elsewhere(claim, proof, new OnNumbers(claim, setting), sides).search();
    if (found.wrong().isPresent()) {
      throw failure().elsewhere(claim, proof, found.wrong().get());
    }
    return proof.withUnseen(found.unseen());
  }

  /** The same in a given time, unless the first entry takes longer. */
  Proof proof(
      SymbolicClaim claim,
      boolean kinksMatter,
      List<OnNumbers.Reading> readings,
      Duration patience) {
    long start = System.nanoTime();
    List<Decision.Proved> proofs = new ArrayList<>();
    for (SymbolicClaim.Entry entry : claim.entries()) {
      if (!proofs.isEmpty() && System.nanoTime() - start > patience.toNanos()) {
        throw failure().tooManyEntries(claim, proofs.size(), patience);
      }
      Decision decision = decision(entry.statement());
      if (decision instanceof Decision.Refuted refuted && !kinksMatter) {
        decision = offTheKinks(claim, entry, refuted);
      }
      if (decision instanceof Decision.Proved proved) {
        if (proved.offKinks() && kinksMatter) {
          throw failure().offTheKinks(claim, entry, proved);
        }
        proofs.add(proved);
      } else {
        throw failed(claim, entry, decision);
      }
    }
    Optional<OnNumbers.Difference> other = new OnNumbers(claim, setting).first(readings);
    if (other.isPresent()) {
      throw failure().otherOnNumbers(claim, other.get());
    }
    return new Proof(wording.subject() + Failure.forAll(claim), proofs, List.of());
  }

  /**
   * A claim.
   *
   * @throws AssertionError if it is none
   */
  SymbolicClaim claim(Supplier<SymbolicClaim> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException | UnsupportedOperationException | Refusal e) {
      throw failure().malformed("", e);
    } catch (StackOverflowError e) {
      throw failure().tooDeep("one of both sides");
    }
  }

  /** The kernel is asked first: a statement that is none would be left open by the prover. */
  private Decision decision(Statement statement) {
    try {
      Kernel kernel = new Kernel(statement);
      return setting.decider().decide(kernel.statement());
    } catch (Refusal e) {
      throw failure().malformed("", e);
    } catch (StackOverflowError e) {
      throw failure().tooDeep("one of both sides");
    }
  }

  /**
   * What becomes of a claim off the kinks that is refuted at some point.
   *
   * @throws AssertionError if nothing is known off the kinks
   */
  private Decision offTheKinks(
      SymbolicClaim claim, SymbolicClaim.Entry entry, Decision.Refuted refuted) {
    Statement off = Ties.without(entry.statement());
    if (stillRefutes(off, refuted.counterexample().point())) {
      return refuted;
    }
    Decision decision = decision(off);
    if (decision instanceof Decision.Undecided undecided) {
      throw failure().onlyAtKinks(claim, entry, undecided, refuted.counterexample());
    }
    return decision;
  }

  private static boolean stillRefutes(Statement statement, Point point) {
    try {
      Refutation.check(statement, point);
      return true;
    } catch (Refusal no) {
      return false;
    }
  }

  private AssertionError failed(SymbolicClaim claim, SymbolicClaim.Entry entry, Decision decision) {
    if (decision instanceof Decision.Refuted refuted) {
      return failure().refuted(claim, entry, refuted);
    }
    if (decision instanceof Decision.Undecided undecided) {
      return failure().undecided(claim, entry, undecided);
    }
    return failure().malformed(((Decision.Malformed) decision).message(), "");
  }

  /** What says so. */
  Failure failure() {
    return new Failure(wording, setting.firstLabels());
  }
}
