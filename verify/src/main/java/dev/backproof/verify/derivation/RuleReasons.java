package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Step;
import dev.backproof.verify.kernel.Term;

/** The rules of the kernel in words. */
final class RuleReasons {
  private RuleReasons() {}

  /** Why a step is right, for people; rings and bookkeeping are {@link Reason#ALGEBRA}. */
  static Reason of(Step step, MathText writer) {
    return switch (step.rule()) {
      case DERIVE -> Reason.of("the derivative, by its definition");
      case DETACHED -> Reason.of("what is detached keeps its value");
      case HYPOTHESIS -> Reason.of("hypothesis");
      case CANCEL -> Reason.of("common denominator");
      case SUM_OF_SUM -> Reason.of("a sum of sums");
      case SUM_FACTOR -> Reason.of("a constant factor");
      case SUM_SWAP -> Reason.of("sums in another order");
      case SUM_DELTA ->
          Reason.of(
              "Kronecker delta: @",
              new Symbol("Σᵥ δᵥⱼ f(v) = f(j)", "\\sum_v \\delta_{vj}f(v) = f(j)"));
      case SUM_OF_ONE -> Reason.of("a sum of ones is the size");
      case DELTA_EQUAL -> Reason.of("an index equals itself");
      case DELTA_CELLS ->
          Reason.of(
              "cases: the indices of @ are equal or not",
              writer.both(Term.delta(step.terms().get(1), step.terms().get(2))));
      case EXP_OF_SUM, EXP_OF_MULTIPLE -> Reason.of("laws of the exponential");
      case EXP_OF_LOG, LOG_OF_EXP -> Reason.of("log and exp undo each other");
      case LOG_OF_PRODUCT, LOG_OF_POWER -> Reason.of("laws of the logarithm");
      case GUARD_SCALE -> Reason.of("a positive factor in a condition");
      case GUARD_DECIDED -> Reason.of("a condition that is decided");
      case GUARD_IMPLIES -> Reason.of("a condition that implies another");
      case GUARD_CELLS -> {
        Symbol z = writer.both(step.terms().get(1));
        yield Reason.of(
            "cases @", new Symbol(z.text() + " > 0, = 0, < 0", z.latex() + " > 0,\\; = 0,\\; < 0"));
      }
      case ZERO_CELL -> {
        Symbol z = writer.both(step.terms().get(1));
        yield Reason.of("case @", new Symbol(z.text() + " = 0", z.latex() + " = 0"));
      }
      case RING, REFLEXIVE, SYMMETRIC, TRANSITIVE, CONGRUENT, BIND_SUM, BIND_MAX -> Reason.ALGEBRA;
      case ASSUME, SIGN_EQUAL, SIGN_FACTOR -> Reason.ALGEBRA;
    };
  }
}
