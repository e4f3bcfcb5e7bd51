package dev.backproof.verify.prover;

import static dev.backproof.verify.prover.Deduction.fresh;

import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Normal forms: Laurent polynomials over atoms. An atom is an entry, a size, a δ, a guard, an
 * exponential or logarithm of what does not split further, a power of a sum, a sum over indices
 * that belong together, or a function nothing is known of.
 */
final class Normalizer {
  private final Deduction d;
  private final GuardRelations relations;
  private final Hypotheses hypotheses;
  private final @Nullable Vanishing vanishing;
  private final PowerConversion powers;
  private final LogConversion logs;
  private final ExpConversion exps;
  private final GuardConversion guards;
  private final SumConversion sums;
  private final Map<Term, Theorem> memo = new HashMap<>();

  Normalizer(Deduction d) {
    this(d, true);
  }

  private Normalizer(Deduction d, boolean vanishes) {
    this.d = d;
    relations = new GuardRelations(d);
    hypotheses = new Hypotheses(d);
    vanishing = vanishes ? new Vanishing(d, hypotheses, new Normalizer(d, false)) : null;
    powers = new PowerConversion(d, this);
    logs = new LogConversion(d, this);
    exps = new ExpConversion(d, this);
    guards = new GuardConversion(d, this);
    sums = new SumConversion(d, this);
  }

  /** That a term equals its normal form. */
  Theorem normal(Term t) {
    Theorem known = memo.get(t);
    if (known == null) {
      known = convert(t);
      memo.put(t, known);
    }
    return known;
  }

  private Theorem convert(Term t) {
    return switch (t.kind()) {
      case NUMBER, PI, SIZE -> d.same(t);
      case ENTRY -> {
        hypotheses.learn(t);
        yield hypotheses.rewrite(t);
      }
      case DELTA -> t.argument(0).equals(t.argument(1)) ? d.deltaEqual(t.argument(0)) : d.same(t);
      case ADD, MULTIPLY -> tidy(inside(t));
      case POWER -> powers.convert(inside(t));
      case EXP -> exps.convert(inside(t));
      case LOG -> logs.convert(inside(t));
      case GUARD -> guards.convert(inside(t));
      case SIN, COS, ERF -> inside(t);
      case DETACH -> d.then(d.rule(Rule.DETACHED, List.of(t), List.of()), normal(t.argument(0)));
      case MAX -> {
        Term index = fresh(t.name(), t.freeIndices());
        Theorem body = normal(t.open(index));
        yield d.rule(Rule.BIND_MAX, List.of(index), List.of(body));
      }
      case SUM -> {
        Term index = fresh(t.name(), t.freeIndices());
        Theorem body = normal(t.open(index));
        yield d.then(d.under(index, body), sums.convert(List.of(index), body.right()));
      }
      case INDEX, BOUND, DERIVATIVE -> throw new IllegalArgumentException("no normal form of " + t);
    };
  }

  /** With its parts in normal form. */
  private Theorem inside(Term t) {
    return d.parts(t, t.arguments().stream().map(this::normal).toList());
  }

  /** That a sum over indices of a normal body equals its normal form. */
  Theorem sum(List<Term> indices, Term body) {
    return sums.convert(indices, body);
  }

  /** Hypotheses about a sum that is an atom. */
  Theorem byHypothesis(Term atom) {
    Theorem so = hypotheses.rewrite(atom);
    boolean same = so.right().equals(atom) && atom.is(Term.Kind.SUM);
    return same && vanishing != null ? vanishing.rewrite(atom).orElse(so) : so;
  }

  /** An equation with its right side as a polynomial in order, guards related to each other. */
  Theorem tidy(Theorem equation) {
    Polynomial p = d.polynomial(equation.right());
    Theorem polynomial = d.then(equation, d.ring(equation.right(), p.term()));
    Theorem related = relations.reduce(p);
    return related == null ? polynomial : tidy(d.then(polynomial, related));
  }
}
