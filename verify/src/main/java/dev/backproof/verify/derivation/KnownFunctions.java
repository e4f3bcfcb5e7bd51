package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Term;
import java.util.Optional;

/** rect, sign and abs: the kernel knows guards only. */
final class KnownFunctions {
  private KnownFunctions() {}

  static Optional<Piece> write(TermWriter writer, Term t) {
    Optional<Term> sign = signed(t);
    if (sign.isPresent()) {
      return Optional.of(call(writer, "sign", sign.get()));
    }
    if (!t.is(Term.Kind.MULTIPLY) || t.arguments().size() != 2) {
      return Optional.empty();
    }
    for (int i = 0; i < 2; i++) {
      Term z = t.argument(i);
      Term other = t.argument(1 - i);
      if (other.equals(Term.guard(z))) {
        return Optional.of(call(writer, "rect", z));
      }
      if (signed(other).filter(z::equals).isPresent()) {
        return Optional.of(
            Piece.atom(
                "|" + writer.write(z).text() + "|",
                "\\left|" + writer.write(z).latex() + "\\right|",
                Piece.Rank.FUNCTION));
      }
    }
    return Optional.empty();
  }

  private static Piece call(TermWriter writer, String name, Term z) {
    return TermWriter.function(name, "\\operatorname{" + name + "}", writer.write(z));
  }

  /** z, if a term is [z &gt; 0] − [−z &gt; 0]. */
  private static Optional<Term> signed(Term t) {
    if (t.is(Term.Kind.ADD) && t.arguments().size() == 2) {
      for (Term part : t.arguments()) {
        if (part.is(Term.Kind.GUARD)) {
          Term z = part.argument(0);
          Term below = Term.negate(Term.guard(Term.negate(z)));
          if (t.equals(Term.add(part, below))) {
            return Optional.of(z);
          }
        }
      }
    }
    return Optional.empty();
  }
}
