package dev.backproof.verify.theorem;

import dev.backproof.core.Formula;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * A composed function: the form that is computed, and the definition of the textbook, entry by
 * entry.
 *
 * @param subject the name of the function
 * @param label which form of it
 * @param stable what is computed
 * @param operands its operands
 * @param by the operands to differentiate by
 * @param assumed what is assumed of them
 * @param textbook the definition
 */
record Definition(
    String subject,
    String label,
    Formula stable,
    List<Operand> operands,
    List<Integer> by,
    Assumption assumed,
    Textbook textbook) {
  /** Copies the lists. */
  Definition {
    operands = List.copyOf(operands);
    by = List.copyOf(by);
  }

  /** A definition in index notation. */
  @FunctionalInterface
  interface Textbook {
    /**
     * The entry at some coordinates.
     *
     * @param x the operands, of which {@link Expr#at} gives the entries
     */
    Term at(IndexNotation in, List<Expr> x, List<Term> at);
  }

  /** What is assumed of the operands. */
  @FunctionalInterface
  interface Assumption {
    /** Nothing. */
    Assumption NONE = (symbols, x) -> {};

    /** Adds the hypotheses. */
    void of(Symbols symbols, List<Expr> x);
  }

  /** Of a function of one operand x, that one may differentiate by. */
  static Definition of(String subject, Formula stable, Operand x, Textbook textbook) {
    return of(subject, stable, List.of(x), textbook);
  }

  /** Of a function that one may differentiate by all operands. */
  static Definition of(String subject, Formula stable, List<Operand> operands, Textbook textbook) {
    List<Integer> by = new ArrayList<>();
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i).isVariable()) {
        by.add(i);
      }
    }
    return new Definition(
        subject,
        String.join(" ", operands.stream().map(Operand::text).toList()),
        stable,
        operands,
        by,
        Assumption.NONE,
        textbook);
  }

  /** The same under an assumption. */
  Definition assuming(Assumption assumption) {
    return new Definition(subject, label, stable, operands, by, assumption, textbook);
  }

  /** The same, differentiated by some operands only. */
  Definition by(List<Integer> operands) {
    return new Definition(subject, label, stable, this.operands, operands, assumed, textbook);
  }

  /** The same as another form. */
  Definition as(String form) {
    return new Definition(subject, form + " " + label, stable, operands, by, assumed, textbook);
  }

  List<Expr> declare(Symbols symbols) {
    List<Expr> x = operands.stream().map(operand -> operand.declaration().apply(symbols)).toList();
    assumed.of(symbols, x);
    return x;
  }
}
