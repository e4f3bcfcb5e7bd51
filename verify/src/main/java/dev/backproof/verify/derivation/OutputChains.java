package dev.backproof.verify.derivation;

import static dev.backproof.verify.derivation.NotesTerms.by;
import static dev.backproof.verify.derivation.NotesTerms.minus;
import static dev.backproof.verify.derivation.NotesTerms.over;
import static dev.backproof.verify.derivation.NotesTerms.sum;
import static dev.backproof.verify.derivation.NotesTerms.times;

import dev.backproof.verify.derivation.Lecture.Part;
import dev.backproof.verify.derivation.NetworkTerms.From;
import dev.backproof.verify.kernel.Term;
import java.util.List;

/** The derivations of the output layer: 2.3, 2.4, 2.7 and 2.9. */
final class OutputChains {
  private static final Term Y = NetworkTerms.LABEL;
  private static final Symbol L = Symbol.plain("L");

  private OutputChains() {}

  /** oˢ is positive and sums to 1. */
  static Lecture softmax() {
    NetworkTerms net = new NetworkTerms(From.OS, "k", "m");
    Term k = Term.index("k");
    Term z = net.partition();
    Term total = sum("m", 9, net::os);
    Chain one =
        Chain.of(
            new NetworkTerms(From.OS).declarations(),
            List.of(
                Line.of(total, Reason.NONE),
                Line.of(total, Say.definition("oˢ", "o^{s}"), "os"),
                Line.of(over(z, z), Reason.of("the denominator does not depend on the index")),
                Line.of(Term.ONE, Reason.of("both sums are the same, and positive"))));
    Chain positive =
        Chain.of(
            net.declarations(),
            List.of(
                Line.of(Term.guard(net.os(k)), Reason.NONE),
                Line.of(
                    Term.ONE,
                    Reason.of("a quotient of an exponential and a sum of exponentials"))));
    return new Lecture(
        "2.3",
        new Symbol("oˢₖ > 0, Σₖ oˢₖ = 1", "o^{s}_{k} > 0,\\quad \\sum_{k=1}^{m} o^{s}_{k} = 1"),
        net.writer(),
        List.of("os"),
        List.of(
            new Part(Reason.NONE, one),
            new Part(Reason.of("Each entry is positive, since"), positive)));
  }

  /** −log oˢ_y = log Σ exp(oᵃ) − oᵃ_y. */
  static Lecture loss() {
    NetworkTerms net = new NetworkTerms(From.OS);
    Term e = Term.exp(net.oa(Y));
    Term z = net.partition();
    Term negative = times(Term.number(-1), Term.log(net.os(Y)));
    Definition loss = Definition.of("L", L, List.of(), at -> negative);
    Chain chain =
        Chain.of(
            net.declarations(),
            List.of(
                Line.of(negative, Reason.NONE),
                Line.of(negative, Say.definition("L"), "L"),
                Line.of(negative, Say.definition("oˢ", "o^{s}"), "L", "os"),
                Line.of(
                    minus(Term.log(z), Term.log(e)),
                    Reason.of(
                        "@, both positive",
                        new Symbol("log(a/b) = log a − log b", "\\log(a/b) = \\log a - \\log b"))),
                Line.of(
                    minus(Term.log(z), net.oa(Y)),
                    Reason.of("@", new Symbol("log exp(u) = u", "\\log\\exp(u) = u")))));
    return new Lecture(
        "2.4",
        new Symbol(
            "−log(oˢᵧ) = log Σₖ exp(oᵃₖ) − oᵃᵧ",
            "-\\log(o^{s}_{y}) = \\log\\sum_{k=1}^{m}\\exp(o^{a}_{k}) - o^{a}_{y}"),
        MathText.of(net.declarations()).defining(List.of(net.os(), loss)),
        List.of("os"),
        List.of(new Part(Reason.NONE, chain)));
  }

  /** ∂L/∂oᵃ = oˢ − onehot(y). */
  static Lecture gradOa() {
    NetworkTerms net = new NetworkTerms(From.OS, "k", "m");
    Term k = Term.index("k");
    Term gradient = by(net.loss(), net.oa(k));
    Term result = minus(net.os(k), Term.delta(k, Y));
    Chain other =
        new Chain(
            net.declarations(),
            List.of(),
            minus(Term.ONE, Term.delta(k, Y)),
            List.of(
                Line.of(gradient, Reason.NONE),
                Line.of(result, Reason.NONE),
                Line.of(net.os(k), Reason.of("@", new Symbol("δₖᵧ = 0", "\\delta_{ky}=0")))));
    Chain equal =
        Chain.of(
            net.declarations(),
            List.of(
                Line.of(by(net.loss(), net.oa(Y)), Reason.NONE),
                Line.of(minus(net.os(Y), Term.delta(Y, Y)), Reason.NONE),
                Line.of(
                    minus(net.os(Y), Term.ONE),
                    Reason.of("@", new Symbol("δᵧᵧ = 1", "\\delta_{yy}=1")))));
    ArrayTerm left = Say.gradient(L, net.loss(), "oa", List.of("m"));
    ArrayTerm right = ArrayTerm.of(net.os()).minus(ArrayTerm.oneHot("m", Y, NetworkTerms.Y));
    return new Lecture(
        "2.7",
        new Symbol(
            "∂L/∂oᵃ = oˢ − onehot(y)",
            "\\frac{\\partial L}{\\partial o^{a}} = o^{s} - \\operatorname{onehot}(y)"),
        net.writer(),
        net.defined(),
        List.of(
            new Part(Reason.NONE, Chain.of(net.declarations(), byOa(net, k, gradient, result))),
            new Part(Reason.of("For @:", new Symbol("k ≠ y", "k \\ne y")), other),
            new Part(Reason.of("For @:", new Symbol("k = y", "k = y")), equal),
            Say.matrix(net, List.of(k), List.of(left, right))));
  }

  private static List<Line> byOa(NetworkTerms net, Term k, Term gradient, Term result) {
    Term o = net.oa(k);
    Term z = net.partition();
    Term delta = Term.delta(k, Y);
    Term one = over(Term.ONE, z);
    Term slopes = sum("m", 9, q -> by(Term.exp(net.oa(q)), o));
    Term exps = sum("m", 9, q -> times(Term.exp(net.oa(q)), Term.delta(q, k)));
    return List.of(
        Line.of(gradient, Reason.NONE),
        Line.of(gradient, Say.definition("L"), "L"),
        Line.of(minus(by(Term.log(z), o), by(net.oa(Y), o)), Say.SUM),
        Line.of(minus(times(one, by(z, o)), delta), Say.LOG),
        Line.of(minus(times(one, slopes), delta), Say.SUM),
        Line.of(minus(times(one, exps), delta), Say.EXP),
        Line.of(result, Say.selects("q", "k"), "os"),
        Line.of(result, Say.definition("oˢ", "o^{s}")));
  }

  /** ∂L/∂W2 = ∂L/∂oᵃ·(hˢ)ᵀ, ∂L/∂b2 = ∂L/∂oᵃ. */
  static Lecture gradW2() {
    NetworkTerms net = new NetworkTerms(From.OA, "k", "m", "j", "h");
    Term k = Term.index("k");
    Term j = Term.index("j");
    Term w = net.w2(k, j);
    Term b = Term.entry("b2", k);
    Chain weights =
        Chain.of(
            net.declarations(),
            List.of(
                Line.of(by(net.loss(), w), Reason.NONE),
                Line.of(
                    sum("m", 9, q -> times(net.gradOa(q), by(net.oa(q), w))),
                    Say.through("oᵃ", "o^{a}")),
                Line.of(
                    sum("m", 9, q -> times(net.gradOa(q), by(net.oa(q), w))),
                    Say.definition("oᵃ", "o^{a}"),
                    "oa"),
                Line.of(
                    sum("m", 9, q -> times(net.gradOa(q), entries(net, q, k, j))),
                    Say.entries(
                        "∂W2_qₚ/∂W2ₖⱼ = δ_kq δⱼₚ",
                        "\\partial W^{(2)}_{qp}/\\partial W^{(2)}_{kj} = \\delta_{kq}\\delta_{jp}")),
                Line.of(
                    times(net.gradOa(k), net.hs(j)),
                    Reason.of(
                        "Kronecker delta: only @ and @ are left",
                        Symbol.plain("q = k"),
                        Symbol.plain("p = j"))),
                Line.of(times(net.gradOa(k), net.hs(j)), Say.claim("2.7"), "gradOa")));
    Chain biases =
        Chain.of(
            net.declarations(),
            List.of(
                Line.of(by(net.loss(), b), Reason.NONE),
                Line.of(
                    sum("m", 9, q -> times(net.gradOa(q), by(net.oa(q), b))),
                    Say.through("oᵃ", "o^{a}")),
                Line.of(
                    sum("m", 9, q -> times(net.gradOa(q), Term.delta(q, k))),
                    Say.entries(
                        "∂b2_q/∂b2ₖ = δ_kq",
                        "\\partial b^{(2)}_{q}/\\partial b^{(2)}_{k} = \\delta_{kq}")),
                Line.of(net.gradOa(k), Say.selects("q", "k")),
                Line.of(net.gradOa(k), Say.claim("2.7"), "gradOa")));
    ArrayTerm upstream = ArrayTerm.of(net.gradOa());
    ArrayTerm outer =
        upstream.outer(ArrayTerm.of(Symbol.ofName("hs"), List.of("h"), at -> net.hs(at.get(0))));
    return new Lecture(
        "2.9",
        new Symbol(
            "∂L/∂W2ₖⱼ = (oˢₖ − δₖᵧ) hˢⱼ, ∂L/∂b2ₖ = oˢₖ − δₖᵧ",
            "\\frac{\\partial L}{\\partial W^{(2)}_{kj}} = (o^{s}_{k} - \\delta_{ky})\\, h^{s}_{j},"
                + "\\quad \\frac{\\partial L}{\\partial b^{(2)}_{k}} = o^{s}_{k} - \\delta_{ky}"),
        net.writer(net.gradOa()),
        net.defined(),
        List.of(
            new Part(Reason.NONE, weights),
            new Part(Reason.of("Likewise"), biases),
            Say.matrix(
                net,
                List.of(k, j),
                List.of(Say.gradient(L, net.loss(), "W2", List.of("m", "h")), outer))));
  }

  /** Σₚ δ_qk δₚⱼ hˢₚ. */
  private static Term entries(NetworkTerms net, Term q, Term k, Term j) {
    return sum("h", 8, p -> times(Term.delta(q, k), Term.delta(p, j), net.hs(p)));
  }
}
