package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Monomial;
import dev.backproof.verify.kernel.Polynomial;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.kernel.Theorem;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The zero test by the cells of a guard: where its argument is positive, negative, zero.
 *
 * <p>In a cell the guards that follow from it are replaced; in the middle one an entry in which the
 * argument is linear is replaced by what it equals there.
 */
final class GuardCells {
  private final Deduction d;
  private final Normalizer normalizer;
  private final SignSearch signs;
  private final ZeroTest zeros;

  GuardCells(Deduction d, Normalizer normalizer, SignSearch signs, ZeroTest zeros) {
    this.d = d;
    this.normalizer = normalizer;
    this.signs = signs;
    this.zeros = zeros;
  }

  /** That t is 0 because it is in all three cells of p; nothing otherwise. */
  @Nullable Theorem zero(Term t, Term p, int depth) {
    Term q = d.polynomial(Term.negate(p)).term();
    Theorem split = d.guardCells(t, p, q);
    Term above = Term.guard(p);
    Term below = Term.guard(q);
    Term between = Deduction.neither(above, below);
    Map<Term, Theorem> changes = new HashMap<>();
    for (Term cell : split.right().arguments()) {
      Term where = cell.argument(0);
      Term inside = cell.argument(1);
      if (!where.equals(above) && !where.equals(below) && !where.equals(between)) {
        where = cell.argument(1);
        inside = cell.argument(0);
      }
      Theorem zero =
          where.equals(between)
              ? middle(cell, where, inside, p, q, depth)
              : outer(cell, where, inside, depth);
      if (zero == null) {
        return null;
      }
      changes.put(cell, zero);
    }
    return zeros.toZero(d.then(split, d.parts(split.right(), changes)));
  }

  /** [p &gt; 0]·t = [p &gt; 0]·t′, where t′ is without the guards that p decides. */
  private @Nullable Theorem outer(Term cell, Term guard, Term inside, int depth) {
    Theorem so = normalizer.normal(cell);
    Polynomial p = d.polynomial(so.right());
    if (p.isZero()) {
      return zeros.toZero(so);
    }
    Map<Monomial, Rational> rest = new HashMap<>();
    for (Map.Entry<Monomial, Rational> term : p.terms().entrySet()) {
      rest.merge(Polynomials.without(term.getKey(), guard), term.getValue(), Rational::plus);
    }
    Term decided = Polynomial.of(rest).term();
    Theorem back = factored(so.right(), guard, decided);
    if (back == null) {
      return inside(cell, inside, depth);
    }
    Theorem zero = zeros.zero(decided, depth + 1);
    return zero == null ? null : zeros.toZero(d.then(so, back, d.rewrite(back.right(), zero)));
  }

  /** That t = guard·decided, of which the guard may have been absorbed by smaller ones. */
  private @Nullable Theorem factored(Term t, Term guard, Term decided) {
    Term product = Term.multiply(guard, decided);
    Theorem normal = normalizer.normal(product);
    return d.polynomial(normal.right()).equals(d.polynomial(t))
        ? d.then(d.ring(t, normal.right()), d.back(normal))
        : null;
  }

  private @Nullable Theorem inside(Term cell, Term inside, int depth) {
    Theorem zero = zeros.zero(inside, depth + 1);
    return zero == null ? null : zeros.toZero(d.rewrite(cell, zero));
  }

  private @Nullable Theorem middle(
      Term cell, Term between, Term inside, Term p, Term q, int depth) {
    if (signs.isNonZero(p)) {
      return zeros.toZero(d.rewrite(cell, d.guardCovers(between, p, q)));
    }
    for (LinearEntry e : LinearEntry.of(d.polynomial(p))) {
      Theorem replaced = d.zeroCell(inside, p, q, e.factor(), e.entry(), e.value());
      Theorem zero = zeros.zero(inside.substitute(e.entry(), e.value()), depth + 1);
      if (zero != null) {
        return zeros.toZero(d.then(replaced, d.rewrite(replaced.right(), zero)));
      }
    }
    if (signs.supply(p, Signs.NON_ZERO)) {
      return zeros.toZero(d.rewrite(cell, d.guardCovers(between, p, q)));
    }
    Theorem nothing = excluded(between, p, q);
    return nothing != null ? zeros.toZero(d.rewrite(cell, nothing)) : inside(cell, inside, depth);
  }

  /** Nothing is between if something that is not 0 would be 0 there. */
  private @Nullable Theorem excluded(Term between, Term p, Term q) {
    for (LinearEntry e : LinearEntry.of(d.polynomial(p))) {
      for (Term nonZero : signs.nonZeros(p)) {
        Theorem there = normalizer.normal(nonZero.substitute(e.entry(), e.value()));
        if (d.polynomial(there.right()).isZero()) {
          Theorem cell = d.zeroCell(nonZero, p, q, e.factor(), e.entry(), e.value());
          cell = zeros.toZero(d.then(cell, d.rewrite(cell.right(), there)));
          return d.cancel(nonZero, between, cell);
        }
      }
    }
    return null;
  }
}
