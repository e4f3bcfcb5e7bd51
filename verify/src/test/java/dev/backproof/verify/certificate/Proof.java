package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.List;

/** A proof by hand, rule by rule. */
final class Proof {
  private final Kernel kernel;

  private Proof(Kernel kernel) {
    this.kernel = kernel;
  }

  static Proof of(Declarations declarations, Term left, Term right) {
    return of(declarations, List.of(), left, right);
  }

  static Proof of(Declarations declarations, List<Hypothesis> given, Term left, Term right) {
    return of(new Statement(declarations, given, left, right, false));
  }

  static Proof of(Statement statement) {
    return new Proof(new Kernel(statement));
  }

  /** A rule whose arguments are terms. */
  Theorem by(Rule rule, Term... terms) {
    return kernel.apply(rule, List.of(terms), List.of());
  }

  /** A rule with a term and premises. */
  Theorem under(Rule rule, Term term, Theorem... premises) {
    return kernel.apply(rule, List.of(term), List.of(premises));
  }

  Theorem same(Term term) {
    return by(Rule.REFLEXIVE, term);
  }

  Theorem back(Theorem equation) {
    return kernel.apply(Rule.SYMMETRIC, List.of(), List.of(equation));
  }

  /** A chain of equations. */
  Theorem chain(Theorem first, Theorem... rest) {
    Theorem chain = first;
    for (Theorem next : rest) {
      chain = kernel.apply(Rule.TRANSITIVE, List.of(), List.of(chain, next));
    }
    return chain;
  }

  /** Equal terms have equal signs. */
  Theorem sign(Theorem equation) {
    return kernel.apply(Rule.SIGN_EQUAL, List.of(), List.of(equation));
  }

  /** From c·a = 0. */
  Theorem cancel(Term c, Term a, Theorem product) {
    return kernel.apply(Rule.CANCEL, List.of(c, a), List.of(product));
  }

  Kernel kernel() {
    return kernel;
  }

  /** The certificate, if the last theorem is the statement. */
  Certificate done(String title, Theorem last) {
    kernel.accept(last);
    return Certificate.of(kernel, title);
  }
}
