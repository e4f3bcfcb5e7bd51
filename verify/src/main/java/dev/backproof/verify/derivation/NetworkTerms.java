package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.theorem.IndexNotation;
import dev.backproof.verify.theorem.NotesForms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The network of the notes from one of its layers on, with the names its parts have: what comes
 * before that layer does not occur, its values are variables. The formulas are {@link NotesForms}.
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

  /** How the true class is written. */
  static final Symbol Y = Symbol.plain("y");

  /** How the loss is written. */
  static final Symbol L = Symbol.plain("L");

  private final From from;
  private final Declarations declarations = new Declarations();
  private final IndexNotation notation = new IndexNotation();
  private final NotesForms forms = new NotesForms(notation);

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
    declarations.index(Y.text(), "m");
    for (int i = 0; i < free.length; i += 2) {
      declarations.index(free[i], free[i + 1]);
    }
  }

  Declarations declarations() {
    return declarations.copy();
  }

  /** Σ over a range. */
  Term sum(String range, UnaryOperator<Term> summand) {
    return notation.sum(range, summand);
  }

  Term w1(Term j, Term i) {
    return Term.entry("W1", j, i);
  }

  Term w2(Term k, Term j) {
    return Term.entry("W2", k, j);
  }

  Term ha(Term j) {
    return from == From.HA ? forms.ha().apply(j) : Term.entry("ha", j);
  }

  Term hs(Term j) {
    return from == From.OA ? Term.entry("hs", j) : IndexNotation.rect(ha(j));
  }

  Term oa(Term k) {
    return from == From.OS ? Term.entry("oa", k) : forms.oa(this::hs, k);
  }

  /** Σ exp(oᵃ). */
  Term partition() {
    return notation.sumExp("m", this::oa);
  }

  Term os(Term k) {
    return notation.softmax("m", this::oa, k);
  }

  Term loss() {
    return forms.loss(this::oa);
  }

  /** ∂L/∂oᵃ by 2.7. */
  Term gradOa(Term k) {
    return forms.gradOa(this::oa, k);
  }

  /** ∂L/∂hˢ by 2.11. */
  Term gradHs(Term j) {
    return forms.gradHs(this::oa, j);
  }

  /** ∂L/∂hᵃ by 2.13. */
  Term gradHa(Term j) {
    return forms.gradHa(this::oa, this::ha, j);
  }

  private static Definition of(String name, String range, UnaryOperator<Term> entry) {
    return Definition.of(name, Symbol.ofName(name), List.of(range), at -> entry.apply(at.get(0)));
  }

  private static Definition gradient(
      String name, String by, String range, UnaryOperator<Term> entry) {
    Symbol symbol = Symbol.ofName(by);
    return Definition.of(
        name,
        new Symbol(
            "∂L/∂" + symbol.text(), "\\frac{\\partial L}{\\partial " + symbol.latex() + "#}"),
        List.of(range),
        at -> entry.apply(at.get(0)));
  }

  Definition gradOa() {
    return gradient("gradOa", "oa", "m", this::gradOa);
  }

  Definition gradHs() {
    return gradient("gradHs", "hs", "h", this::gradHs);
  }

  Definition gradHa() {
    return gradient("gradHa", "ha", "h", this::gradHa);
  }

  Definition os() {
    return of("os", "m", this::os);
  }

  /** The definitions of all that is computed, in the order of the forward pass. */
  private List<Definition> definitions() {
    List<Definition> all = new ArrayList<>();
    if (from == From.HA) {
      all.add(of("ha", "h", this::ha));
    }
    if (from.compareTo(From.HS) >= 0) {
      all.add(of("hs", "h", this::hs));
    }
    if (from != From.OS) {
      all.add(of("oa", "m", this::oa));
    }
    all.add(os());
    all.add(Definition.of("L", L, List.of(), at -> loss()));
    return all;
  }

  /** Terms written with these definitions and some more. */
  MathText writer(Definition... more) {
    return MathText.of(declarations)
        .naming("h", new Symbol("dₕ", "d_h"))
        .defining(definitions())
        .defining(List.of(more));
  }

  /** The gradient of the loss by a tensor. */
  ArrayTerm gradient(String tensor, String... axes) {
    return Say.gradient(L, loss(), tensor, List.of(axes));
  }

  /** A chain about this network. */
  Chain chain(Line... lines) {
    return Chain.of(declarations(), List.of(lines));
  }

  /** A chain about this network, where a condition holds. */
  Chain chain(Term where, Line... lines) {
    return new Chain(declarations(), List.of(), where, List.of(lines));
  }

  /** The matrix form of a result. */
  Lecture.Part matrix(List<Term> at, List<ArrayTerm> arrays, Reason... reasons) {
    return Lecture.Part.of(Say.MATRIX, Chain.of(declarations(), Say.arrays(at, arrays, reasons)));
  }

  /** One more equation between arrays, below another. */
  Lecture.Part also(List<Term> at, List<ArrayTerm> arrays) {
    return Lecture.Part.of(Reason.NONE, Chain.of(declarations(), Say.arrays(at, arrays)));
  }
}
