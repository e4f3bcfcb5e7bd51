package dev.backproof.verify.derivation;

import static dev.backproof.verify.derivation.NotesTerms.by;
import static dev.backproof.verify.derivation.NotesTerms.minus;
import static dev.backproof.verify.derivation.NotesTerms.over;
import static dev.backproof.verify.derivation.NotesTerms.sum;
import static dev.backproof.verify.derivation.NotesTerms.times;

import dev.backproof.verify.derivation.NetworkTerms.From;
import dev.backproof.verify.kernel.Term;
import java.util.List;

/** The derivations of the output layer. */
final class OutputChains {
  private static final Term Y = NetworkTerms.LABEL;

  private OutputChains() {}

  /** ∂L/∂oᵃ = oˢ − onehot(y). */
  static Lecture gradOa() {
    NetworkTerms net = new NetworkTerms(From.OS, "k", "m");
    Term k = Term.index("k");
    Term o = net.oa(k);
    Term gradient = by(net.loss(), o);
    Term z = net.partition();
    Term delta = Term.delta(k, Y);
    Chain general =
        Chain.of(
            net.declarations(),
            List.of(
                Line.of(gradient, Reason.NONE),
                Line.of(gradient, Say.definition("L"), "L"),
                Line.of(minus(by(Term.log(z), o), by(net.oa(Y), o)), Say.SUM),
                Line.of(minus(times(over(Term.ONE, z), by(z, o)), delta), Say.LOG),
                Line.of(
                    minus(
                        times(over(Term.ONE, z), sum("m", 9, q -> by(Term.exp(net.oa(q)), o))),
                        delta),
                    Say.SUM),
                Line.of(
                    minus(
                        times(
                            over(Term.ONE, z),
                            sum("m", 9, q -> times(Term.exp(net.oa(q)), Term.delta(q, k)))),
                        delta),
                    Say.EXP),
                Line.of(minus(net.os(k), delta), Say.selects("q", "k"), "os"),
                Line.of(minus(net.os(k), delta), Say.definition("oˢ", "o^{s}"))));
    Term different = minus(Term.ONE, delta);
    Chain other =
        new Chain(
            net.declarations(),
            List.of(),
            different,
            List.of(
                Line.of(gradient, Reason.NONE),
                Line.of(minus(net.os(k), delta), Reason.NONE),
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
    ArrayTerm left = Say.gradient(Symbol.plain("L"), net.loss(), "oa", List.of("m"));
    ArrayTerm right = ArrayTerm.of(net.os()).minus(ArrayTerm.oneHot("m", Y, NetworkTerms.Y));
    return new Lecture(
        "2.7",
        new Symbol(
            "∂L/∂oᵃ = oˢ − onehot(y)",
            "\\frac{\\partial L}{\\partial o^{a}} = o^{s} - \\operatorname{onehot}(y)"),
        net.writer(),
        net.defined(),
        List.of(
            new Lecture.Part(Reason.NONE, general),
            new Lecture.Part(Reason.of("For @:", new Symbol("k ≠ y", "k \\ne y")), other),
            new Lecture.Part(Reason.of("For @:", new Symbol("k = y", "k = y")), equal),
            new Lecture.Part(
                Say.MATRIX,
                Chain.of(net.declarations(), Say.arrays(List.of(k), List.of(left, right))))));
  }
}
