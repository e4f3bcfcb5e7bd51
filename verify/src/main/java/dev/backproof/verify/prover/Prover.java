package dev.backproof.verify.prover;

import dev.backproof.verify.certificate.StatementText;
import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Derivative;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.MissingSign;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

  /** How long that many calls may take. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int MOST_ROUNDS = 60;

  /** Characters of a term in a reason. */
  private static final int LONGEST = 400;

  /** Makes what the search goes through. */
  interface Deductions {
    /** The rules of a kernel, for a search that may cost so much. */
    Deduction of(Kernel kernel, Budget budget);
  }

  private final Statement statement;
  private final Deductions deductions;
  private @Nullable Deduction deduction;
  private @Nullable Term resisted;
  private @Nullable Term difference;
  private @Nullable Condition missing;

  private Prover(Statement statement, Deductions deductions) {
    this.statement = statement;
    this.deductions = deductions;
  }

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
    return prove(statement, budget, Deduction::new);
  }

  static Attempt prove(Statement statement, int budget, Deductions deductions) {
    return prove(statement, new Budget(budget, new Patience(PATIENCE)), deductions);
  }

  /** Looks for a proof within what is left of a budget. */
  static Attempt prove(Statement statement, Budget budget) {
    return prove(statement, budget, Deduction::new);
  }

  private static Attempt prove(Statement statement, Budget budget, Deductions deductions) {
    Prover prover = new Prover(statement, deductions);
    try {
      return prover.search(budget);
    } catch (Budget.Exhausted | Refusal e) {
      return prover.open(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      return prover.open("terms are nested too deeply");
    } catch (OutOfMemoryError e) {
      return new Attempt.Open(
          statement,
          "terms take more memory than there is",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    } catch (RuntimeException e) {
      return prover.open("the search failed: " + e);
    }
  }

  private Attempt open(String reason) {
    Optional<Term> here = Optional.ofNullable(deduction).flatMap(Deduction::latest);
    return new Attempt.Open(
        statement,
        reason,
        Optional.ofNullable(resisted).or(() -> here),
        Optional.ofNullable(difference),
        Optional.ofNullable(missing));
  }

  private Attempt search(Budget budget) {
    Kernel kernel = new Kernel(statement);
    Deduction d = deductions.of(kernel, budget);
    deduction = d;
    Normalizer normalizer = new Normalizer(d);
    SignSearch signs = new SignSearch(d, normalizer);
    ZeroTest test = new ZeroTest(d, normalizer, signs);
    signs.start();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      try {
        Theorem theorem = equation(d, normalizer, test);
        resisted = test.residue().orElse(null);
        if (theorem == null) {
          return open("the difference of both sides is not seen to be 0");
        }
        for (Condition obligation : kernel.obligations()) {
          if (!signs.supply(obligation.term(), obligation.signs())) {
            resisted = obligation.term();
            missing = obligation;
            return open("the claim makes sense only if " + shown(obligation));
          }
        }
        kernel.accept(theorem);
        return new Attempt.Proved(statement, Slimmer.slim(kernel, theorem), kernel.assumptions());
      } catch (MissingSign e) {
        if (!signs.supply(e.term(), e.needed())) {
          resisted = e.term();
          missing = new Condition(e.needed(), made(e.term()), e.term());
          return open("it is not known that " + shown(missing));
        }
      }
    }
    return open("too many signs to be found");
  }

  private String shown(Condition condition) {
    return StatementText.of(statement, condition, LONGEST);
  }

  /** A reason with its condition as another writer has it. */
  static String rewritten(
      String reason, Statement of, Condition missing, Function<Condition, String> writer) {
    String here = StatementText.of(of, missing, LONGEST);
    return reason.replace(here, writer.apply(missing));
  }

  private static List<Term> made(Term term) {
    return term.freeIndices().stream()
        .map(Term::index)
        .filter(Declarations::isMade)
        .sorted(Comparator.comparing(Term::name))
        .toList();
  }

  private @Nullable Theorem equation(Deduction d, Normalizer normalizer, ZeroTest test) {
    if (isSame(statement)) {
      return d.then(derived(d, statement.left()), d.back(derived(d, statement.right())));
    }
    Theorem left = normal(d, normalizer, statement.left());
    Theorem right = normal(d, normalizer, statement.right());
    if (left.right().equals(right.right())) {
      return d.then(left, d.back(right));
    }
    Term minus = Term.subtract(left.right(), right.right());
    difference = d.polynomial(minus).term();
    Theorem zero = test.zero(minus, 0);
    if (zero == null) {
      return null;
    }
    // l = (l − r) + r = 0 + r = r
    Term sum = Term.add(minus, right.right());
    Theorem so = d.then(d.ring(left.right(), sum), d.rewrite(sum, zero));
    so = d.then(so, d.ring(so.right(), right.right()));
    return d.then(d.then(left, so), d.back(right));
  }

  /** Whether both sides, differentiated, are the same term: it need not be multiplied out. */
  private static boolean isSame(Statement statement) {
    Term left = new Derivative().expand(statement.left());
    return left.equals(new Derivative().expand(statement.right()));
  }

  private static Theorem derived(Deduction d, Term side) {
    return d.rule(Rule.DERIVE, List.of(side), List.of());
  }

  private static Theorem normal(Deduction d, Normalizer normalizer, Term side) {
    Theorem derived = derived(d, side);
    return d.then(derived, normalizer.normal(derived.right()));
  }
}
