package dev.backproof.verify.assertion;

import dev.backproof.core.Formula;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.prover.Decider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * For all of which operands something is to be decided, under which assumptions and how.
 *
 * @param operands the operands
 * @param assumptions what is assumed of them beside what they say themselves
 * @param decider how
 */
record Setting(List<Operand> operands, List<Consumer<Letters>> assumptions, Decider decider) {
  Setting {
    operands = List.copyOf(operands);
    assumptions = List.copyOf(assumptions);
  }

  /** Operands declared. */
  record Letters(Symbols symbols, List<Expr> operands) {
    /** Copies the list. */
    Letters {
      operands = List.copyOf(operands);
    }
  }

  /**
   * Operands, and no further assumptions.
   *
   * @throws IllegalArgumentException if they cannot be declared
   */
  static Setting of(List<Operand> operands) {
    Setting setting = new Setting(operands, List.of(), Decider.USUAL);
    setting.letters();
    return setting;
  }

  /** The letters, declared anew. */
  Letters letters() {
    Symbols symbols = new Symbols();
    Letters letters =
        new Letters(symbols, operands.stream().map(operand -> operand.declare(symbols)).toList());
    assumptions.forEach(assumption -> assumption.accept(letters));
    return letters;
  }

  /**
   * With the assumption that two formulas of the operands are equal, entry by entry.
   *
   * @throws IllegalArgumentException if it fits no such operands
   */
  Setting assuming(Formula left, Formula right) {
    List<Consumer<Letters>> more = new ArrayList<>(assumptions);
    more.add(
        letters -> letters.symbols().assumeEqual(assumed(left, letters), assumed(right, letters)));
    Setting setting = new Setting(operands, more, decider);
    setting.letters();
    return setting;
  }

  private static Expr assumed(Formula formula, Letters letters) {
    try {
      return Objects.requireNonNull(formula.apply(letters.operands()), "it is null");
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException | AssertionError e) {
      throw new IllegalArgumentException("assuming: the method has no value: " + e, e);
    }
  }

  /**
   * With another budget.
   *
   * @throws IllegalArgumentException if it is none
   */
  Setting withBudget(int steps) {
    if (steps <= 0) {
      throw new IllegalArgumentException("withBudget: a number of steps above 0, not " + steps);
    }
    Decider other = new Decider(steps, decider.trials(), decider.seed(), decider.strict());
    return new Setting(operands, assumptions, other);
  }

  /** The number of the first class of operands that hold labels from 1. */
  Map<String, Integer> firstLabels() {
    Map<String, Integer> first = new HashMap<>();
    operands.forEach(operand -> first.put(operand.name(), operand.firstLabel()));
    return first;
  }

  /**
   * The number of an operand, by its name.
   *
   * @throws IllegalArgumentException if there is none of the name
   */
  int number(String name) {
    List<String> names = operands.stream().map(Operand::name).toList();
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "withRespectTo: there is no operand " + name + " among " + String.join(", ", names));
    }
    return names.indexOf(name);
  }

  /** A name that no operand has: this one, with as many primes as it takes. */
  String unused(String wanted) {
    String name = wanted;
    while (firstLabels().containsKey(name)) {
      name += "'";
    }
    return name;
  }
}
