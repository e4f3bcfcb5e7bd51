package dev.backproof.verify.prover;

import dev.backproof.verify.certificate.Certificate;
import dev.backproof.verify.certificate.Refused;
import dev.backproof.verify.certificate.Replay;
import dev.backproof.verify.certificate.Replayed;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides statements: looks for a proof, has it replayed by a kernel that knows nothing of the
 * search, and evaluates what is proved; or looks for a counterexample.
 *
 * <p>A statement about a derivative that fails only where the differentiated expression has a kink
 * is proved off the kinks, a weaker claim that says so; to the strict it is refuted there.
 *
 * @param budget the calls of kernel rules a proof may cost
 * @param trials at how many points a proved statement is evaluated
 * @param seed where the points come from
 * @param strict whether a proof must hold at the kinks too
 */
public record Decider(int budget, int trials, long seed, boolean strict) {
  /** As many points as a proved statement is evaluated at if nothing else is said. */
  public static final int TRIALS = 8;

  /** As everything is decided if nothing else is said. */
  public static final Decider USUAL = new Decider(Prover.BUDGET, TRIALS, 1, false);

  /**
   * How long the search for a proof may take, a net under the budget: half a minute, and in
   * proportion more for a budget above the usual.
   */
  public Duration patience() {
    return Prover.PATIENCE.multipliedBy(Math.max(1, budget / Prover.BUDGET));
  }

  /** The same with a proof at the kinks demanded. */
  public Decider strictly() {
    return new Decider(budget, trials, seed, true);
  }

  /** Decides a statement that may turn out to be none. */
  public Decision decide(Supplier<Statement> statement) {
    try {
      return decide(statement.get());
    } catch (IllegalArgumentException | UnsupportedOperationException | Refusal e) {
      return new Decision.Malformed(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Decides a statement.
   *
   * @throws IllegalStateException if a proof is not accepted on replay, or what is proved is seen
   *     to be wrong: a mistake of the program
   */
  public Decision decide(Statement statement) {
    Optional<String> fault = fault(statement);
    if (fault.isPresent()) {
      return new Decision.Malformed(fault.get());
    }
    Patience patience = new Patience(patience());
    Attempt everywhere = Prover.prove(statement, new Budget(budget, patience));
    if (everywhere instanceof Attempt.Proved proof) {
      return proved(proof, Optional.empty());
    }
    Attempt.Open open = (Attempt.Open) everywhere;
    Optional<Refutation> counterexample = Refuter.refute(statement, seed);
    if (!strict && hasKinks(statement)) {
      Attempt off = Prover.prove(statement.withoutKinks(), new Budget(budget, patience));
      if (off instanceof Attempt.Proved proof) {
        return proved(proof, counterexample);
      }
    }
    if (counterexample.isPresent()) {
      return refuted(open, counterexample.get());
    }
    Trials tried = Trials.of(statement, trials, seed);
    if (tried.contradiction().isPresent()) {
      return refuted(open, tried.contradiction().get());
    }
    return new Decision.Undecided(
        statement, open.reason(), open.residue(), open.missing(), tried.count());
  }

  /** Whether something is left out off the kinks that the statement speaks of. */
  private static boolean hasKinks(Statement statement) {
    try {
      return statement.isDerivative()
          && !new Kernel(statement.withoutKinks())
              .assumptions()
              .equals(new Kernel(statement).assumptions());
    } catch (Refusal | StackOverflowError e) {
      return false; // then there is nothing to be proved either
    }
  }

  private static Decision refuted(Attempt.Open open, Refutation counterexample) {
    return new Decision.Refuted(
        open.statement(), counterexample, open.difference(), open.reason(), open.missing());
  }

  /** Why a statement is none, such as an index of another range: then nothing is looked for. */
  private static Optional<String> fault(Statement statement) {
    try {
      new Kernel(statement);
      return Optional.empty();
    } catch (Refusal e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      return Optional.empty(); // too deep for the search too, which says so
    }
  }

  private Decision proved(Attempt.Proved proof, Optional<Refutation> kinks) {
    Certificate certificate = new Certificate(proof.statement(), proof.steps(), List.of());
    Replayed replayed;
    try {
      replayed = Replay.check(certificate);
    } catch (Refused e) {
      if (e.isByLimit()) {
        return new Decision.Undecided(
            proof.statement(),
            "a proof was found, and is too large to be replayed: " + e.reason(),
            Optional.empty(),
            Optional.empty(),
            Trials.of(proof.statement(), trials, seed).count());
      }
      throw new IllegalStateException(
          "a proof that was found is not accepted: " + e.getMessage(), e);
    }
    Trials tried = Trials.of(proof.statement(), trials, seed);
    if (tried.contradiction().isPresent()) {
      throw new IllegalStateException("proved, and yet wrong at " + tried.contradiction().get());
    }
    if (tried.sample().isEmpty()) {
      return new Decision.Undecided(
          proof.statement(),
          "proved, but no point was found at which what it assumes holds",
          Optional.empty(),
          Optional.empty(),
          0);
    }
    return new Decision.Proved(
        certificate,
        replayed.assumptions(),
        replayed.hypotheses(),
        kinks,
        tried.sample().get(),
        tried.count());
  }
}
