package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes terms as people do: {@code Σₖ exp(oᵃₖ)}, {@code δₖᵧ}, {@code a / b}, {@code [hᵃⱼ > 0]};
 * the same in LaTeX.
 *
 * <p>Bound indices get letters by their range that no free index has. The same term is always
 * written in the same way, and terms that differ in more than the names of bound indices are
 * written differently. Immutable; each method that changes something returns another one.
 */
public final class MathText {
  /** What to say to {@link #without} to have rect, abs and sign written out. */
  static final String FUNCTIONS = "functions";

  private final Declarations declarations;
  private final Names names;
  private final List<Definition> definitions;

  private MathText(Declarations declarations, Names names, List<Definition> definitions) {
    this.declarations = declarations.copy();
    this.names = names;
    this.definitions = List.copyOf(definitions);
  }

  /** For terms over some declarations, with the letters and symbols of the notes. */
  public static MathText of(Declarations declarations) {
    boolean underscores =
        java.util.stream.Stream.of(
                declarations.sizes(),
                declarations.tensors().keySet(),
                declarations.labels().keySet())
            .flatMap(java.util.Collection::stream)
            .noneMatch(name -> name.contains("_"));
    return new MathText(
        declarations, new Names(Map.of(), Letters.ofTheNotes(), true, underscores), List.of());
  }

  /** With a symbol for a tensor, label, index or size. */
  public MathText naming(String name, Symbol symbol) {
    Map<String, Symbol> symbols = new HashMap<>(names.symbols());
    symbols.put(name, symbol);
    return new MathText(
        declarations,
        new Names(symbols, names.letters(), names.functions(), names.underscores()),
        definitions);
  }

  /** With rect, abs and sign written out in guards. */
  public MathText withoutFunctions() {
    return new MathText(
        declarations,
        new Names(names.symbols(), names.letters(), false, names.underscores()),
        definitions);
  }

  /** With names for terms, which are written wherever these occur; an earlier one wins. */
  public MathText defining(List<Definition> more) {
    List<Definition> all = new ArrayList<>(definitions);
    all.addAll(more);
    return new MathText(declarations, names, all);
  }

  /** With some of the definitions written out. */
  public MathText without(Set<String> spelled) {
    MathText writer = spelled.contains(FUNCTIONS) ? withoutFunctions() : this;
    return new MathText(
        declarations,
        writer.names,
        definitions.stream().filter(d -> !spelled.contains(d.name())).toList());
  }

  /** The same over other declarations: their free indices are the letters not to be used. */
  MathText over(Declarations others) {
    return new MathText(others, names, definitions);
  }

  /** The definitions, as given. */
  public List<Definition> definitions() {
    return definitions;
  }

  /** A term in Unicode text. */
  public String text(Term term) {
    return piece(term).text();
  }

  /** A term in LaTeX, for mathematics mode; wants amsmath. */
  public String latex(Term term) {
    return piece(term).latex();
  }

  /** A term in both. */
  public Symbol both(Term term) {
    Piece piece = piece(term);
    return new Symbol(piece.text(), piece.latex());
  }

  private Piece piece(Term term) {
    return new TermWriter(declarations, names, definitions, term).write(term);
  }

  /** A definition as an equation: {@code oˢₖ = exp(oᵃₖ) / Σ_q exp(oᵃ_q)}. */
  public Symbol equation(Definition definition) {
    List<Term> at = new ArrayList<>();
    for (int i = 0; i < definition.ranges().size(); i++) {
      at.add(Declarations.made(i, definition.ranges().get(i)));
    }
    Term term = definition.at(at);
    List<Definition> others = new ArrayList<>(definitions);
    others.remove(definition);
    TermWriter writer = new TermWriter(schematic(), names, others, term);
    Piece left = writer.named(definition, at);
    Piece right = writer.write(term);
    return new Symbol(left.text() + " = " + right.text(), left.latex() + " = " + right.latex());
  }

  /** The declarations without free indices: their letters serve for any index. */
  private Declarations schematic() {
    Declarations less = new Declarations();
    declarations.sizes().forEach(less::size);
    declarations.tensors().forEach(less::tensor);
    declarations
        .labels()
        .forEach(
            (name, label) -> {
              if (!names.letters().tells(name, label.range())) {
                less.label(name, label.range(), label.axes());
              }
            });
    return less;
  }

  /** A condition: {@code hᵃⱼ ≠ 0 for all j}. */
  public Symbol condition(Condition condition) {
    TermWriter writer = new TermWriter(declarations, names, definitions, condition.term());
    Piece term = writer.write(condition.term());
    List<Symbol> all = condition.indices().stream().map(writer::index).toList();
    String text = all.stream().map(Symbol::text).collect(Collectors.joining(", "));
    String latex = all.stream().map(Symbol::latex).collect(Collectors.joining(", "));
    Symbol sign = sign(condition.signs());
    return new Symbol(
        term.text() + " " + sign.text() + (text.isEmpty() ? "" : " for all " + text),
        term.latex() + sign.latex() + (latex.isEmpty() ? "" : "\\text{ for all }" + latex));
  }

  private static Symbol sign(Signs signs) {
    if (signs.equals(Signs.POSITIVE)) {
      return Symbol.plain("> 0");
    }
    if (signs.equals(Signs.NEGATIVE)) {
      return Symbol.plain("< 0");
    }
    if (signs.equals(Signs.NON_ZERO)) {
      return new Symbol("≠ 0", "\\ne 0");
    }
    if (signs.equals(Signs.NON_NEGATIVE)) {
      return new Symbol("≥ 0", "\\ge 0");
    }
    if (signs.equals(Signs.NON_POSITIVE)) {
      return new Symbol("≤ 0", "\\le 0");
    }
    return signs.equals(Signs.ZERO)
        ? Symbol.plain("= 0")
        : new Symbol("is " + signs, "\\text{ is " + signs + "}");
  }
}
