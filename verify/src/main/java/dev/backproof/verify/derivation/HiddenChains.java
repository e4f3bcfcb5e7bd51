package dev.backproof.verify.derivation;

import static dev.backproof.verify.derivation.Flat.minus;
import static dev.backproof.verify.derivation.Flat.times;
import static dev.backproof.verify.kernel.Term.delta;
import static dev.backproof.verify.kernel.Term.derivative;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.theorem.NotesForms.Y;

import dev.backproof.verify.derivation.Lecture.Part;
import dev.backproof.verify.derivation.NetworkTerms.From;
import dev.backproof.verify.kernel.Term;
import java.util.List;

/** The derivations of the hidden layer and the input: 2.11, 2.13, 2.15 and 2.17. */
final class HiddenChains {
  private HiddenChains() {}

  /** ∂L/∂hˢ = W2ᵀ·oˢ − W2[y,:]ᵀ. */
  static Lecture gradHs() {
    NetworkTerms net = new NetworkTerms(From.OA, "j", "h");
    Term j = Term.index("j");
    Term h = net.hs(j);
    Term through = net.sum("m", k -> times(net.gradOa(k), derivative(net.oa(k), h)));
    Term selected = net.sum("m", k -> times(net.gradOa(k), net.w2(k, j)));
    Chain chain =
        net.chain(
            Line.of(derivative(net.loss(), h), Reason.NONE),
            Line.of(through, Say.through("oa")),
            Line.of(through, Say.definition("oa"), "oa"),
            Line.of(
                net.sum("m", k -> times(net.gradOa(k), entries(net, k, j))),
                Say.fact(
                    "∂hˢₚ/∂hˢⱼ = δⱼₚ", "\\partial h^{s}_{p}/\\partial h^{s}_{j} = \\delta_{jp}")),
            Line.of(selected, Say.selects("p", "j")),
            Line.of(selected, Say.claim("2.7"), "gradOa"),
            Line.of(
                minus(
                    net.sum("m", k -> multiply(net.os(k), net.w2(k, j))),
                    net.sum("m", k -> times(delta(k, Y), net.w2(k, j)))),
                Say.SUM_OF_SUMS),
            Line.of(net.gradHs(j), Say.selects("k", "y")));
    ArrayTerm w2 = matrix("W2", "m", "h");
    ArrayTerm os = ArrayTerm.of(net.os());
    return new Lecture(
        "2.11",
        net.writer(net.gradOa()),
        List.of(
            Part.result(Reason.NONE, chain),
            net.matrix(
                List.of(j),
                List.of(
                    net.gradient("hs", "h"),
                    w2.transposed().dot(ArrayTerm.of(net.gradOa())),
                    w2.transposed().dot(os.minus(ArrayTerm.oneHot("m", Y, NetworkTerms.Y))),
                    w2.transposed().dot(os).minus(w2.row(Y, NetworkTerms.Y))),
                Reason.NONE,
                Say.claim("2.7"),
                Reason.of("onehot(y) selects row y of @", Symbol.ofName("W2")))));
  }

  private static ArrayTerm matrix(String name, String rows, String columns) {
    return ArrayTerm.of(Symbol.ofName(name), List.of(rows, columns), at -> Term.entry(name, at));
  }

  /** Σₚ W2ₖₚ δₚⱼ. */
  private static Term entries(NetworkTerms net, Term k, Term j) {
    return net.sum("h", p -> times(net.w2(k, p), delta(p, j)));
  }

  /** ∂L/∂hᵃ = ∂L/∂hˢ ⊙ [hᵃ &gt; 0]. */
  static Lecture gradHa() {
    NetworkTerms net = new NetworkTerms(From.HS, "j", "h");
    Term j = Term.index("j");
    Term a = net.ha(j);
    Term gradient = derivative(net.loss(), a);
    Term through = net.sum("h", p -> times(net.gradHs(p), derivative(net.hs(p), a)));
    Chain chain =
        net.chain(
            Line.of(gradient, Reason.NONE),
            Line.of(through, Say.through("hs")),
            Line.of(through, Say.definition("hs"), "hs"),
            Line.of(
                net.sum("h", p -> times(net.gradHs(p), guard(net.ha(p)), delta(p, j))), Say.RECT),
            Line.of(net.gradHa(j), Say.selects("p", "j")),
            Line.of(net.gradHa(j), Say.claim("2.11"), "gradHs"));
    ArrayTerm mask =
        ArrayTerm.of(
            new Symbol("[hᵃ > 0]", "[h^{a}>0]"), List.of("h"), at -> guard(net.ha(at.get(0))));
    // The notes test hˢ where the formula has hᵃ.
    ArrayTerm tested =
        ArrayTerm.of(
            new Symbol("[hˢ > 0]", "[h^{s}>0]"), List.of("h"), at -> guard(net.hs(at.get(0))));
    ArrayTerm gradHs = ArrayTerm.of(net.gradHs());
    return new Lecture(
        "2.13",
        net.writer(net.gradHs()),
        List.of(
            Part.result(Reason.NONE, chain),
            Part.of(
                Say.inCase("hᵃⱼ > 0", "h^{a}_{j} > 0"),
                net.chain(
                    guard(a), Line.of(gradient, Reason.NONE), Line.of(net.gradHs(j), Reason.NONE))),
            Part.of(
                Reason.of("For @ (at 0 by convention):", new Symbol("hᵃⱼ ≤ 0", "h^{a}_{j} \\le 0")),
                net.chain(
                    minus(Term.ONE, guard(a)),
                    Line.of(gradient, Reason.NONE),
                    Line.of(Term.ZERO, Reason.NONE))),
            net.matrix(
                List.of(j),
                List.of(net.gradient("ha", "h"), gradHs.hadamard(mask), gradHs.hadamard(tested)),
                Reason.NONE,
                Reason.of(
                    "@",
                    new Symbol(
                        "rect(z) > 0 just where z > 0",
                        "\\operatorname{rect}(z) > 0\\text{ just where }z > 0")))));
  }

  /** ∂L/∂W1 = ∂L/∂hᵃ·xᵀ, ∂L/∂b1 = ∂L/∂hᵃ. */
  static Lecture gradW1() {
    NetworkTerms net = new NetworkTerms(From.HA, "j", "h", "i", "d");
    Term j = Term.index("j");
    Term i = Term.index("i");
    Term w = net.w1(j, i);
    Term b = Term.entry("b1", j);
    Term through = net.sum("h", p -> multiply(net.gradHa(p), derivative(net.ha(p), w)));
    Chain weights =
        net.chain(
            Line.of(derivative(net.loss(), w), Reason.NONE),
            Line.of(through, Say.through("ha")),
            Line.of(through, Say.definition("ha"), "ha"),
            Line.of(
                net.sum("h", p -> multiply(net.gradHa(p), entries(net, p, j, i))),
                Say.fact(
                    "∂W1ₚₗ/∂W1ⱼᵢ = δⱼₚ δᵢₗ",
                    "\\partial W^{(1)}_{pl}/\\partial W^{(1)}_{ji} = \\delta_{jp}\\,\\delta_{il}")),
            Line.of(multiply(net.gradHa(j), Term.entry("x", i)), Say.selects("p", "j", "l", "i")),
            Line.of(times(net.gradHa(j), Term.entry("x", i)), Say.atTheKinkToo(), "gradHa"));
    Chain biases =
        net.chain(
            Line.of(derivative(net.loss(), b), Reason.NONE),
            Line.of(
                net.sum("h", p -> multiply(net.gradHa(p), derivative(net.ha(p), b))),
                Say.through("ha")),
            Line.of(
                net.sum("h", p -> multiply(net.gradHa(p), delta(p, j))),
                Say.fact(
                    "∂b1ₚ/∂b1ⱼ = δⱼₚ",
                    "\\partial b^{(1)}_{p}/\\partial b^{(1)}_{j} = \\delta_{jp}")),
            Line.of(net.gradHa(j), Say.selects("p", "j")));
    ArrayTerm x = ArrayTerm.of(Symbol.plain("x"), List.of("d"), at -> Term.entry("x", at));
    ArrayTerm gradHa = ArrayTerm.of(net.gradHa());
    return new Lecture(
        "2.15",
        net.writer(net.gradHa()),
        List.of(
            Part.result(Reason.NONE, weights),
            Part.result(Say.LIKEWISE, biases),
            net.matrix(List.of(j, i), List.of(net.gradient("W1", "h", "d"), gradHa.outer(x))),
            net.also(List.of(j), List.of(net.gradient("b1", "h"), gradHa))));
  }

  /** Σₗ δⱼₚ δᵢₗ xₗ. */
  private static Term entries(NetworkTerms net, Term p, Term j, Term i) {
    return net.sum("d", l -> times(delta(p, j), delta(l, i), Term.entry("x", l)));
  }

  /** ∂L/∂x = W1ᵀ·∂L/∂hᵃ. */
  static Lecture gradX() {
    NetworkTerms net = new NetworkTerms(From.HA, "l", "d");
    Term l = Term.index("l");
    Term x = Term.entry("x", l);
    Term through = net.sum("h", j -> multiply(net.gradHa(j), derivative(net.ha(j), x)));
    Chain chain =
        net.chain(
            Line.of(derivative(net.loss(), x), Reason.NONE),
            Line.of(through, Say.through("ha")),
            Line.of(through, Say.definition("ha"), "ha"),
            Line.of(
                net.sum("h", j -> multiply(net.gradHa(j), weights(net, j, l))),
                Say.fact("∂xᵢ/∂xₗ = δᵢₗ", "\\partial x_{i}/\\partial x_{l} = \\delta_{il}")),
            Line.of(
                net.sum("h", j -> multiply(net.gradHa(j), net.w1(j, l))), Say.selects("i", "l")),
            Line.of(
                net.sum("h", j -> times(net.gradHa(j), net.w1(j, l))),
                Say.atTheKinkToo(),
                "gradHa"));
    ArrayTerm w1 = matrix("W1", "h", "d");
    return new Lecture(
        "2.17",
        net.writer(net.gradHa()),
        List.of(
            Part.result(Reason.NONE, chain),
            net.matrix(
                List.of(l),
                List.of(net.gradient("x", "d"), w1.transposed().dot(ArrayTerm.of(net.gradHa()))))));
  }

  /** Σᵢ W1ⱼᵢ δᵢₗ. */
  private static Term weights(NetworkTerms net, Term j, Term l) {
    return net.sum("d", i -> times(net.w1(j, i), delta(i, l)));
  }
}
