package dev.backproof.verify.report;

import dev.backproof.verify.markup.MathMl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of an array as a formula: Kronecker deltas times the rest.
 *
 * <p>The deltas are kept apart so that a sum over one of their indices can be done.
 */
final class EntryTerm {
  static final EntryTerm ONE = new EntryTerm(List.of(), null, Set.of(), false);
  static final EntryTerm ZERO = new EntryTerm(List.of(), null, Set.of(), true);

  /** δ of two letters. */
  private record Delta(String a, String b) {}

  private final List<Delta> deltas;
  private final @Nullable Written rest;
  private final Set<String> letters;
  private final boolean zero;

  private EntryTerm(List<Delta> deltas, @Nullable Written rest, Set<String> letters, boolean zero) {
    this.deltas = deltas;
    this.rest = rest;
    this.letters = letters;
    this.zero = zero;
  }

  /** A formula in which some letters occur. */
  static EntryTerm of(Written written, Set<String> letters) {
    return new EntryTerm(List.of(), written, letters, false);
  }

  /** 1 where two indices are the same, else 0. */
  static EntryTerm delta(String a, String b) {
    return a.equals(b) ? ONE : new EntryTerm(List.of(new Delta(a, b)), null, Set.of(a, b), false);
  }

  boolean isZero() {
    return zero;
  }

  boolean isOne() {
    return !zero && deltas.isEmpty() && rest == null;
  }

  /** The letter that a delta says is the same as {@code letter}; null if none does. */
  @Nullable String sameAs(String letter) {
    for (Delta delta : deltas) {
      if (delta.a().equals(letter)) {
        return delta.b();
      }
      if (delta.b().equals(letter)) {
        return delta.a();
      }
    }
    return null;
  }

  boolean has(String letter) {
    return letters.contains(letter);
  }

  Set<String> letters() {
    return letters;
  }

  /** All of it, written. */
  Written written() {
    if (zero) {
      return Written.number("0");
    }
    @Nullable Written product = null;
    for (Delta delta : deltas) {
      Written factor = Written.entry("δ", List.of(delta.a(), delta.b()));
      product = product == null ? factor : product.infix(Written.Binding.PRODUCT, "·", factor);
    }
    Written last = rest;
    if (product != null && last != null && last.toString().equals(Written.MINUS + "1")) {
      return product.negated();
    }
    return product == null
        ? (last == null ? Written.number("1") : last)
        : last == null ? product : product.infix(Written.Binding.PRODUCT, "·", last);
  }

  /** The product. */
  EntryTerm times(EntryTerm b) {
    if (zero || b.zero) {
      return ZERO;
    }
    List<Delta> all = new ArrayList<>(deltas);
    all.addAll(b.deltas);
    Written left = rest;
    Written right = b.rest;
    @Nullable Written both =
        left == null
            ? right
            : right == null ? left : left.infix(Written.Binding.PRODUCT, "·", right);
    return new EntryTerm(all, both, union(letters, b.letters), false);
  }

  /** The quotient. */
  EntryTerm over(EntryTerm b) {
    if (zero) {
      return ZERO;
    }
    Written below = b.written();
    Written above = rest;
    Written quotient =
        above == null
            ? below.reciprocal()
            : above.infix(Written.Binding.PRODUCT, Written.QUOTIENT, below);
    return new EntryTerm(deltas, quotient, union(letters, b.letters), false);
  }

  /** The other sign. */
  EntryTerm negated() {
    if (zero) {
      return ZERO;
    }
    Written minus = rest == null ? Written.number(Written.MINUS + "1") : rest.negated();
    return new EntryTerm(deltas, minus, letters, false);
  }

  /** The sum, or with a minus the difference. */
  EntryTerm plus(EntryTerm b, String sign) {
    boolean minus = !sign.equals("+");
    if (b.zero) {
      return this;
    }
    if (zero) {
      return minus ? b.negated() : b;
    }
    return of(written().infix(Written.Binding.SUM, sign, b.written()), union(letters, b.letters));
  }

  /** The sum over a letter that occurs, with no delta on it. */
  EntryTerm summed(String letter) {
    Set<String> left = new HashSet<>(letters);
    left.remove(letter);
    Written body = rest == null ? Written.number("1") : rest;
    return new EntryTerm(deltas, body.summed(letter), left, false);
  }

  static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> all = new HashSet<>(a);
    all.addAll(b);
    return all;
  }

  /** The formula as text and as MathML. */
  Typeset typeset() {
    Written all = written();
    return new Typeset(all.toString(), MathMl.row(all.math()));
  }
}
