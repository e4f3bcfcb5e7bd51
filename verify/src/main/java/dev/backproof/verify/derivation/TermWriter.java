package dev.backproof.verify.derivation;

import dev.backproof.verify.derivation.Piece.Level;
import dev.backproof.verify.derivation.Piece.Rank;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes one term: binders are opened with letters, definitions folded, parts put in order. */
final class TermWriter {
  private final Declarations declarations;
  private final Names names;
  private final List<Definition> definitions;
  private final Map<String, String> letters = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private int made;

  /** A writer for a term whose machine-made free indices get letters, the least number first. */
  TermWriter(Declarations declarations, Names names, List<Definition> definitions, Term term) {
    this.declarations = declarations;
    this.names = names;
    this.definitions = definitions;
    taken.addAll(names.reserved(declarations));
    made = 1_000_000;
    List<String> free = new ArrayList<>(term.freeIndices());
    free.sort(Names.BY_LENGTH);
    for (String name : free) {
      Term index = Term.index(name);
      if (Declarations.isMade(index)) {
        letter(index, declarations.rangeOf(index));
      } else {
        taken.add(name);
      }
    }
  }

  /** Gives an index a letter; returns it. */
  String letter(Term index, String range) {
    String letter = names.letters().choose(range, taken);
    letters.put(index.name(), letter);
    taken.add(letter);
    return letter;
  }

  Piece write(Term t) {
    Optional<Piece> defined = defined(t);
    if (defined.isPresent()) {
      return defined.get();
    }
    Optional<Piece> known = names.functions() ? KnownFunctions.write(this, t) : Optional.empty();
    return known.isPresent() ? known.get() : plain(t);
  }

  private Optional<Piece> defined(Term t) {
    for (Definition definition : definitions) {
      if (definition.kind() == t.kind()) {
        for (List<Term> at : tuples(definition.ranges(), candidates(t))) {
          if (definition.at(at).equals(t)) {
            return Optional.of(named(definition, at));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The name of a definition at some indices. */
  Piece named(Definition definition, List<Term> at) {
    Symbol symbol = at.isEmpty() ? definition.symbol() : definition.symbol().at(subscript(at));
    boolean quotient = definition.isDerivative();
    return new Piece(
        symbol.text(),
        symbol.latex(),
        quotient ? Level.DERIVATIVE : Level.ATOM,
        quotient ? Rank.DERIVATIVE : at.isEmpty() ? Rank.SCALAR : Rank.DEFINED,
        letters(at));
  }

  private static Set<Term> candidates(Term t) {
    Set<Term> found = new java.util.TreeSet<>();
    collect(t, found);
    return found;
  }

  private static void collect(Term t, Set<Term> found) {
    if (t.is(Term.Kind.INDEX) && t.isClosed()) {
      found.add(t);
    }
    t.arguments().forEach(part -> collect(part, found));
  }

  private List<List<Term>> tuples(List<String> ranges, Set<Term> candidates) {
    List<List<Term>> all = new ArrayList<>(List.of(List.of()));
    for (String range : ranges) {
      List<List<Term>> longer = new ArrayList<>();
      for (List<Term> tuple : all) {
        for (Term index : candidates) {
          if (declarations.rangeOf(index).equals(range)) {
            List<Term> more = new ArrayList<>(tuple);
            more.add(index);
            longer.add(more);
          }
        }
      }
      all = longer;
    }
    return all;
  }

  private Piece plain(Term t) {
    return switch (t.kind()) {
      case NUMBER -> number(t.number());
      case PI -> Piece.atom("π", "\\pi", Rank.NUMBER);
      case SIZE -> Piece.atom(names.symbol(t.name()), Rank.SIZE);
      case INDEX, BOUND -> Piece.atom(index(t), Rank.ENTRY);
      case ENTRY ->
          Piece.atom(
                  t.arguments().isEmpty()
                      ? names.symbol(t.name()).bare()
                      : names.symbol(t.name()).at(subscript(t.arguments())),
                  t.arguments().isEmpty() ? Rank.SCALAR : Rank.ENTRY)
              .at(letters(t.arguments()));
      case DELTA -> {
        List<Term> both = new ArrayList<>(t.arguments());
        both.sort((a, b) -> Names.BY_LENGTH.compare(index(a).text(), index(b).text()));
        yield Piece.atom(new Symbol("δ", "\\delta").at(subscript(both)), Rank.DELTA);
      }
      case ADD -> Sums.write(t.arguments().stream().map(this::write).toList());
      case MULTIPLY -> Products.write(this, t.arguments());
      case POWER -> Powers.write(this, t);
      case EXP -> exponential(t.argument(0));
      case LOG -> logarithm(write(t.argument(0)));
      case SIN -> function("sin", "\\sin", write(t.argument(0)));
      case COS -> function("cos", "\\cos", write(t.argument(0)));
      case ERF -> function("erf", "\\operatorname{erf}", write(t.argument(0)));
      case DETACH -> function("detach", "\\operatorname{detach}", write(t.argument(0)));
      case GUARD -> guard(t.argument(0));
      case SUM -> binder(t, "Σ", "\\sum", Rank.SUM);
      case MAX -> binder(t, "max", "\\max", Rank.SUM);
      case DERIVATIVE -> derivative(write(t.argument(0)), write(t.argument(1)));
    };
  }

  static Piece number(Rational r) {
    Rational size = r.abs();
    Piece positive =
        size.equals(Rational.HALF)
            ? Piece.atom("½", "\\tfrac{1}{2}", Rank.NUMBER)
            : size.isInteger()
                ? Piece.atom(size.toString(), size.toString(), Rank.NUMBER)
                : new Piece(
                    size.toString(),
                    "\\tfrac{" + size.numerator() + "}{" + size.denominator() + "}",
                    Level.PRODUCT,
                    Rank.NUMBER);
    return r.signum() >= 0 ? positive : negated(positive);
  }

  static Piece negated(Piece p) {
    return new Piece("−" + p.text(), "-" + p.latex(), Level.NEGATIVE, p.rank());
  }

  /** An index: its letter or name, with the indices it depends on in brackets. */
  Symbol index(Term index) {
    String letter = letters.getOrDefault(index.name(), index.name());
    Symbol symbol =
        Declarations.isMade(index) ? names.letter(letter) : names.indexSymbol(index.name());
    return index.arguments().isEmpty()
        ? symbol
        : new Symbol(
            symbol.text() + subscript(index.arguments()).text(),
            symbol.latex() + subscript(index.arguments()).latex());
  }

  private List<String> letters(List<Term> at) {
    return at.stream().map(index -> index(index).text()).toList();
  }

  Symbol subscript(List<Term> at) {
    return names.subscript(at.stream().map(this::index).toList());
  }

  private static Piece exponential(Piece u) {
    String raised = u.latex().replaceAll("\\\\frac\\{(\\w+)}\\{(\\w+)}", "$1/$2");
    boolean small = !raised.contains("^") && !raised.contains("\\");
    return Piece.atom(
        "exp(" + u.text() + ")",
        small ? "e^{" + raised + "}" : "\\exp" + Piece.parentheses(u.latex()),
        Rank.FUNCTION);
  }

  private Piece exponential(Term u) {
    return exponential(write(u));
  }

  private static Piece logarithm(Piece u) {
    return u.level() == Level.BINDER && u.text().startsWith("Σ")
        ? new Piece("log " + u.text(), "\\log " + u.latex(), Level.BINDER, Rank.FUNCTION)
        : function("log", "\\log", u);
  }

  static Piece function(String text, String latex, Piece u) {
    return Piece.atom(
        text + "(" + u.text() + ")", latex + Piece.parentheses(u.latex()), Rank.FUNCTION);
  }

  /** [a &gt; 0], [a &lt; 0], [a &gt; b]. */
  private Piece guard(Term u) {
    if (u.is(Term.Kind.ADD) && u.arguments().size() == 2) {
      Piece a = write(u.argument(0));
      Piece b = write(u.argument(1));
      if ((a.level() == Level.NEGATIVE) != (b.level() == Level.NEGATIVE)) {
        return a.level() == Level.NEGATIVE
            ? comparison(b, ">", Sums.positive(a))
            : comparison(a, ">", Sums.positive(b));
      }
    }
    Piece argument = write(u);
    Piece zero = number(Rational.ZERO);
    return argument.level() == Level.NEGATIVE
        ? comparison(Sums.positive(argument), "<", zero)
        : comparison(argument, ">", zero);
  }

  private static Piece comparison(Piece a, String sign, Piece b) {
    String open = Piece.isTall(a.latex() + b.latex()) ? "\\left[" : "[";
    String close = open.equals("[") ? "]" : "\\right]";
    return Piece.atom(
        "[" + a.text() + " " + sign + " " + b.text() + "]",
        open + a.latex() + sign + b.latex() + close,
        Rank.GUARD);
  }

  private Piece binder(Term t, String text, String latex, Rank rank) {
    Term index = Declarations.made(made++, t.name());
    String letter = letter(index, t.name());
    Piece body = write(t.open(index)).in(Level.BINDER);
    taken.remove(letter);
    letters.remove(index.name());
    Symbol size = names.symbol(t.name()).bare();
    Symbol symbol = names.letter(letter);
    String under =
        names.letters().tells(letter, t.name())
            ? names.subscript(List.of(symbol)).text()
            : "_{" + letter + "≤" + size.text() + "}";
    String range =
        latex.equals("\\max")
            ? "_{1\\le " + symbol.latex() + "\\le " + size.latex() + "} "
            : "_{" + symbol.latex() + "=1}^{" + size.latex() + "} ";
    return new Piece(
        text + under + " " + body.text(), latex + range + body.latex(), Level.BINDER, rank);
  }

  private static Piece derivative(Piece of, Piece by) {
    boolean plain =
        of.level() == Level.ATOM && (of.text().startsWith("[") || !of.text().contains(" "));
    String below = "\\partial " + by.latex();
    String latex =
        plain
            ? "\\frac{\\partial " + of.latex() + "}{" + below + "}"
            : "\\frac{\\partial}{" + below + "}" + "\\left(" + of.latex() + "\\right)";
    String above = plain ? of.text() : "(" + of.text() + ")";
    return new Piece("∂" + above + "/∂" + by.text(), latex, Level.DERIVATIVE, Rank.DERIVATIVE);
  }
}
