package dev.backproof.verify.expr;

import dev.backproof.verify.kernel.Term;
import java.util.List;

/** A side of an equation written entry by entry, as a term of the kernel. */
@FunctionalInterface
public interface IndexForm {
  /**
   * The entry at some coordinates.
   *
   * @param at an index for each symbol of the shape, a number for each position, as {@link Expr#at}
   *     takes them
   */
  Term at(List<Term> at);
}
