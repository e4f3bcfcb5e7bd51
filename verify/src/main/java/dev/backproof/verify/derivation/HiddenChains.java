package dev.backproof.verify.derivation;

import static dev.backproof.verify.derivation.NotesTerms.by;
import static dev.backproof.verify.derivation.NotesTerms.minus;
import static dev.backproof.verify.derivation.NotesTerms.sum;
import static dev.backproof.verify.derivation.NotesTerms.times;

import dev.backproof.verify.derivation.Lecture.Part;
import dev.backproof.verify.derivation.NetworkTerms.From;
import dev.backproof.verify.kernel.Term;
import java.util.List;

/** The derivations of the hidden layer and the input: 2.11, 2.13, 2.15 and 2.17. */
final class HiddenChains {
  private static final Term Y = NetworkTerms.LABEL;
  private static final Symbol L = Symbol.plain("L");

  private HiddenChains() {}

  /** ∂L/∂hˢ = W2ᵀ·oˢ − W2[y,:]ᵀ. */
  static Lecture gradHs() {
    NetworkTerms net = new NetworkTerms(From.OA, "j", "h");
    Term j = Term.index("j");
    Term h = net.hs(j);
    Term through = sum("m", 9, k -> times(net.gradOa(k), by(net.oa(k), h)));
    Term deltas =
        sum(
            "m",
            9,
            k -> times(net.gradOa(k), sum("h", 8, p -> times(net.w2(k, p), Term.delta(p, j)))));
    Term selected = sum("m", 9, k -> times(net.gradOa(k), net.w2(k, j)));
    Chain chain =
        Chain.of(
            net.declarations(),
            List.of(
                Line.of(by(net.loss(), h), Reason.NONE),
                Line.of(through, Say.through("oᵃ", "o^{a}")),
                Line.of(through, Say.definition("oᵃ", "o^{a}"), "oa"),
                Line.of(
                    deltas,
                    Say.entries(
                        "∂hˢₚ/∂hˢⱼ = δⱼₚ",
                        "\\partial h^{s}_{p}/\\partial h^{s}_{j} = \\delta_{jp}")),
                Line.of(selected, Say.selects("p", "j")),
                Line.of(selected, Say.claim("2.7"), "gradOa"),
                Line.of(
                    minus(
                        sum("m", 9, k -> Term.multiply(net.os(k), net.w2(k, j))),
                        sum("m", 9, k -> times(Term.delta(k, Y), net.w2(k, j)))),
                    Reason.of("a sum of sums")),
                Line.of(net.gradHs(j), Say.selects("k", "y"))));
    ArrayTerm w2 = ArrayTerm.of(Symbol.ofName("W2"), List.of("m", "h"), at -> Term.entry("W2", at));
    return new Lecture(
        "2.11",
        new Symbol(
            "∂L/∂hˢⱼ = Σₖ oˢₖ W2ₖⱼ − W2ᵧⱼ",
            "\\frac{\\partial L}{\\partial h^{s}_{j}}"
                + " = \\sum_{k=1}^{m} o^{s}_{k}\\, W^{(2)}_{kj} - W^{(2)}_{yj}"),
        net.writer(net.gradOa()),
        net.defined(),
        List.of(
            new Part(Reason.NONE, chain),
            Say.matrix(
                net,
                List.of(j),
                List.of(
                    Say.gradient(L, net.loss(), "hs", List.of("h")),
                    w2.transposed().dot(ArrayTerm.of(net.gradOa())),
                    w2.transposed()
                        .dot(
                            ArrayTerm.of(net.os()).minus(ArrayTerm.oneHot("m", Y, NetworkTerms.Y))),
                    w2.transposed().dot(ArrayTerm.of(net.os())).minus(w2.row(Y, NetworkTerms.Y))),
                Reason.NONE,
                Say.claim("2.7"))));
  }

  /** ∂L/∂hᵃ = ∂L/∂hˢ ⊙ [hᵃ &gt; 0]. */
  static Lecture gradHa() {
    NetworkTerms net = new NetworkTerms(From.HS, "j", "h");
    Term j = Term.index("j");
    Term a = net.ha(j);
    Term through = sum("h", 9, p -> times(net.gradHs(p), by(net.hs(p), a)));
    Chain chain =
        Chain.of(
            net.declarations(),
            List.of(
                Line.of(by(net.loss(), a), Reason.NONE),
                Line.of(through, Say.through("hˢ", "h^{s}")),
                Line.of(through, Say.definition("hˢ", "h^{s}"), "hs"),
                Line.of(
                    sum("h", 9, p -> times(net.gradHs(p), Term.guard(net.ha(p)), Term.delta(p, j))),
                    Say.RECT),
                Line.of(net.gradHa(j), Say.selects("p", "j")),
                Line.of(net.gradHa(j), Say.claim("2.11"), "gradHs")));
    Chain above =
        new Chain(
            net.declarations(),
            List.of(),
            Term.guard(a),
            List.of(Line.of(by(net.loss(), a), Reason.NONE), Line.of(net.gradHs(j), Reason.NONE)));
    Chain below =
        new Chain(
            net.declarations(),
            List.of(),
            minus(Term.ONE, Term.guard(a)),
            List.of(Line.of(by(net.loss(), a), Reason.NONE), Line.of(Term.ZERO, Reason.NONE)));
    ArrayTerm mask =
        ArrayTerm.of(
            new Symbol("[hᵃ > 0]", "[h^{a} > 0]"),
            List.of("h"),
            at -> Term.guard(net.ha(at.get(0))));
    return new Lecture(
        "2.13",
        new Symbol(
            "∂L/∂hᵃⱼ = ∂L/∂hˢⱼ · [hᵃⱼ > 0]",
            "\\frac{\\partial L}{\\partial h^{a}_{j}}"
                + " = \\frac{\\partial L}{\\partial h^{s}_{j}} \\cdot [h^{a}_{j} > 0]"),
        net.writer(net.gradHs()),
        net.defined(),
        List.of(
            new Part(Reason.NONE, chain),
            new Part(Reason.of("For @:", new Symbol("hᵃⱼ > 0", "h^{a}_{j} > 0")), above),
            new Part(
                Reason.of("For @ (at 0 by convention):", new Symbol("hᵃⱼ ≤ 0", "h^{a}_{j} \\le 0")),
                below),
            Say.matrix(
                net,
                List.of(j),
                List.of(
                    Say.gradient(L, net.loss(), "ha", List.of("h")),
                    ArrayTerm.of(net.gradHs()).hadamard(mask)))));
  }

  /** ∂L/∂W1 = ∂L/∂hᵃ·xᵀ, ∂L/∂b1 = ∂L/∂hᵃ. */
  static Lecture gradW1() {
    NetworkTerms net = new NetworkTerms(From.HA, "j", "h", "i", "d");
    Term j = Term.index("j");
    Term i = Term.index("i");
    Term w = net.w1(j, i);
    Term b = Term.entry("b1", j);
    Term x = Term.entry("x", i);
    Term through = sum("h", 9, p -> Term.multiply(net.gradHa(p), by(net.ha(p), w)));
    Chain weights =
        Chain.of(
            net.declarations(),
            List.of(
                Line.of(by(net.loss(), w), Reason.NONE),
                Line.of(through, Say.through("hᵃ", "h^{a}")),
                Line.of(through, Say.definition("hᵃ", "h^{a}"), "ha"),
                Line.of(
                    sum("h", 9, p -> Term.multiply(net.gradHa(p), entries(p, j, i))),
                    Say.entries(
                        "∂W1ₚₗ/∂W1ⱼᵢ = δⱼₚ δᵢₗ",
                        "\\partial W^{(1)}_{pl}/\\partial W^{(1)}_{ji} = \\delta_{jp}\\delta_{il}")),
                Line.of(
                    Term.multiply(net.gradHa(j), x),
                    Reason.of(
                        "Kronecker delta: only @ and @ are left",
                        Symbol.plain("p = j"),
                        Symbol.plain("l = i"))),
                Line.of(times(net.gradHa(j), x), Say.claim("2.13"), "gradHa")));
    Chain biases =
        Chain.of(
            net.declarations(),
            List.of(
                Line.of(by(net.loss(), b), Reason.NONE),
                Line.of(
                    sum("h", 9, p -> Term.multiply(net.gradHa(p), by(net.ha(p), b))),
                    Say.through("hᵃ", "h^{a}")),
                Line.of(
                    sum("h", 9, p -> Term.multiply(net.gradHa(p), Term.delta(p, j))),
                    Say.entries(
                        "∂b1ₚ/∂b1ⱼ = δⱼₚ",
                        "\\partial b^{(1)}_{p}/\\partial b^{(1)}_{j} = \\delta_{jp}")),
                Line.of(net.gradHa(j), Say.selects("p", "j"))));
    ArrayTerm input = ArrayTerm.of(Symbol.plain("x"), List.of("d"), at -> Term.entry("x", at));
    return new Lecture(
        "2.15",
        new Symbol(
            "∂L/∂W1ⱼᵢ = ∂L/∂hᵃⱼ · xᵢ, ∂L/∂b1ⱼ = ∂L/∂hᵃⱼ",
            "\\frac{\\partial L}{\\partial W^{(1)}_{ji}}"
                + " = \\frac{\\partial L}{\\partial h^{a}_{j}}\\, x_{i},\\quad"
                + " \\frac{\\partial L}{\\partial b^{(1)}_{j}}"
                + " = \\frac{\\partial L}{\\partial h^{a}_{j}}"),
        net.writer(net.gradHa()),
        net.defined(),
        List.of(
            new Part(Reason.NONE, weights),
            new Part(Reason.of("Likewise"), biases),
            Say.matrix(
                net,
                List.of(j, i),
                List.of(
                    Say.gradient(L, net.loss(), "W1", List.of("h", "d")),
                    ArrayTerm.of(net.gradHa()).outer(input)))));
  }

  /** Σₗ δⱼₚ δᵢₗ xₗ. */
  private static Term entries(Term p, Term j, Term i) {
    return sum("d", 8, l -> times(Term.delta(p, j), Term.delta(l, i), Term.entry("x", l)));
  }

  /** ∂L/∂x = W1ᵀ·∂L/∂hᵃ. */
  static Lecture gradX() {
    NetworkTerms net = new NetworkTerms(From.HA, "l", "d");
    Term l = Term.index("l");
    Term x = Term.entry("x", l);
    Term through = sum("h", 9, j -> Term.multiply(net.gradHa(j), by(net.ha(j), x)));
    Chain chain =
        Chain.of(
            net.declarations(),
            List.of(
                Line.of(by(net.loss(), x), Reason.NONE),
                Line.of(through, Say.through("hᵃ", "h^{a}")),
                Line.of(through, Say.definition("hᵃ", "h^{a}"), "ha"),
                Line.of(
                    sum(
                        "h",
                        9,
                        j ->
                            Term.multiply(
                                net.gradHa(j),
                                sum("d", 8, i -> times(net.w1(j, i), Term.delta(i, l))))),
                    Say.entries("∂xᵢ/∂xₗ = δᵢₗ", "\\partial x_{i}/\\partial x_{l} = \\delta_{il}")),
                Line.of(
                    sum("h", 9, j -> Term.multiply(net.gradHa(j), net.w1(j, l))),
                    Say.selects("i", "l")),
                Line.of(
                    sum("h", 9, j -> times(net.gradHa(j), net.w1(j, l))),
                    Say.claim("2.13"),
                    "gradHa")));
    ArrayTerm w1 = ArrayTerm.of(Symbol.ofName("W1"), List.of("h", "d"), at -> Term.entry("W1", at));
    return new Lecture(
        "2.17",
        new Symbol(
            "∂L/∂xₗ = Σⱼ ∂L/∂hᵃⱼ · W1ⱼₗ",
            "\\frac{\\partial L}{\\partial x_{l}} = \\sum_{j=1}^{d_h}"
                + " \\frac{\\partial L}{\\partial h^{a}_{j}}\\, W^{(1)}_{jl}"),
        net.writer(net.gradHa()),
        net.defined(),
        List.of(
            new Part(Reason.NONE, chain),
            Say.matrix(
                net,
                List.of(l),
                List.of(
                    Say.gradient(L, net.loss(), "x", List.of("d")),
                    w1.transposed().dot(ArrayTerm.of(net.gradHa()))))));
  }
}
