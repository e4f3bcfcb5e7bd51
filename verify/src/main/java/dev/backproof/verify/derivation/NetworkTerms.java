package dev.backproof.verify.derivation;

import static dev.backproof.verify.derivation.NotesTerms.minus;
import static dev.backproof.verify.derivation.NotesTerms.over;
import static dev.backproof.verify.derivation.NotesTerms.plus;
import static dev.backproof.verify.derivation.NotesTerms.rect;
import static dev.backproof.verify.derivation.NotesTerms.sum;
import static dev.backproof.verify.derivation.NotesTerms.times;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The network of the notes in index notation, from one of its layers on: what comes before that
 * layer does not occur, its values are variables.
 */
final class NetworkTerms {
  /** The first layer whose values are computed; those of the one before are variables. */
  enum From {
    /** oˢ from oᵃ. */
    OS,
    /** oᵃ from hˢ. */
    OA,
    /** hˢ from hᵃ. */
    HS,
    /** hᵃ from x. */
    HA
  }

  /** The true class. */
  static final Term LABEL = Term.index("y");

  static final Symbol Y = Symbol.plain("y");

  private final From from;
  private final Declarations declarations = new Declarations();

  /**
   * The network from a layer on.
   *
   * @param free free indices with their ranges, one after the other
   */
  NetworkTerms(From from, String... free) {
    this.from = from;
    declarations.size("d").size("h").size("m");
    switch (from) {
      case OS -> declarations.tensor("oa", "m");
      case OA -> declarations.tensor("hs", "h");
      case HS -> declarations.tensor("ha", "h");
      case HA -> declarations.tensor("x", "d").tensor("W1", "h", "d").tensor("b1", "h");
    }
    if (from != From.OS) {
      declarations.tensor("W2", "m", "h").tensor("b2", "m");
    }
    declarations.index("y", "m");
    for (int i = 0; i < free.length; i += 2) {
      declarations.index(free[i], free[i + 1]);
    }
  }

  Declarations declarations() {
    return declarations.copy();
  }

  Term w1(Term j, Term i) {
    return Term.entry("W1", j, i);
  }

  Term w2(Term k, Term j) {
    return Term.entry("W2", k, j);
  }

  Term ha(Term j) {
    return from == From.HA
        ? plus(Term.entry("b1", j), sum("d", 0, i -> Term.multiply(w1(j, i), Term.entry("x", i))))
        : Term.entry("ha", j);
  }

  Term hs(Term j) {
    return from == From.OA ? Term.entry("hs", j) : rect(ha(j));
  }

  Term oa(Term k) {
    return from == From.OS
        ? Term.entry("oa", k)
        : plus(Term.entry("b2", k), sum("h", 1, j -> Term.multiply(w2(k, j), hs(j))));
  }

  /** Σ exp(oᵃ). */
  Term partition() {
    return sum("m", 2, k -> Term.exp(oa(k)));
  }

  Term os(Term k) {
    return over(Term.exp(oa(k)), partition());
  }

  Term loss() {
    return minus(Term.log(partition()), oa(LABEL));
  }

  /** ∂L/∂oᵃ by 2.7. */
  Term gradOa(Term k) {
    return minus(os(k), Term.delta(k, LABEL));
  }

  /** ∂L/∂hˢ by 2.11. */
  Term gradHs(Term j) {
    return minus(sum("m", 3, k -> Term.multiply(os(k), w2(k, j))), w2(LABEL, j));
  }

  /** ∂L/∂hᵃ by 2.13. */
  Term gradHa(Term j) {
    return times(gradHs(j), Term.guard(ha(j)));
  }

  Definition loss(String name) {
    return Definition.of(name, Symbol.plain(name), List.of(), at -> loss());
  }

  private Definition of(String name, Symbol symbol, String range, UnaryOperator<Term> entry) {
    return Definition.of(name, symbol, List.of(range), at -> entry.apply(at.get(0)));
  }

  private Definition gradient(
      String name, String text, String latex, String range, UnaryOperator<Term> entry) {
    return of(
        name,
        new Symbol("∂L/∂" + text, "\\frac{\\partial L}{\\partial " + latex + "#}"),
        range,
        entry);
  }

  Definition gradOa() {
    return gradient("gradOa", "oᵃ", "o^{a}", "m", this::gradOa);
  }

  Definition gradHs() {
    return gradient("gradHs", "hˢ", "h^{s}", "h", this::gradHs);
  }

  Definition gradHa() {
    return gradient("gradHa", "hᵃ", "h^{a}", "h", this::gradHa);
  }

  Definition os() {
    return of("os", Symbol.ofName("os"), "m", this::os);
  }

  Definition oa() {
    return of("oa", Symbol.ofName("oa"), "m", this::oa);
  }

  Definition hs() {
    return of("hs", Symbol.ofName("hs"), "h", this::hs);
  }

  Definition ha() {
    return of("ha", Symbol.ofName("ha"), "h", this::ha);
  }

  /** The definitions of all that is computed, in the order of the forward pass. */
  List<Definition> definitions() {
    List<Definition> all = new ArrayList<>();
    if (from == From.HA) {
      all.add(ha());
    }
    if (from.compareTo(From.HS) >= 0) {
      all.add(hs());
    }
    if (from != From.OS) {
      all.add(oa());
    }
    all.add(os());
    all.add(loss("L"));
    return all;
  }

  /** The names of {@link #definitions}. */
  List<String> defined() {
    return definitions().stream().map(Definition::name).toList();
  }

  /** Terms written with these definitions and some more. */
  MathText writer(Definition... more) {
    return MathText.of(declarations)
        .naming("h", new Symbol("dₕ", "d_h"))
        .defining(definitions())
        .defining(List.of(more));
  }
}
