package dev.backproof.verify.expr;

import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Term;

/**
 * A free index and the range it is from: row r of n.
 *
 * @param term the index as the kernel writes it
 * @param range the size it runs over, one symbol
 */
public record Index(Term term, Size range) {
  /**
   * Checks that it is one.
   *
   * @throws IllegalArgumentException if the range is no symbol, or the term no index
   */
  public Index {
    if (range.isNumber() || range.factors().size() != 1) {
      throw new IllegalArgumentException(
          "index: runs over one symbolic size, such as n, not over " + range);
    }
    if (!term.is(Term.Kind.INDEX) || !term.arguments().isEmpty()) {
      throw new IllegalArgumentException("index: " + term + " is no free index");
    }
  }

  /** An index made by the machine, to be summed over; its name clashes with none of a person's. */
  public static Index made(int number, Size range) {
    return new Index(Declarations.made(number, range.toString()), range);
  }

  @Override
  public String toString() {
    return term + " of " + range;
  }
}
