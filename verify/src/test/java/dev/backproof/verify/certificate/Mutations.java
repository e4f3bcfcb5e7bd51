package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Step;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/** Changes one thing of a certificate: a declaration, a hypothesis, a side, a step. */
final class Mutations {
  private static final List<Rule> RULES = List.copyOf(EnumSet.allOf(Rule.class));

  private final Random random;
  private final List<Term> pool = new ArrayList<>();

  private Declarations declarations;
  private List<Hypothesis> hypotheses;
  private Term left;
  private Term right;
  private boolean offKinks;
  private List<Step> steps;

  private Mutations(Certificate certificate, Random random) {
    this.random = random;
    Statement statement = certificate.statement();
    declarations = statement.declarations();
    hypotheses = statement.hypotheses();
    left = statement.left();
    right = statement.right();
    offKinks = statement.offKinks();
    steps = certificate.steps();
    collect(left);
    collect(right);
    steps.forEach(step -> step.terms().forEach(this::collect));
  }

  static Certificate of(Certificate certificate, Random random) {
    Mutations changed = new Mutations(certificate, random);
    changed.change();
    return new Certificate(
        new Statement(
            changed.declarations,
            changed.hypotheses,
            changed.left,
            changed.right,
            changed.offKinks),
        changed.steps,
        certificate.notes());
  }

  private void change() {
    switch (random.nextInt(15)) {
      case 0 -> steps = dropped();
      case 1 -> steps = swapped();
      case 2 -> steps = duplicated();
      case 3 -> steps = steps.subList(0, 1 + place(steps));
      case 4 -> steps = changedStep(this::changedRule);
      case 5 -> steps = changedStep(this::changedPremises);
      case 6, 7 -> steps = changedStep(this::changedTerms);
      case 8, 9 -> everywhere();
      case 10 -> declarations = changedDeclarations();
      case 11 -> hypotheses = changedHypotheses();
      case 12 -> left = changed(left);
      case 13 -> right = changed(right);
      default -> {
        Term first = left;
        left = right;
        right = first;
        offKinks = random.nextInt(4) == 0;
      }
    }
  }

  private int place(List<?> list) {
    return random.nextInt(list.size());
  }

  private List<Step> dropped() {
    int gone = place(steps);
    if (steps.size() == 1) {
      return steps;
    }
    List<Step> kept = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (i != gone) {
        kept.add(
            new Step(
                step.rule(),
                step.terms(),
                step.premises().stream().map(p -> p > gone ? p - 1 : Math.max(0, p)).toList()));
      }
    }
    return kept;
  }

  private List<Step> swapped() {
    List<Step> order = new ArrayList<>(steps);
    Collections.swap(order, place(order), place(order));
    return order;
  }

  private List<Step> duplicated() {
    List<Step> more = new ArrayList<>(steps);
    more.add(place(more), more.get(place(more)));
    return more;
  }

  private interface Change {
    Step of(Step step);
  }

  private List<Step> changedStep(Change change) {
    List<Step> others = new ArrayList<>(steps);
    int at = place(others);
    others.set(at, change.of(others.get(at)));
    return others;
  }

  private Step changedRule(Step step) {
    Rule rule = RULES.get(place(RULES));
    return new Step(rule, step.terms(), step.premises());
  }

  private Step changedPremises(Step step) {
    List<Integer> premises = new ArrayList<>(step.premises());
    int other = random.nextInt(steps.size() + 1) - 1;
    if (premises.isEmpty() || random.nextInt(4) == 0) {
      premises.add(other);
    } else if (random.nextInt(4) == 0) {
      premises.remove(place(premises));
    } else {
      premises.set(place(premises), other);
    }
    return new Step(step.rule(), step.terms(), premises);
  }

  private Step changedTerms(Step step) {
    List<Term> terms = new ArrayList<>(step.terms());
    if (terms.isEmpty() || random.nextInt(6) == 0) {
      terms.add(any());
    } else if (random.nextInt(6) == 0) {
      terms.remove(place(terms));
    } else {
      int at = place(terms);
      terms.set(at, random.nextBoolean() ? any() : changed(terms.get(at)));
    }
    return new Step(step.rule(), terms, step.premises());
  }

  /** A sub-term replaced in the statement and in all steps. */
  private void everywhere() {
    Term what = any();
    Term by = changed(random.nextBoolean() ? what : any());
    left = left.substitute(what, by);
    right = right.substitute(what, by);
    steps =
        steps.stream()
            .map(
                step ->
                    new Step(
                        step.rule(),
                        step.terms().stream().map(t -> t.substitute(what, by)).toList(),
                        step.premises()))
            .toList();
  }

  private Declarations changedDeclarations() {
    Declarations old = declarations;
    Declarations changed = new Declarations();
    old.sizes().forEach(changed::size);
    changed.size("other");
    List<String> sizes = changed.sizes();
    List<String> names = new ArrayList<>(old.tensors().keySet());
    names.addAll(old.labels().keySet());
    String chosen = names.get(place(names));
    old.tensors()
        .forEach(
            (name, axes) -> changed.tensor(name, name.equals(chosen) ? axes(axes, sizes) : axes));
    old.labels()
        .forEach(
            (name, label) ->
                changed.label(
                    name,
                    name.equals(chosen) ? sizes.get(place(sizes)) : label.range(),
                    label.axes()));
    return changed;
  }

  private List<String> axes(List<String> axes, List<String> sizes) {
    List<String> others = new ArrayList<>(axes);
    if (others.isEmpty() || random.nextInt(4) == 0) {
      others.add(sizes.get(place(sizes)));
    } else {
      others.set(place(others), sizes.get(place(sizes)));
    }
    return others;
  }

  private List<Hypothesis> changedHypotheses() {
    List<Hypothesis> others = new ArrayList<>(hypotheses);
    if (others.isEmpty() || random.nextInt(4) == 0) {
      others.add(Hypothesis.sign(List.of(), any(), signs()));
      return others;
    }
    int at = place(others);
    Hypothesis h = others.get(at);
    switch (random.nextInt(4)) {
      case 0 -> others.remove(at);
      case 1 -> others.set(at, new Hypothesis(h.indices(), h.left(), h.right(), signs()));
      case 2 ->
          others.set(at, new Hypothesis(h.indices(), h.left(), changed(h.right()), h.signs()));
      default -> others.set(at, new Hypothesis(List.of(), h.left(), h.right(), h.signs()));
    }
    return others;
  }

  private Signs signs() {
    return new Signs(1 + random.nextInt(7));
  }

  private Term any() {
    return pool.isEmpty() ? Term.ONE : pool.get(place(pool));
  }

  /** A term with one change somewhere inside. */
  private Term changed(Term t) {
    return switch (random.nextInt(6)) {
      case 0 -> any();
      case 1 -> t.substitute(any(), any());
      case 2 -> Term.negate(t);
      case 3 ->
          t.is(Term.Kind.NUMBER) ? Term.number(t.number().plus(Rational.ONE)) : Term.add(t, any());
      case 4 -> Term.multiply(t, Term.number(Rational.of(1 + random.nextInt(3), 2)));
      default ->
          t.is(Term.Kind.POWER)
              ? Term.power(t.argument(0), t.number().plus(Rational.HALF))
              : t.substitute(any(), changedInside());
    };
  }

  private Term changedInside() {
    Term t = any();
    return t.is(Term.Kind.NUMBER) ? Term.number(t.number().negate()) : t;
  }

  private void collect(Term t) {
    if (t.isClosed()) {
      pool.add(t);
    }
    t.arguments().forEach(this::collect);
  }
}
