package dev.backproof.verify.derivation;

import dev.backproof.verify.derivation.Piece.Level;
import dev.backproof.verify.derivation.Piece.Rank;
import java.util.ArrayList;
import java.util.List;

/** Sums: what is added before what is taken away, each in the order people expect. */
final class Sums {
  private Sums() {}

  static Piece write(List<Piece> summands) {
    List<Piece> order = new ArrayList<>(summands);
    order.sort(
        (a, b) -> {
          int by = Boolean.compare(isNegative(a), isNegative(b));
          return by != 0 ? by : Piece.compare(a, b);
        });
    StringBuilder text = new StringBuilder();
    StringBuilder latex = new StringBuilder();
    for (Piece summand : order) {
      boolean first = text.isEmpty();
      if (isNegative(summand)) {
        Piece positive = positive(summand);
        text.append(first ? "−" : " − ").append(positive.text());
        latex.append(first ? "-" : " - ").append(positive.latex());
      } else {
        Piece inside = summand.in(Level.NEGATIVE);
        text.append(first ? "" : " + ").append(inside.text());
        latex.append(first ? "" : " + ").append(inside.latex());
      }
    }
    return new Piece(text.toString(), latex.toString(), Level.SUM, Rank.PARENTHESES);
  }

  private static boolean isNegative(Piece p) {
    return p.level() == Level.NEGATIVE;
  }

  /** A negative piece without its sign. */
  static Piece positive(Piece negative) {
    return new Piece(
        negative.text().substring(1), negative.latex().substring(1), Level.BINDER, negative.rank());
  }
}
