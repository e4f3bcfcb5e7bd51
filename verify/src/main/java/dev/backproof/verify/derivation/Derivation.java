package dev.backproof.verify.derivation;

import dev.backproof.verify.certificate.Certificate;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Step;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A derivation read off the steps of a proof: rules that work inside a term become steps from one
 * whole term to the next, and steps of algebra are not shown by themselves.
 *
 * <p>Reads well for small claims; for claims about a whole network there are the chains of {@link
 * NotesDerivations}.
 */
public final class Derivation {
  private static final int MOST_STEPS = 5_000;

  /** A way from one term to others: reason i leads from term i to term i + 1. */
  private record Way(List<Term> terms, List<Reason> reasons) {
    Way back() {
      List<Term> backwards = new ArrayList<>(terms);
      List<Reason> why = new ArrayList<>(reasons);
      Collections.reverse(backwards);
      Collections.reverse(why);
      return new Way(backwards, why);
    }
  }

  private final List<Step> steps;
  private final List<Theorem> theorems;
  private final MathText writer;
  private final Map<Integer, Way> ways = new HashMap<>();
  private final Set<Reason> vanishing = new HashSet<>();
  private int count;

  private Derivation(List<Step> steps, List<Theorem> theorems, MathText writer) {
    this.steps = steps;
    this.theorems = theorems;
    this.writer = writer;
  }

  /**
   * The chain from the left side of a statement to its right side. A fresh kernel carries out the
   * steps; each "=" of the chain is proved by {@link Chain#prove}.
   *
   * @param writer how terms in reasons are written
   * @throws Refusal if the steps are no proof of the statement
   */
  public static Chain of(Statement statement, List<Step> steps, MathText writer) {
    List<Theorem> theorems = replay(statement, steps);
    Derivation derivation = new Derivation(List.copyOf(steps), theorems, writer);
    Way way = flat(derivation.shortened(derivation.way(theorems.size() - 1)));
    List<Line> lines = new ArrayList<>(List.of(Line.of(way.terms.get(0), Reason.NONE)));
    for (int i = 1; i < way.terms.size(); i++) {
      lines.add(Line.of(way.terms.get(i), way.reasons.get(i - 1)));
    }
    if (lines.size() == 1) {
      lines.add(Line.of(way.terms.get(0), Reason.of("the same term")));
    }
    return new Chain(statement.declarations(), statement.hypotheses(), Term.ONE, lines);
  }

  /**
   * What certificates say; one whose sides are the same term says nothing.
   *
   * @param id the number of the claim
   * @param certificates by what is said before each
   * @return nothing if there is nothing to say: the claim is a definition
   */
  public static Optional<Lecture> lecture(String id, Map<String, Certificate> certificates) {
    List<Lecture.Part> parts = new ArrayList<>();
    certificates.forEach(
        (heading, proof) -> {
          Statement statement = proof.statement();
          MathText writer = MathText.of(statement.declarations());
          if (!statement.left().equals(statement.right())) {
            Chain chain = of(statement, proof.steps(), writer);
            parts.add(Lecture.Part.result(new Reason(heading + ":", heading + ":"), chain));
          }
        });
    return parts.stream()
        .findFirst()
        .map(first -> MathText.of(first.chain().declarations()))
        .map(writer -> new Lecture(id, writer, parts));
  }

  /** Without parentheses that say nothing. */
  private static Way flat(Way way) {
    List<Term> terms = new ArrayList<>(List.of(Flat.all(way.terms.get(0))));
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < way.reasons.size(); i++) {
      Term next = Flat.all(way.terms.get(i + 1));
      if (!next.equals(terms.get(terms.size() - 1))) {
        terms.add(next);
        reasons.add(way.reasons.get(i));
      }
    }
    return withoutDetours(new Way(terms, reasons));
  }

  /** Carries out the steps in a fresh kernel; gives the theorems, the last of which is it. */
  private static List<Theorem> replay(Statement statement, List<Step> steps) {
    Kernel kernel = new Kernel(statement);
    List<Theorem> theorems = new ArrayList<>();
    for (Step step : steps) {
      List<Theorem> premises = new ArrayList<>();
      for (int premise : step.premises()) {
        if (premise < 0 || premise >= theorems.size()) {
          throw new Refusal("no premise with number " + premise);
        }
        premises.add(theorems.get(premise));
      }
      theorems.add(kernel.apply(step.rule(), step.terms(), premises));
    }
    if (theorems.isEmpty()) {
      throw new Refusal("no steps");
    }
    kernel.accept(theorems.get(theorems.size() - 1));
    return theorems;
  }

  private Way way(int number) {
    Way known = ways.get(number);
    if (known == null) {
      known = count++ > MOST_STEPS ? leaf(number, Reason.ALGEBRA) : make(number);
      ways.put(number, known);
    }
    return known;
  }

  private Way leaf(int number, Reason reason) {
    Theorem theorem = theorems.get(number);
    return theorem.left().equals(theorem.right())
        ? new Way(List.of(theorem.left()), List.of())
        : new Way(List.of(theorem.left(), theorem.right()), List.of(reason));
  }

  private Way make(int number) {
    Step step = steps.get(number);
    List<Integer> premises = step.premises();
    return switch (step.rule()) {
      case SYMMETRIC -> way(premises.get(0)).back();
      case TRANSITIVE -> {
        Way first = way(premises.get(0));
        Way second = way(premises.get(1));
        List<Term> terms = new ArrayList<>(first.terms);
        terms.addAll(second.terms.subList(1, second.terms.size()));
        List<Reason> reasons = new ArrayList<>(first.reasons);
        reasons.addAll(second.reasons);
        yield new Way(terms, reasons);
      }
      case CONGRUENT -> congruent(step);
      case BIND_SUM, BIND_MAX -> {
        Term index = step.terms().get(0);
        Term binder = theorems.get(number).left();
        Way inside = way(premises.get(0));
        yield new Way(
            inside.terms.stream()
                .map(t -> Term.binder(binder.kind(), binder.name(), t.close(index)))
                .toList(),
            inside.reasons);
      }
      default -> leaf(number, RuleReasons.of(step, writer));
    };
  }

  /** One part after the other; a part that becomes 0 does so at once. */
  private Way congruent(Step step) {
    Term whole = step.terms().get(0);
    List<Term> parts = new ArrayList<>(whole.arguments());
    List<Term> terms = new ArrayList<>(List.of(whole));
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Way inside = way(step.premises().get(i));
      Term end = inside.terms.get(inside.terms.size() - 1);
      if (end.isNumber(0) && inside.terms.size() > 2) {
        Reason why = all(inside.reasons);
        vanishing.add(why);
        inside = new Way(List.of(inside.terms.get(0), end), List.of(why));
      }
      for (int k = 1; k < inside.terms.size(); k++) {
        parts.set(i, inside.terms.get(k));
        terms.add(whole.with(parts));
        reasons.add(inside.reasons.get(k - 1));
      }
    }
    return new Way(terms, reasons);
  }

  /** The different reasons of several steps, but for algebra. */
  private static Reason all(List<Reason> reasons) {
    Reason all = Reason.NONE;
    Set<Reason> different = new LinkedHashSet<>(reasons);
    different.remove(Reason.ALGEBRA);
    for (Reason reason : different) {
      all = all.and(reason);
    }
    return all.equals(Reason.NONE) ? Reason.ALGEBRA : all;
  }

  /** Without detours, with algebra hidden and steps of one reason made one. */
  private Way shortened(Way way) {
    Way direct = withoutZeros(withoutDetours(way));
    List<Term> terms = new ArrayList<>(List.of(direct.terms.get(0)));
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < direct.reasons.size(); i++) {
      Reason reason = direct.reasons.get(i);
      Reason last = reasons.isEmpty() ? Reason.NONE : reasons.get(reasons.size() - 1);
      boolean joins =
          !reasons.isEmpty()
              && (reason.equals(Reason.ALGEBRA)
                  || reason.equals(last)
                  || last.equals(Reason.ALGEBRA));
      if (joins) {
        terms.remove(terms.size() - 1);
        reasons.set(reasons.size() - 1, reason.equals(Reason.ALGEBRA) ? last : reason);
      } else {
        reasons.add(reason);
      }
      terms.add(direct.terms.get(i + 1));
    }
    return withoutDetours(new Way(terms, reasons));
  }

  /** Where l = (l − r) + r = r, because l − r = 0, only l = r is of interest. */
  private Way withoutZeros(Way way) {
    List<Term> terms = new ArrayList<>(way.terms);
    List<Reason> reasons = new ArrayList<>(way.reasons);
    for (int i = 1; i < reasons.size(); i++) {
      if (vanishing.contains(reasons.get(i)) && reasons.get(i - 1).equals(Reason.ALGEBRA)) {
        terms.remove(i);
        reasons.remove(i - 1);
        i--;
      }
    }
    return new Way(terms, reasons);
  }

  private static Way withoutDetours(Way way) {
    List<Term> terms = new ArrayList<>();
    List<Reason> reasons = new ArrayList<>();
    Set<Term> seen = new HashSet<>();
    for (int i = 0; i < way.terms.size(); i++) {
      Term t = way.terms.get(i);
      if (!seen.add(t)) {
        while (!terms.get(terms.size() - 1).equals(t)) {
          seen.remove(terms.remove(terms.size() - 1));
          reasons.remove(reasons.size() - 1);
        }
        continue;
      }
      terms.add(t);
      if (i > 0) {
        reasons.add(way.reasons.get(i - 1));
      }
    }
    return new Way(terms, reasons);
  }
}
