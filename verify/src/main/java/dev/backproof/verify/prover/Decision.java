package dev.backproof.verify.prover;

import dev.backproof.verify.certificate.Certificate;
import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What became of one statement. */
public sealed interface Decision {
  /** The word for it. */
  ProofVerdict verdict();

  /**
   * Equal, for all sizes and all inputs where the conditions hold.
   *
   * @param certificate what replays without search
   * @param conditions what the differentiated side needs to make sense
   * @param hypotheses what the statement takes for granted and the proof uses
   * @param kinks the counterexample at a kink, if the proof holds off the kinks only
   * @param sample a point where everything holds that is assumed
   * @param trials at how many points both sides were evaluated afterwards, and agreed
   */
  record Proved(
      Certificate certificate,
      List<Condition> conditions,
      List<Hypothesis> hypotheses,
      Optional<Refutation> kinks,
      Point sample,
      int trials)
      implements Decision {
    /** Copies the lists. */
    public Proved {
      conditions = List.copyOf(conditions);
      hypotheses = List.copyOf(hypotheses);
    }

    /** Whether the proof leaves out the kinks. */
    public boolean offKinks() {
      return certificate.statement().offKinks();
    }

    @Override
    public ProofVerdict verdict() {
      return ProofVerdict.PROVED;
    }
  }

  /**
   * Not equal.
   *
   * @param statement the statement
   * @param counterexample where both sides differ
   * @param difference the difference of both sides in normal form, if it was found
   * @param open why there is no proof: also why there is no normal form
   * @param missing the sign that a normal form needs and that is not known, if that is why
   */
  record Refuted(
      Statement statement,
      Refutation counterexample,
      Optional<Term> difference,
      String open,
      Optional<Condition> missing)
      implements Decision {
    /** Why there is no proof, with what is missing written in another way. */
    public String open(Function<Condition, String> writer) {
      return missing.map(m -> Prover.rewritten(open, statement, m, writer)).orElse(open);
    }

    @Override
    public ProofVerdict verdict() {
      return ProofVerdict.REFUTED;
    }
  }

  /**
   * Neither a proof nor a counterexample.
   *
   * @param statement the statement
   * @param reason why there is no proof
   * @param resisted the term at which it ended, if it came to one
   * @param missing the sign that a proof needs and that is not known, if that is why
   * @param trials at how many points both sides were evaluated, and agreed
   */
  record Undecided(
      Statement statement,
      String reason,
      Optional<Term> resisted,
      Optional<Condition> missing,
      int trials)
      implements Decision {
    /** Why there is no proof, with what is missing written in another way. */
    public String reason(Function<Condition, String> writer) {
      return missing.map(m -> Prover.rewritten(reason, statement, m, writer)).orElse(reason);
    }

    @Override
    public ProofVerdict verdict() {
      return ProofVerdict.UNDECIDED;
    }
  }

  /**
   * No statement at all.
   *
   * @param message what does not fit
   */
  record Malformed(String message) implements Decision {
    @Override
    public ProofVerdict verdict() {
      return ProofVerdict.MALFORMED;
    }
  }
}
