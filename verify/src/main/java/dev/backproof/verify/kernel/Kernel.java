package dev.backproof.verify.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes theorems about one statement, by the rules and in no other way, and keeps the log of it.
 *
 * <p>It computes by itself what the statement needs to make sense. What the differentiated side
 * needs may be assumed; what the claim's side needs, and everything if nothing is differentiated,
 * is an obligation that has to be shown.
 */
public final class Kernel {
  private final Statement statement;
  private final SignAnalysis signs = new SignAnalysis();
  private final Conditions conditions;
  private final Map<Term, Term> admitted = new HashMap<>();
  private final Walk checks;
  private final Map<Step, Theorem> theorems = new HashMap<>();
  private final List<Step> log = new ArrayList<>();

  /**
   * A kernel for one statement.
   *
   * @throws Refusal if the statement is ill-typed
   */
  public Kernel(Statement statement) {
    this.statement = statement;
    checks = statement.declarations().checks();
    conditions = new Conditions(statement, signs);
  }

  /** What is to be proved. */
  public Statement statement() {
    return statement;
  }

  /** The conditions under which the differentiated side makes sense. */
  public List<Condition> assumptions() {
    return conditions.assumptions();
  }

  /** The conditions under which the claim makes sense: they have to be shown. */
  public List<Condition> obligations() {
    return conditions.obligations();
  }

  /** The calls that made the theorems, in order: theorem number i is concluded by step i. */
  public List<Step> log() {
    return List.copyOf(log);
  }

  Declarations declarations() {
    return statement.declarations();
  }

  SignAnalysis signs() {
    return signs;
  }

  /** The signs a term can have, as far as is known. */
  public Signs signsOf(Term term) {
    return signs.of(term);
  }

  /** A term as a Laurent polynomial, with some more terms as atoms. */
  public Polynomial polynomial(Term term, Set<Term> opaque) {
    return new Ring(signs, opaque).read(term);
  }

  /**
   * Applies a rule.
   *
   * @throws Refusal if it does not fit
   */
  public Theorem apply(Rule rule, List<Term> terms, List<Theorem> premises) {
    List<Term> own = terms.stream().map(term -> admit(term, rule == Rule.DERIVE)).toList();
    boolean mine = premises.stream().allMatch(premise -> premise.isOf(this));
    Refusal.unless(mine, "a theorem about another statement");
    Step step = new Step(rule, own, premises.stream().map(Theorem::number).toList());
    Theorem known = theorems.get(step);
    if (known != null) {
      return known;
    }
    Conclusion conclusion = rule.conclude(new Arguments(this, own, premises));
    if (!conclusion.signs().equals(Signs.ANY)) {
      signs.learn(conclusion.left(), conclusion.signs());
    }
    Theorem theorem = new Theorem(this, log.size(), conclusion);
    log.add(step);
    theorems.put(step, theorem);
    return theorem;
  }

  /** Checks a term when it is first used; equal terms become one. */
  private Term admit(Term term, boolean derivatives) {
    Term known = admitted.get(term);
    if (known != null) {
      return known;
    }
    if (term.is(Term.Kind.INDEX)) {
      declarations().rangeOf(term);
    } else {
      checks.through(term, List.of());
      Refusal.unless(derivatives || !term.hasDerivative(), "a derivative in a rule: %s", term);
    }
    if (!derivatives) {
      admitted.put(term, term);
    }
    return term;
  }

  /**
   * Accepts a theorem as the proof of the statement.
   *
   * @throws Refusal if it says something else, or an obligation has not been shown
   */
  public Proved accept(Theorem theorem) {
    Refusal.unless(theorem.isOf(this), "a theorem about another statement");
    boolean left = theorem.left().equals(statement.left());
    boolean same = left && theorem.right().equals(statement.right());
    Refusal.unless(same, "the last theorem is not the statement: %s", theorem);
    obligations().forEach(condition -> signs.need(condition.term(), condition.signs()));
    return new Proved(statement, conditions, log());
  }
}
