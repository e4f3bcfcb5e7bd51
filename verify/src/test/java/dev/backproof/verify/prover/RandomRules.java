package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A prover without a plan: it calls the kernel's rules with whatever terms and theorems it has.
 *
 * <p>Its terms are the parts of the statement, slips of them, and the sides of what it has proved.
 */
final class RandomRules {
  private static final List<Rule> RULES = List.of(Rule.values());
  private static final int MOST = 4_000;
  private static final int DEEPEST = 14;

  private final Kernel kernel;
  private final Statement statement;
  private final Random random;
  private final List<Term> terms = new ArrayList<>();
  private final List<Term> indices = new ArrayList<>();
  private final List<Theorem> theorems = new ArrayList<>();

  RandomRules(Statement statement, long seed) {
    this.statement = statement;
    kernel = new Kernel(statement);
    random = new Random(seed);
    Declarations letters = statement.declarations();
    Set<Term> parts = new LinkedHashSet<>();
    for (String range : letters.sizes()) {
      parts.add(Term.size(range));
      indices.add(Declarations.made(0, range));
      indices.add(Declarations.made(1, range));
    }
    letters
        .labels()
        .forEach(
            (name, label) -> {
              if (label.axes().isEmpty()) {
                indices.add(Term.index(name));
              }
            });
    collect(statement.left(), parts);
    collect(statement.right(), parts);
    for (int number = -2; number <= 2; number++) {
      parts.add(Term.number(number));
    }
    parts.add(Term.number(Rational.HALF));
    terms.addAll(parts);
    call(Rule.REFLEXIVE, List.of(Term.ONE), List.of());
    for (Term side : List.of(statement.left(), statement.right())) {
      call(Rule.DERIVE, List.of(side), List.of());
    }
  }

  Kernel kernel() {
    return kernel;
  }

  /** The closed parts, binders opened with an index of the machine. */
  private void collect(Term t, Set<Term> parts) {
    if (t.is(Term.Kind.INDEX)) {
      return;
    }
    if (!t.is(Term.Kind.DERIVATIVE)) {
      parts.add(t);
    }
    if (t.kind().binds()) {
      collect(t.open(Declarations.made(random.nextInt(2), t.name())), parts);
    } else {
      t.arguments().forEach(part -> collect(part, parts));
    }
  }

  /** A rule with arguments; the theorem, unless the kernel refuses. */
  Optional<Theorem> step() {
    Rule rule = RULES.get(random.nextInt(RULES.size()));
    List<Theorem> premises = new ArrayList<>();
    List<Term> given = new ArrayList<>();
    switch (rule) {
      case SYMMETRIC, SIGN_EQUAL -> premises.add(theorem());
      case TRANSITIVE -> {
        Theorem first = theorem();
        premises.add(first);
        premises.add(about(first.right()));
      }
      case CONGRUENT -> {
        Term t = term();
        given.add(t);
        t.arguments().forEach(part -> premises.add(about(part)));
      }
      case BIND_SUM, BIND_MAX -> {
        given.add(index());
        premises.add(theorem());
      }
      case CANCEL -> {
        Theorem zero = theorem();
        premises.add(zero);
        given.add(zero.left().arguments().isEmpty() ? term() : zero.left().argument(0));
        given.add(term());
      }
      case HYPOTHESIS, ASSUME -> {
        given.add(Term.number(random.nextInt(3)));
        add(given, this::index, random.nextInt(3));
      }
      case SUM_OF_SUM -> {
        given.add(index());
        add(given, this::term, 2 + random.nextInt(2));
      }
      case SUM_FACTOR -> {
        given.add(index());
        add(given, this::term, 2);
      }
      case SUM_SWAP, SUM_DELTA -> {
        add(given, this::index, 2);
        given.add(term());
      }
      case DELTA_EQUAL -> given.add(index());
      case DELTA_CELLS -> {
        given.add(term());
        add(given, this::index, 2);
      }
      case GUARD_CELLS, ZERO_CELL -> {
        Term p = guarded();
        given.add(term());
        given.add(p);
        given.add(Term.negate(p));
        if (rule == Rule.ZERO_CELL) {
          given.add(Term.number(random.nextInt(3) - 1));
          given.add(random.nextBoolean() ? p : term());
          given.add(random.nextBoolean() ? Term.ZERO : term());
        }
      }
      case RING -> {
        Term t = term();
        given.add(t);
        given.add(random.nextBoolean() ? multipliedOut(t) : term());
      }
      default -> add(given, this::term, random.nextInt(5));
    }
    return call(rule, given, premises);
  }

  /** The theorem, unless the rule does not fit; what it says is used from now on. */
  private Optional<Theorem> call(Rule rule, List<Term> given, List<Theorem> premises) {
    try {
      Theorem theorem = kernel.apply(rule, given, premises);
      if (theorems.size() < MOST && depth(theorem.right()) < DEEPEST) {
        theorems.add(theorem);
        terms.add(theorem.left());
        terms.add(theorem.right());
      }
      return Optional.of(theorem);
    } catch (Refusal e) {
      return Optional.empty();
    }
  }

  private interface Draw {
    Term one();
  }

  private static void add(List<Term> given, Draw draw, int count) {
    for (int i = 0; i < count; i++) {
      given.add(draw.one());
    }
  }

  private Term term() {
    Term t = terms.get(random.nextInt(terms.size()));
    if (random.nextInt(4) > 0) {
      return t;
    }
    Mutation slip = Mutation.drawn(random);
    return slip.random(t, statement.declarations(), random).orElse(t);
  }

  private Term multipliedOut(Term t) {
    try {
      return kernel.polynomial(t, Set.of()).term();
    } catch (Refusal e) {
      return t;
    }
  }

  private Term guarded() {
    Term t = term();
    return t.is(Term.Kind.GUARD) ? t.argument(0) : t;
  }

  private Term index() {
    return indices.isEmpty() ? Term.ONE : indices.get(random.nextInt(indices.size()));
  }

  private Theorem theorem() {
    return theorems.get(random.nextInt(theorems.size()));
  }

  /** A theorem with a left side, if there is one but that it equals itself. */
  private Theorem about(Term left) {
    List<Theorem> fitting =
        theorems.stream().filter(theorem -> theorem.left().equals(left)).toList();
    return fitting.isEmpty()
        ? call(Rule.REFLEXIVE, List.of(left), List.of()).orElseGet(this::theorem)
        : fitting.get(random.nextInt(fitting.size()));
  }

  private static int depth(Term t) {
    return 1 + t.arguments().stream().mapToInt(RandomRules::depth).max().orElse(0);
  }
}
