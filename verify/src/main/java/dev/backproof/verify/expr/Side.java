package dev.backproof.verify.expr;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Term;
import java.util.List;

/** One side of an equation between arrays, entry by entry. */
@FunctionalInterface
interface Side {
  /** The entry at a place, whose indices are among what is declared. */
  Term at(Place place, Declarations declarations);

  /** The entries of a graph. */
  static Side of(Lowering lowering, Expr x) {
    Equations.requireNumbers("statement", x);
    return (place, declarations) -> lowering.entry(x, place);
  }

  /** What a person wrote: it is checked, while the entries of graphs fit by their shapes. */
  static Side of(IndexForm form) {
    return (place, declarations) -> {
      Term term = form.at(place.coordinates());
      try {
        declarations.check(term);
      } catch (Refusal refusal) {
        throw new IllegalArgumentException(
            "index form: " + refusal.getMessage() + ", in " + term, refusal);
      }
      return term;
    };
  }

  /** The derivative of a scalar by the entries of a declared tensor. */
  static Side derivative(Lowering lowering, Expr function, Expr by) {
    requireScalar(function);
    requireDeclared(by);
    Equations.requireNumbers("gradient", function);
    Term primal = lowering.entry(function, Place.of(function.shape(), List.of()));
    return (place, declarations) -> Term.derivative(primal, lowering.entry(by, place));
  }

  /** Refuses what has no gradient. */
  static void requireScalar(Expr function) {
    if (function.shape().rank() != 0) {
      throw new IllegalArgumentException(
          "gradient: of a scalar only, not of "
              + function.shape()
              + "; sum it, or pull a cotangent back");
    }
  }

  /** Refuses what does not vary entry by entry. */
  static void requireDeclared(Expr by) {
    if (!(by.node() instanceof Node.Declared)) {
      throw new IllegalArgumentException(
          "gradient: by a declared tensor only, whose entries vary alone, not by a value of shape "
              + by.shape());
    }
  }
}
