package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.prover.Attempt;
import dev.backproof.verify.prover.Prover;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The derivatives in a term, carried out step by step as lecture notes do: sums and constant
 * factors first, then one function of the chain rule after the other, then the Kronecker deltas.
 *
 * <p>It knows nothing of the kernel's derivative; every line is proved equal to the one before, and
 * the last to the first, and so to what the kernel makes of it.
 */
public final class ChainRule {
  private static final int MOST_ROUNDS = 24;

  private final Set<Reason> reasons = new LinkedHashSet<>();
  private int made = 600_000;
  private boolean stuck;

  private ChainRule() {}

  /**
   * The derivatives in the left side of a statement, step by step; nothing if there are none, or a
   * step is not one of those known here, or not every step is proved.
   */
  public static Optional<ProvedChain> trace(Statement statement) {
    List<Line> lines = new ChainRule().lines(statement.left());
    if (lines.size() < 2) {
      return Optional.empty();
    }
    Chain chain = new Chain(statement.declarations(), statement.hypotheses(), Term.ONE, lines);
    Term last = lines.get(lines.size() - 1).term();
    Statement whole =
        new Statement(
            statement.declarations(), statement.hypotheses(), statement.left(), last, false);
    try {
      return Prover.prove(whole) instanceof Attempt.Proved
          ? Optional.of(chain.prove())
          : Optional.empty();
    } catch (UnprovedLink | Refusal e) {
      return Optional.empty();
    }
  }

  private List<Line> lines(Term first) {
    List<Line> lines = new ArrayList<>(List.of(Line.of(first, Reason.NONE)));
    Term t = first;
    for (int round = 0; round < MOST_ROUNDS && isDifferentiated(t) && !stuck; round++) {
      reasons.clear();
      t = round(t);
      lines.add(Line.of(t, all()));
    }
    if (stuck || isDifferentiated(t)) {
      return List.of();
    }
    reasons.clear();
    Term selected = Deltas.select(t);
    if (!selected.equals(t)) {
      lines.add(Line.of(selected, Say.KRONECKER));
    }
    return lines;
  }

  private Reason all() {
    Reason all = Reason.NONE;
    for (Reason reason : reasons) {
      all = all.and(reason);
    }
    return all.equals(Reason.NONE) ? Say.FACTOR : all;
  }

  private static boolean isDifferentiated(Term t) {
    return t.is(Term.Kind.DERIVATIVE)
        || t.arguments().stream().anyMatch(ChainRule::isDifferentiated);
  }

  /** One step for each derivative of what has no derivative in it. */
  private Term round(Term t) {
    if (!isDifferentiated(t)) {
      return t;
    }
    if (t.is(Term.Kind.DERIVATIVE) && !isDifferentiated(t.argument(0))) {
      return step(t.argument(0), t.argument(1));
    }
    if (t.kind().binds()) {
      Term index = Declarations.made(made++, t.name());
      return Term.binder(t.kind(), t.name(), round(t.open(index)).close(index));
    }
    List<Term> parts = t.arguments().stream().map(this::round).toList();
    return t.is(Term.Kind.ADD)
        ? NotesTerms.plus(parts.toArray(Term[]::new))
        : t.is(Term.Kind.MULTIPLY) ? NotesTerms.times(parts.toArray(Term[]::new)) : t.with(parts);
  }

  private Term step(Term f, Term by) {
    return isLinear(f, by) ? linear(f, by) : function(f, by);
  }

  private static boolean isConstant(Term f, Term by) {
    return switch (f.kind()) {
      case ENTRY -> !f.name().equals(by.name());
      case GUARD, DELTA, DETACH -> true;
      default -> f.arguments().stream().allMatch(part -> isConstant(part, by));
    };
  }

  private static List<Term> varying(Term product, Term by) {
    return product.arguments().stream().filter(part -> !isConstant(part, by)).toList();
  }

  private static boolean isLinear(Term f, Term by) {
    return switch (f.kind()) {
      case ENTRY, ADD, SUM -> true;
      case MULTIPLY -> varying(f, by).size() == 1;
      default -> isConstant(f, by);
    };
  }

  /** Through sums and constant factors, to functions of their own. */
  private Term linear(Term f, Term by) {
    if (isConstant(f, by)) {
      return Term.ZERO;
    }
    switch (f.kind()) {
      case ENTRY -> {
        if (!f.arguments().isEmpty()) {
          reasons.add(Say.KRONECKER);
        }
        return entries(f, by);
      }
      case ADD -> {
        reasons.add(Say.SUM);
        return NotesTerms.plus(
            f.arguments().stream().map(part -> linear(part, by)).toArray(Term[]::new));
      }
      case SUM -> {
        reasons.add(Say.SUM);
        Term index = Declarations.made(made++, f.name());
        Term body = linear(f.open(index), by);
        return body.isNumber(0) ? body : Term.sum(f.name(), index, body);
      }
      case MULTIPLY -> {
        List<Term> varying = varying(f, by);
        if (varying.size() == 1) {
          Term z = varying.get(0);
          if (f.equals(NotesTerms.rect(z))) {
            reasons.add(Say.RECT);
          }
          List<Term> factors = new ArrayList<>(f.arguments());
          factors.remove(z);
          factors.add(linear(z, by));
          return NotesTerms.times(factors.toArray(Term[]::new));
        }
      }
      default -> {}
    }
    return Term.derivative(f, by);
  }

  private static Term entries(Term a, Term b) {
    List<Term> deltas = new ArrayList<>();
    for (int i = 0; i < a.arguments().size(); i++) {
      Term left = a.argument(i);
      Term right = b.argument(i);
      deltas.add(left.equals(right) ? Term.ONE : Term.delta(left, right));
    }
    return NotesTerms.times(deltas.toArray(Term[]::new));
  }

  /** One function, or a product of several. */
  private Term function(Term f, Term by) {
    Term u = f.argument(0);
    switch (f.kind()) {
      case EXP -> {
        return chain(Say.EXP, f, u, by);
      }
      case LOG -> {
        return chain(Say.LOG, Term.power(u, Rational.MINUS_ONE), u, by);
      }
      case SIN -> {
        return chain(Say.SIN, Term.function(Term.Kind.COS, u), u, by);
      }
      case COS -> {
        return chain(Say.COS, Term.negate(Term.function(Term.Kind.SIN, u)), u, by);
      }
      case POWER -> {
        Term below = Term.power(u, f.number().minus(Rational.ONE));
        return chain(
            f.number().equals(Rational.MINUS_ONE) ? Say.RECIPROCAL : Say.POWER,
            NotesTerms.times(Term.number(f.number()), below),
            u,
            by);
      }
      case MULTIPLY -> {
        reasons.add(Say.PRODUCT);
        List<Term> sum = new ArrayList<>();
        for (int i = 0; i < f.arguments().size(); i++) {
          if (!isConstant(f.argument(i), by)) {
            List<Term> factors = new ArrayList<>(f.arguments());
            factors.set(i, inner(f.argument(i), by));
            sum.add(NotesTerms.times(factors.toArray(Term[]::new)));
          }
        }
        return NotesTerms.plus(sum.toArray(Term[]::new));
      }
      default -> {
        stuck = true;
        return Term.derivative(f, by);
      }
    }
  }

  private Term chain(Reason reason, Term outer, Term u, Term by) {
    reasons.add(reason);
    return NotesTerms.times(outer, inner(u, by));
  }

  /** An entry is differentiated at once. */
  private static Term inner(Term u, Term by) {
    return u.is(Term.Kind.ENTRY) && u.name().equals(by.name())
        ? entries(u, by)
        : Term.derivative(u, by);
  }
}
