package dev.backproof.verify.derivation;

import static dev.backproof.verify.derivation.Flat.minus;
import static dev.backproof.verify.derivation.Flat.negative;
import static dev.backproof.verify.derivation.Flat.over;
import static dev.backproof.verify.derivation.Flat.times;
import static dev.backproof.verify.derivation.NetworkTerms.L;
import static dev.backproof.verify.kernel.Term.delta;
import static dev.backproof.verify.kernel.Term.derivative;
import static dev.backproof.verify.theorem.NotesForms.Y;

import dev.backproof.verify.derivation.Lecture.Part;
import dev.backproof.verify.derivation.NetworkTerms.From;
import dev.backproof.verify.kernel.Term;
import java.util.List;

/** The derivations of the output layer: 2.3, 2.4, 2.7 and 2.9. */
final class OutputChains {
  private OutputChains() {}

  /** oˢ is positive and sums to 1. */
  static Lecture softmax() {
    NetworkTerms net = new NetworkTerms(From.OS, "k", "m");
    NetworkTerms sums = new NetworkTerms(From.OS);
    Term z = net.partition();
    Term total = net.sum("m", net::os);
    Chain one =
        sums.chain(
            Line.of(total, Reason.NONE),
            Line.of(total, Say.definition("os"), "os"),
            Line.of(over(z, z), Reason.of("the denominator does not depend on the index")),
            Line.of(Term.ONE, Reason.of("both sums are the same, and positive")));
    Chain positive =
        net.chain(
            Line.of(Term.guard(net.os(Term.index("k"))), Reason.NONE),
            Line.of(Term.ONE, Reason.of("a quotient of an exponential and a sum of exponentials")));
    return new Lecture(
        "2.3",
        MathText.of(net.declarations()).defining(List.of(net.os())),
        List.of(
            Part.result(Reason.NONE, one),
            Part.result(Reason.of("Each entry is positive:"), positive)));
  }

  /** −log oˢ_y = log Σ exp(oᵃ) − oᵃ_y. */
  static Lecture loss() {
    NetworkTerms net = new NetworkTerms(From.OS);
    Term e = Term.exp(net.oa(Y));
    Term z = net.partition();
    Term loss = negative(Term.log(net.os(Y)));
    Chain chain =
        net.chain(
            Line.of(loss, Reason.NONE),
            Line.of(loss, Say.definition(L), "L"),
            Line.of(loss, Say.definition("os"), "L", "os"),
            Line.of(minus(Term.log(z), Term.log(e)), Say.LOG_OF_QUOTIENT),
            Line.of(minus(Term.log(z), net.oa(Y)), Say.LOG_OF_EXP));
    return new Lecture(
        "2.4",
        MathText.of(net.declarations())
            .defining(List.of(net.os(), Definition.of("L", L, List.of(), at -> loss))),
        List.of(Part.result(Reason.NONE, chain)));
  }

  /** ∂L/∂oᵃ = oˢ − onehot(y). */
  static Lecture gradOa() {
    NetworkTerms net = new NetworkTerms(From.OS, "k", "m");
    Term k = Term.index("k");
    Term gradient = derivative(net.loss(), net.oa(k));
    Term result = net.gradOa(k);
    Chain other =
        net.chain(
            minus(Term.ONE, delta(k, Y)),
            Line.of(gradient, Reason.NONE),
            Line.of(result, Reason.NONE),
            Line.of(net.os(k), Say.fact("δₖᵧ = 0", "\\delta_{ky}=0")));
    Chain equal =
        net.chain(
            Line.of(derivative(net.loss(), net.oa(Y)), Reason.NONE),
            Line.of(net.gradOa(Y), Reason.NONE),
            Line.of(minus(net.os(Y), Term.ONE), Say.fact("δᵧᵧ = 1", "\\delta_{yy}=1")));
    ArrayTerm right = ArrayTerm.of(net.os()).minus(ArrayTerm.oneHot("m", Y, NetworkTerms.Y));
    return new Lecture(
        "2.7",
        net.writer(),
        List.of(
            Part.result(Reason.NONE, byOa(net, k, gradient, result)),
            Part.of(Say.inCase("k ≠ y", "k \\ne y"), other),
            Part.of(Say.inCase("k = y", "k = y"), equal),
            net.matrix(List.of(k), List.of(net.gradient("oa", "m"), right))));
  }

  private static Chain byOa(NetworkTerms net, Term k, Term gradient, Term result) {
    Term o = net.oa(k);
    Term z = net.partition();
    Term one = over(Term.ONE, z);
    Term slopes = net.sum("m", q -> derivative(Term.exp(net.oa(q)), o));
    Term exps = net.sum("m", q -> times(Term.exp(net.oa(q)), delta(q, k)));
    return net.chain(
        Line.of(gradient, Reason.NONE),
        Line.of(gradient, Say.definition(L), "L"),
        Line.of(minus(derivative(Term.log(z), o), derivative(net.oa(Y), o)), Say.DIFFERENCE),
        Line.of(
            minus(derivative(Term.log(z), o), delta(k, Y)),
            Say.fact("∂oᵃᵧ/∂oᵃₖ = δₖᵧ", "\\partial o^{a}_{y}/\\partial o^{a}_{k} = \\delta_{ky}")),
        Line.of(minus(times(one, derivative(z, o)), delta(k, Y)), Say.LOG),
        Line.of(minus(times(one, slopes), delta(k, Y)), Say.SUM),
        Line.of(minus(times(one, exps), delta(k, Y)), Say.EXP),
        Line.of(result, Say.selects("q", "k"), "os"),
        Line.of(result, Say.definition("os")));
  }

  /** ∂L/∂W2 = ∂L/∂oᵃ·(hˢ)ᵀ, ∂L/∂b2 = ∂L/∂oᵃ. */
  static Lecture gradW2() {
    NetworkTerms net = new NetworkTerms(From.OA, "k", "m", "j", "h");
    Term k = Term.index("k");
    Term j = Term.index("j");
    Term w = net.w2(k, j);
    Term b = Term.entry("b2", k);
    Term through = net.sum("m", q -> times(net.gradOa(q), derivative(net.oa(q), w)));
    Term throughBias = net.sum("m", q -> times(net.gradOa(q), derivative(net.oa(q), b)));
    Chain weights =
        net.chain(
            Line.of(derivative(net.loss(), w), Reason.NONE),
            Line.of(through, Say.through("oa")),
            Line.of(through, Say.definition("oa"), "oa"),
            Line.of(
                net.sum("m", q -> times(net.gradOa(q), entries(net, q, k, j))),
                Say.fact(
                    "∂W2_qₚ/∂W2ₖⱼ = δ_kq δⱼₚ",
                    "\\partial W^{(2)}_{qp}/\\partial W^{(2)}_{kj} = \\delta_{kq}\\,\\delta_{jp}")),
            Line.of(times(net.gradOa(k), net.hs(j)), Say.selects("q", "k", "p", "j")),
            Line.of(times(net.gradOa(k), net.hs(j)), Say.claim("2.7"), "gradOa"));
    Chain biases =
        net.chain(
            Line.of(derivative(net.loss(), b), Reason.NONE),
            Line.of(throughBias, Say.through("oa")),
            Line.of(
                net.sum("m", q -> times(net.gradOa(q), delta(q, k))),
                Say.fact(
                    "∂b2_q/∂b2ₖ = δ_kq",
                    "\\partial b^{(2)}_{q}/\\partial b^{(2)}_{k} = \\delta_{kq}")),
            Line.of(net.gradOa(k), Say.selects("q", "k")),
            Line.of(net.gradOa(k), Say.claim("2.7"), "gradOa"));
    ArrayTerm gradOa = ArrayTerm.of(net.gradOa());
    ArrayTerm hs = ArrayTerm.of(Symbol.ofName("hs"), List.of("h"), at -> net.hs(at.get(0)));
    return new Lecture(
        "2.9",
        net.writer(net.gradOa()),
        List.of(
            Part.result(Reason.NONE, weights),
            Part.result(Say.LIKEWISE, biases),
            net.matrix(List.of(k, j), List.of(net.gradient("W2", "m", "h"), gradOa.outer(hs))),
            net.also(List.of(k), List.of(net.gradient("b2", "m"), gradOa))));
  }

  /** Σₚ δ_qk δₚⱼ hˢₚ. */
  private static Term entries(NetworkTerms net, Term q, Term k, Term j) {
    return net.sum("h", p -> times(delta(q, k), delta(p, j), net.hs(p)));
  }
}
