package dev.backproof.verify.derivation;

import dev.backproof.verify.derivation.Piece.Level;
import dev.backproof.verify.derivation.Piece.Rank;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Products: numbers, the factors in the order people expect, what is divided by, and beside. */
final class Products {
  private static final String OVER = "1 / ";

  private final List<Piece> numbers = new ArrayList<>();
  private final List<Piece> factors = new ArrayList<>();
  private final List<Piece> below = new ArrayList<>();
  private final List<Piece> beside = new ArrayList<>();
  private Rational coefficient = Rational.ONE;

  private Products(TermWriter writer, List<Term> terms) {
    for (Term t : terms) {
      Piece piece = writer.write(t);
      if (t.is(Term.Kind.NUMBER)) {
        numbers.add(piece);
        coefficient = t.number();
      } else if (Powers.isDivided(t) && piece.text().startsWith(OVER)) {
        below.add(piece);
      } else {
        (t.is(Term.Kind.DERIVATIVE) ? beside : factors).add(piece);
      }
    }
    if (!below.isEmpty()) {
      tallSumsBeside();
    }
    boolean guarded = factors.stream().anyMatch(p -> p.rank() == Rank.PARENTHESES);
    factors.replaceAll(p -> guarded && p.rank() == Rank.GUARD ? p.ranked(Rank.MASK) : p);
    List.of(numbers, factors, below, beside).forEach(list -> list.sort(Piece::compare));
    matricesFirst();
  }

  /** A sum with a fraction in it stands beside a bar, not above it. */
  private void tallSumsBeside() {
    for (Piece p : List.copyOf(factors)) {
      if (p.level() == Level.BINDER && p.latex().contains("\\frac")) {
        factors.remove(p);
        beside.add(p);
      }
    }
  }

  /** W x, not x W: a matrix before the vector it is summed with over its last index. */
  private void matricesFirst() {
    List<Piece> order = new ArrayList<>();
    for (Piece p : factors) {
      if (!order.contains(p)) {
        if (p.at().size() == 1) {
          factors.stream()
              .filter(m -> m.at().size() == 2 && m.at().get(1).equals(p.at().get(0)))
              .filter(m -> m.rank() == Rank.ENTRY && p.rank() != Rank.DERIVATIVE)
              .filter(m -> !order.contains(m))
              .forEach(order::add);
        }
        order.add(p);
      }
    }
    // Equal factors are equal pieces: then nothing is moved.
    if (order.size() == factors.size()) {
      factors.clear();
      factors.addAll(order);
    }
  }

  static Piece write(TermWriter writer, List<Term> terms) {
    return new Products(writer, terms).write();
  }

  private Piece write() {
    if (numbers.size() != 1) {
      return product();
    }
    boolean negative = coefficient.signum() < 0;
    Rational size = coefficient.abs();
    numbers.clear();
    if (!size.equals(Rational.ONE) || !negative) {
      numbers.add(TermWriter.number(size));
    }
    // 1·(1/b) is not 1/b.
    boolean one = numbers.size() == 1 && size.equals(Rational.ONE);
    if (one && factors.isEmpty()) {
      numbers.clear();
      return dots(List.of(TermWriter.number(Rational.ONE), product()));
    }
    return negative ? TermWriter.negated(product()) : product();
  }

  private Piece product() {
    List<Piece> above = new ArrayList<>();
    boolean last = below.isEmpty() && beside.isEmpty();
    numbers.forEach(number -> above.add(number.in(Level.ATOM)));
    for (int i = 0; i < factors.size(); i++) {
      Piece p = factors.get(i);
      boolean open = last && i == factors.size() - 1 && p.level() == Level.BINDER;
      above.add(open || p.level() == Level.DERIVATIVE ? p : p.in(Level.ATOM));
    }
    List<Piece> parts = new ArrayList<>();
    if (!below.isEmpty()) {
      parts.add(quotient(above));
    } else if (!above.isEmpty()) {
      parts.add(beside(above));
    }
    parts.addAll(beside);
    return dots(parts);
  }

  /** Factors side by side; between numbers and beside beside with a dot. */
  private Piece beside(List<Piece> parts) {
    StringBuilder text = new StringBuilder();
    StringBuilder latex = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      Piece p = parts.get(i);
      if (i > 0) {
        boolean derivative =
            p.level() == Level.DERIVATIVE || parts.get(i - 1).level() == Level.DERIVATIVE;
        boolean number = i < numbers.size();
        text.append(number ? "·" : derivative ? " · " : " ");
        latex.append(number || derivative ? " \\cdot " : "\\, ");
      }
      text.append(p.text());
      latex.append(p.latex());
    }
    Piece end = parts.get(parts.size() - 1);
    Level level =
        parts.size() == 1
            ? end.level()
            : end.level() == Level.BINDER ? Level.BINDER : Level.PRODUCT;
    boolean scaled = parts.size() > 1 && parts.stream().anyMatch(p -> p.rank() == Rank.SCALAR);
    return new Piece(text.toString(), latex.toString(), level, scaled ? Rank.SCALAR : end.rank());
  }

  private Piece quotient(List<Piece> above) {
    Piece first = above.isEmpty() ? TermWriter.number(Rational.ONE) : beside(above);
    // Alone above the bar, a sum or an open sum needs no parentheses.
    boolean alone = numbers.isEmpty() && factors.size() == 1;
    String numerator = alone ? Powers.bare(factors.get(0)) : first.latex();
    StringBuilder text = new StringBuilder(first.text());
    StringBuilder latex = new StringBuilder();
    for (Piece divided : below) {
      text.append(" / ").append(divided.text().substring(OVER.length()));
      String frac = "\\frac{" + (latex.isEmpty() ? numerator : "1") + "}";
      latex
          .append(latex.isEmpty() ? "" : " \\cdot ")
          .append(divided.latex().replaceFirst("\\\\frac\\{1}", Matcher.quoteReplacement(frac)));
    }
    Rank rank = above.isEmpty() ? Rank.FUNCTION : first.rank();
    return new Piece(text.toString(), latex.toString(), Level.PRODUCT, rank);
  }

  private static Piece dots(List<Piece> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    StringBuilder text = new StringBuilder();
    StringBuilder latex = new StringBuilder();
    Piece end = parts.get(parts.size() - 1);
    for (int i = 0; i < parts.size(); i++) {
      Piece p = parts.get(i);
      boolean open = i == parts.size() - 1 && p.level() == Level.BINDER;
      Piece inside = open ? p : p.in(Level.PRODUCT);
      text.append(text.isEmpty() ? "" : " · ").append(inside.text());
      latex.append(latex.isEmpty() ? "" : " \\cdot ").append(inside.latex());
    }
    Level level = end.level() == Level.BINDER ? Level.BINDER : Level.PRODUCT;
    return new Piece(text.toString(), latex.toString(), level, Rank.FUNCTION);
  }
}
