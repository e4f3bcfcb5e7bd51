package dev.backproof.verify.derivation;

import static com.google.common.base.Preconditions.checkArgument;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A vector or matrix, which knows its entries and how it is written: the matrix form at the end of
 * a derivation is proved entry by entry.
 */
public final class ArrayTerm {
  private enum Level {
    SUM,
    PRODUCT,
    ATOM
  }

  private final Symbol symbol;
  private final Level level;
  private final List<String> axes;
  private final Function<List<Term>, Term> entries;

  private ArrayTerm(
      Symbol symbol, Level level, List<String> axes, Function<List<Term>, Term> entries) {
    this.symbol = symbol;
    this.level = level;
    this.axes = axes;
    this.entries = entries;
  }

  /** An array with a name. */
  public static ArrayTerm of(Symbol symbol, List<String> axes, Function<List<Term>, Term> entries) {
    return new ArrayTerm(symbol.bare(), Level.ATOM, List.copyOf(axes), entries);
  }

  /** The array of a definition. */
  public static ArrayTerm of(Definition definition) {
    return of(definition.symbol(), definition.ranges(), definition::at);
  }

  /** The vector that is 1 at a label and else 0. */
  public static ArrayTerm oneHot(String range, Term label, Symbol of) {
    Symbol symbol =
        new Symbol("onehot(" + of.text() + ")", "\\operatorname{onehot}(" + of.latex() + ")");
    return of(symbol, List.of(range), at -> Term.delta(at.get(0), label));
  }

  /** How it is written. */
  public Symbol symbol() {
    return symbol;
  }

  /** The ranges of its axes. */
  public List<String> axes() {
    return axes;
  }

  /** An entry. */
  public Term at(List<Term> indices) {
    checkArgument(indices.size() == axes.size(), "an index for each axis of " + symbol.text());
    return entries.apply(indices);
  }

  private ArrayTerm infix(
      Level result,
      Symbol operator,
      ArrayTerm b,
      List<String> shape,
      Function<List<Term>, Term> entry) {
    Symbol left = in(result);
    Symbol right = b.in(result == Level.SUM ? Level.PRODUCT : result);
    return new ArrayTerm(
        new Symbol(
            left.text() + operator.text() + right.text(),
            left.latex() + operator.latex() + right.latex()),
        result,
        shape,
        entry);
  }

  private Symbol in(Level wanted) {
    return level.compareTo(wanted) >= 0
        ? symbol
        : new Symbol("(" + symbol.text() + ")", Piece.parentheses(symbol.latex()));
  }

  private void same(ArrayTerm b) {
    checkArgument(axes.equals(b.axes), "shapes " + axes + " and " + b.axes);
  }

  /** a − b, of one shape. */
  public ArrayTerm minus(ArrayTerm b) {
    same(b);
    return infix(Level.SUM, new Symbol(" − ", " - "), b, axes, at -> Flat.minus(at(at), b.at(at)));
  }

  /** a ⊙ b, of one shape. */
  public ArrayTerm hadamard(ArrayTerm b) {
    same(b);
    return infix(
        Level.PRODUCT, new Symbol(" ⊙ ", " \\odot "), b, axes, at -> Flat.times(at(at), b.at(at)));
  }

  /** A number times an array. */
  public ArrayTerm scaled(Symbol factor, Term by) {
    Symbol own = in(Level.ATOM);
    return new ArrayTerm(
        new Symbol(factor.text() + " " + own.text(), factor.latex() + "\\, " + own.latex()),
        Level.PRODUCT,
        axes,
        at -> Flat.times(by, at(at)));
  }

  /** a bᵀ of two vectors. */
  public ArrayTerm outer(ArrayTerm b) {
    checkArgument(axes.size() == 1 && b.axes.size() == 1, "an outer product is of vectors");
    Symbol left = in(Level.PRODUCT);
    Symbol right = b.in(Level.ATOM);
    boolean wrap = right.text().length() > 1;
    return new ArrayTerm(
        new Symbol(
            left.text() + " · " + (wrap ? "(" + right.text() + ")" : right.text()) + "ᵀ",
            left.latex()
                + "\\, "
                + (wrap ? Piece.parentheses(right.latex()) : right.latex())
                + "^{\\top}"),
        Level.PRODUCT,
        List.of(axes.get(0), b.axes.get(0)),
        at -> Flat.times(at(List.of(at.get(0))), b.at(List.of(at.get(1)))));
  }

  /** Aᵀ of a matrix. */
  public ArrayTerm transposed() {
    checkArgument(axes.size() == 2, "a transpose is of a matrix");
    Symbol own = in(Level.ATOM);
    // W^{(2)} becomes W^{(2)\top}.
    String latex =
        own.latex().endsWith("}")
            ? own.latex().substring(0, own.latex().length() - 1) + "\\top}"
            : own.latex() + "^{\\top}";
    return new ArrayTerm(
        new Symbol(own.text() + "ᵀ", latex),
        Level.ATOM,
        List.of(axes.get(1), axes.get(0)),
        at -> at(List.of(at.get(1), at.get(0))));
  }

  /** A b, of a matrix and a vector or matrix. */
  public ArrayTerm dot(ArrayTerm b) {
    checkArgument(
        axes.size() == 2 && axes.get(1).equals(b.axes.get(0)),
        "a product of " + axes + " and " + b.axes);
    String range = axes.get(1);
    List<String> shape = new ArrayList<>(List.of(axes.get(0)));
    shape.addAll(b.axes.subList(1, b.axes.size()));
    return infix(
        Level.PRODUCT,
        new Symbol(" · ", "\\, "),
        b,
        shape,
        at -> {
          Term v = Declarations.made(800_000, range);
          List<Term> right = new ArrayList<>(List.of(v));
          right.addAll(at.subList(1, at.size()));
          return Term.sum(range, v, Flat.times(at(List.of(at.get(0), v)), b.at(right)));
        });
  }

  /** A row of a matrix, as a column. */
  public ArrayTerm row(Term which, Symbol of) {
    checkArgument(axes.size() == 2, "a row is of a matrix");
    return new ArrayTerm(
        new Symbol(
            symbol.text() + "[" + of.text() + ",:]ᵀ",
            "(" + symbol.latex() + "_{" + of.latex() + ",:})^{\\top}"),
        Level.ATOM,
        List.of(axes.get(1)),
        at -> at(List.of(which, at.get(0))));
  }
}
