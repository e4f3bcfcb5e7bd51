package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A name for a term: hᵃⱼ for b1ⱼ + Σᵢ W1ⱼᵢ xᵢ. Wherever the term occurs, at any indices, the name
 * can be written.
 *
 * @param name what it is called by who chooses the names to be written
 * @param symbol how it is written
 * @param ranges the ranges of its indices
 * @param body the term, bound once by a sum for each index, the first outermost
 */
public record Definition(String name, Symbol symbol, List<String> ranges, Term body) {
  /** Copies the list. */
  public Definition {
    ranges = List.copyOf(ranges);
  }

  /**
   * A name for what a function makes of indices.
   *
   * @param ranges a range for each index the function takes
   * @param of the term at some indices; called once
   */
  public static Definition of(
      String name, Symbol symbol, List<String> ranges, Function<List<Term>, Term> of) {
    List<Term> indices = new ArrayList<>();
    for (int i = 0; i < ranges.size(); i++) {
      // Numbers that nobody else starts from, so that the function can make indices of its own.
      indices.add(Declarations.made(900_000 + i, ranges.get(i)));
    }
    Term body = of.apply(indices);
    for (int i = ranges.size() - 1; i >= 0; i--) {
      body = Term.sum(ranges.get(i), indices.get(i), body);
    }
    return new Definition(name, symbol, ranges, body);
  }

  /** The term at some indices. */
  public Term at(List<Term> indices) {
    Term t = body;
    for (Term index : indices) {
      t = t.open(index);
    }
    return t;
  }

  /** The term at some indices. */
  public Term at(Term... indices) {
    return at(List.of(indices));
  }

  /** Whether it names a derivative, whose name says what it stands for. */
  boolean isDerivative() {
    return symbol.text().startsWith("∂");
  }

  /** The kind of term it is. */
  Term.Kind kind() {
    Term t = body;
    for (int i = 0; i < ranges.size(); i++) {
      t = t.argument(0);
    }
    return t.kind();
  }
}
