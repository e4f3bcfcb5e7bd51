package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reasons lecture notes give, and lines about arrays. */
final class Say {
  static final Reason SUM = Reason.of("the derivative of a sum");
  static final Reason LOG =
      Reason.of("chain rule: @", new Symbol("(log u)′ = u′ / u", "(\\log u)' = u'/u"));
  static final Reason EXP =
      Reason.of("chain rule: @", new Symbol("(exp u)′ = exp(u) u′", "(\\exp u)' = \\exp(u)\\,u'"));
  static final Reason PRODUCT =
      Reason.of("product rule: @", new Symbol("(u v)′ = u′ v + u v′", "(uv)' = u'v + uv'"));
  static final Reason RECT =
      Reason.of(
          "@, and 0 at the kink",
          new Symbol("rect′(z) = [z > 0]", "\\operatorname{rect}'(z) = [z>0]"));
  static final Reason ABS =
      Reason.of(
          "@, and 0 at the kink", new Symbol("|z|′ = sign(z)", "|z|' = \\operatorname{sign}(z)"));
  static final Reason FACTOR = Reason.of("a constant factor");
  static final Reason SIN =
      Reason.of("chain rule: @", new Symbol("(sin u)′ = cos(u) u′", "(\\sin u)' = \\cos(u)\\,u'"));
  static final Reason COS =
      Reason.of(
          "chain rule: @", new Symbol("(cos u)′ = −sin(u) u′", "(\\cos u)' = -\\sin(u)\\,u'"));
  static final Reason POWER =
      Reason.of("chain rule: @", new Symbol("(uʳ)′ = r uʳ⁻¹ u′", "(u^r)' = r\\,u^{r-1}u'"));
  static final Reason RECIPROCAL =
      Reason.of("chain rule: @", new Symbol("(1/u)′ = −u′/u²", "(1/u)' = -u'/u^2"));
  static final Reason VECTOR = Reason.of("As vectors:");
  static final Reason KRONECKER = Reason.of("Kronecker delta");
  static final Reason MATRIX = Reason.of("In matrix form:");

  private Say() {}

  /** By the definition of a letter. */
  static Reason definition(String text, String latex) {
    return Reason.of("definition of @", new Symbol(text, latex));
  }

  static Reason definition(String both) {
    return definition(both, both);
  }

  /** By another claim. */
  static Reason claim(String id) {
    return Reason.of("by " + id);
  }

  /** Through a layer. */
  static Reason through(String text, String latex) {
    return Reason.of("chain rule through @", new Symbol(text, latex));
  }

  /** Σᵥ δᵥⱼ f(v) = f(j). */
  static Reason selects(String v, String j) {
    return Reason.of(
        "Kronecker delta: @",
        new Symbol(
            "only " + v + " = " + j + " is left",
            "\\text{only }" + v + " = " + j + "\\text{ is left}"));
  }

  /** An entry of a tensor differentiated by another one. */
  static Reason entries(String text, String latex) {
    return Reason.of("@", new Symbol(text, latex));
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

  /** The matrix form of a result. */
  static Lecture.Part matrix(
      NetworkTerms net, List<Term> at, List<ArrayTerm> arrays, Reason... reasons) {
    return new Lecture.Part(MATRIX, Chain.of(net.declarations(), arrays(at, arrays, reasons)));
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
