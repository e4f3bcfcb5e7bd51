package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reasons lecture notes give, and lines about arrays. */
final class Say {
  static final Reason SUM = Reason.of("the derivative of a sum");
  static final Reason DIFFERENCE = Reason.of("the derivative of a difference");
  static final Reason LOG = chainRule("(log u)′ = u′ / u", "(\\log u)' = u'/u");
  static final Reason EXP = chainRule("(exp u)′ = exp(u) u′", "(\\exp u)' = \\exp(u)\\,u'");
  static final Reason SQUARE = chainRule("(u²)′ = 2 u u′", "(u^2)' = 2uu'");
  static final Reason RECIPROCAL = chainRule("(1/u)′ = −u′/u²", "(1/u)' = -u'/u^2");
  static final Reason PRODUCT =
      Reason.of("product rule: @", new Symbol("(u v)′ = u′ v + u v′", "(uv)' = u'v + uv'"));
  static final Reason QUOTIENT =
      Reason.of(
          "quotient rule: @",
          new Symbol("(u/v)′ = (u′ v − u v′) / v²", "(u/v)' = (u'v - uv')/v^2"));
  static final Reason RECT =
      Reason.of(
          "@, and 0 at the kink",
          new Symbol("rect′(z) = [z > 0]", "\\operatorname{rect}'(z) = [z>0]"));
  static final Reason ABS =
      Reason.of(
          "@, and 0 at the kink", new Symbol("|z|′ = sign(z)", "|z|' = \\operatorname{sign}(z)"));
  static final Reason TRUTH = Reason.of("the derivative of a truth value is 0");
  static final Reason LOG_OF_QUOTIENT =
      Reason.of(
          "@, both positive",
          new Symbol("log(a/b) = log a − log b", "\\log(a/b) = \\log a - \\log b"));
  static final Reason LOG_OF_EXP = fact("log exp(u) = u", "\\log\\exp(u) = u");
  static final Reason SUM_OF_SUMS = Reason.of("a sum of sums");
  static final Reason KRONECKER = Reason.of("Kronecker delta");
  static final Reason LIKEWISE = Reason.of("Likewise");
  static final Reason VECTOR = Reason.of("As vectors:");
  static final Reason MATRIX = Reason.of("In matrix form:");

  private Say() {}

  private static Reason chainRule(String text, String latex) {
    return Reason.of("chain rule: @", new Symbol(text, latex));
  }

  /** An equation that is known. */
  static Reason fact(String text, String latex) {
    return Reason.of("@", new Symbol(text, latex));
  }

  /** By the definition of a letter. */
  static Reason definition(Symbol symbol) {
    return Reason.of("definition of @", symbol);
  }

  /** By the definition of a letter of the notes. */
  static Reason definition(String name) {
    return definition(Symbol.ofName(name));
  }

  /** By another claim. */
  static Reason claim(String id) {
    return Reason.of("by " + id);
  }

  /** By 2.13, the only one with a kink. */
  static Reason atTheKinkToo() {
    return Reason.of("by 2.13, with 0 at the kink @", new Symbol("hᵃⱼ = 0", "h^{a}_{j} = 0"));
  }

  /** Through a layer. */
  static Reason through(String name) {
    return Reason.of("chain rule through @", Symbol.ofName(name));
  }

  /** Σᵥ δᵥⱼ f(v) = f(j). */
  static Reason selects(String v, String j) {
    return Reason.of("Kronecker delta: only @ is left", Symbol.plain(v + " = " + j));
  }

  /** The same for two indices. */
  static Reason selects(String v, String j, String w, String i) {
    return Reason.of(
        "Kronecker delta: only @ and @ are left",
        Symbol.plain(v + " = " + j),
        Symbol.plain(w + " = " + i));
  }

  /** A heading: what follows holds in one case. */
  static Reason inCase(String text, String latex) {
    return Reason.of("For @:", new Symbol(text, latex));
  }

  /** Lines about arrays that are equal entry by entry. */
  static List<Line> arrays(List<Term> at, List<ArrayTerm> arrays, Reason... reasons) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < arrays.size(); i++) {
      Reason reason = i > 0 && i <= reasons.length ? reasons[i - 1] : Reason.NONE;
      lines.add(new Line(arrays.get(i).at(at), Set.of(), reason, Optional.of(arrays.get(i))));
    }
    return lines;
  }

  /** The gradient of a scalar by a tensor. */
  static ArrayTerm gradient(Symbol of, Term loss, String tensor, List<String> axes) {
    Symbol by = Symbol.ofName(tensor);
    return ArrayTerm.of(
        new Symbol(
            "∂" + of.text() + "/∂" + by.text(),
            "\\frac{\\partial " + of.latex() + "}{\\partial " + by.latex() + "}"),
        axes,
        at -> Term.derivative(loss, Term.entry(tensor, at)));
  }
}
