package dev.backproof.verify.notes;

import static dev.backproof.core.Elementary.ABS;
import static dev.backproof.verify.notes.NetworkFormulas.EXAMPLE_X;

import dev.backproof.core.Formula;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.ElasticNet;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.Penalty;
import dev.backproof.mlp.graph.GraphGradient;
import dev.backproof.mlp.train.GradientDescent;
import java.util.ArrayList;
import java.util.List;

/** The empirical risk, its minimisation and its penalty (claims 2.5, 2.6 and 2.18). */
final class Risk {
  private static final List<Operand> BATCH =
      List.of(Operand.W1, Operand.B1, Operand.W2, Operand.B2, Operand.BATCH, Operand.LABELS);
  private static final List<Operand> BATCH_AND_STEP = append(BATCH, Operand.POSITIVE);
  private static final List<Operand> PENALISED =
      append(
          NetworkFormulas.EXAMPLE,
          Operand.POSITIVE,
          Operand.POSITIVE,
          Operand.POSITIVE,
          Operand.POSITIVE);
  private static final int STEP = 6;
  private static final int FACTORS = 6;

  private Risk() {}

  static List<Claim> descent() {
    return List.of(
        new Claim(
            "2.5",
            "R̂ = (1/n)·Σ L; n_θ = h·d + h + m·h + m",
            List.of(
                new Statement.Enumerated(
                    "risk = mean of the losses",
                    BATCH,
                    Formula.ofList(NetworkFormulas::loss),
                    Formula.ofList(Risk::meanOfLosses)),
                new Statement.Identity(
                    "number of parameters",
                    BATCH,
                    Formula.ofList(Risk::counted),
                    Formula.ofList(Risk::count)))),
        new Claim(
            "2.6",
            "the gradient of the mean is the mean of the gradients",
            List.of(
                new Statement.Enumerated(
                    "step = mean of the steps, closed form",
                    BATCH_AND_STEP,
                    Formula.ofList(Risk::stepByClosedForm),
                    Formula.ofList(Risk::meanOfSteps)),
                new Statement.Enumerated(
                    "step by the graph = mean of the steps",
                    BATCH_AND_STEP,
                    Formula.ofList(Risk::stepByGraph),
                    Formula.ofList(Risk::meanOfSteps)))));
  }

  static Claim penalty() {
    return new Claim(
        "2.18",
        "∂𝓛/∂W = λ₁·sign(W) + 2λ₂·W, ∂𝓛/∂b = 0",
        List.of(
            alone("matrix, alone", Risk::gradientAlone),
            alone("index, alone", Risk::gradientByIndex),
            penalised("matrix, W1 end to end", 0, Risk::penalisedW1),
            penalised("matrix, b1 end to end", 1, Risk::penalisedB1),
            penalised("matrix, W2 end to end", 2, Risk::penalisedW2),
            penalised("matrix, b2 end to end", 3, Risk::penalisedB2)));
  }

  private static List<Operand> append(List<Operand> operands, Operand... more) {
    List<Operand> all = new ArrayList<>(operands);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  private static Statement alone(String label, Formula.Of3 right) {
    return GradientStatements.kinked(
        label,
        List.of(Operand.W1, Operand.POSITIVE, Operand.POSITIVE),
        Formula.of(Risk::penaltyAlone),
        Formula.of(right));
  }

  private static Statement penalised(String label, int which, Formula.OfList right) {
    return new Statement.Gradient(
        label,
        PENALISED,
        Formula.ofList(Risk::penalisedLoss),
        which,
        Formula.ofList(right),
        List.of(
            new Kinks(Formula.ofList(Risk::w1), 0),
            new Kinks(Formula.ofList(Risk::w2), 2),
            GradientStatements.HIDDEN.get(0)));
  }

  private static <T extends Tensor<T>> T w1(List<T> in) {
    return in.get(0);
  }

  private static <T extends Tensor<T>> T w2(List<T> in) {
    return in.get(2);
  }

  /** Row t of the design matrix as an example, with its label, beside the parameters. */
  private static <T extends Tensor<T>> List<T> example(List<T> in, int t) {
    T x = in.get(EXAMPLE_X);
    T y = in.get(EXAMPLE_X + 1);
    List<T> one = new ArrayList<>(in.subList(0, EXAMPLE_X));
    one.add(x.slice(0, t, t + 1).reshape(Shape.of(x.shape().last())));
    one.add(y.slice(0, t, t + 1).reshape(Shape.SCALAR));
    return one;
  }

  private static <T extends Tensor<T>> int examples(List<T> in) {
    return in.get(EXAMPLE_X).shape().size(0).number();
  }

  private static <T extends Tensor<T>> T meanOfLosses(List<T> in) {
    T sum = in.get(0).zero();
    for (int t = 0; t < examples(in); t++) {
      sum = sum.plus(NetworkFormulas.loss(example(in, t)));
    }
    return sum.div(sum.size(in.get(EXAMPLE_X).shape().size(0)));
  }

  private static <T extends Tensor<T>> T counted(List<T> in) {
    T ones = in.get(0).one();
    return Parameters.of(in).list().stream()
        .map(part -> ones.broadcastTo(part.shape()).sum())
        .reduce(in.get(0).zero(), Tensor::plus);
  }

  private static <T extends Tensor<T>> T count(List<T> in) {
    Size h = in.get(0).shape().size(0);
    T d = in.get(0).size(in.get(0).shape().size(1));
    T units = in.get(0).size(h);
    T m = in.get(0).size(in.get(2).shape().size(0));
    return units.times(d).plus(units).plus(m.times(units)).plus(m);
  }

  private static <T extends Tensor<T>> T flat(Parameters<T> p) {
    List<T> parts =
        p.list().stream().map(part -> part.reshape(Shape.of(part.shape().product()))).toList();
    return parts.get(0).concatenate(0, parts.subList(1, parts.size()));
  }

  private static <T extends Tensor<T>> T stepByClosedForm(List<T> in) {
    Parameters<T> p = Parameters.of(in);
    return flat(GradientDescent.step(p, NetworkFormulas.closedForm(in).parameters(), in.get(STEP)));
  }

  private static <T extends Tensor<T>> T stepByGraph(List<T> in) {
    Parameters<T> p = Parameters.of(in);
    Parameters<T> gradient =
        GraphGradient.loss(Network.NOTES, p, in.get(EXAMPLE_X), in.get(EXAMPLE_X + 1));
    return flat(GradientDescent.step(p, gradient, in.get(STEP)));
  }

  private static <T extends Tensor<T>> T meanOfSteps(List<T> in) {
    Parameters<T> p = Parameters.of(in);
    T sum = in.get(0).zero();
    for (int t = 0; t < examples(in); t++) {
      Parameters<T> gradient = NetworkFormulas.closedForm(example(in, t)).parameters();
      sum = sum.plus(flat(GradientDescent.step(p, gradient, in.get(STEP))));
    }
    return sum.div(sum.size(in.get(EXAMPLE_X).shape().size(0)));
  }

  private static <T extends Tensor<T>> ElasticNet<T> factors(List<T> in) {
    return new ElasticNet<>(
        in.get(FACTORS), in.get(FACTORS + 1), in.get(FACTORS + 2), in.get(FACTORS + 3));
  }

  private static <T extends Tensor<T>> T penalisedLoss(List<T> in) {
    return NetworkFormulas.loss(in).plus(factors(in).penalty(Parameters.of(in)));
  }

  private static <T extends Tensor<T>> Parameters<T> penalisedGradient(List<T> in) {
    return Penalty.add(NetworkFormulas.closedForm(in).parameters(), factors(in), Parameters.of(in));
  }

  private static <T extends Tensor<T>> T penalisedW1(List<T> in) {
    return penalisedGradient(in).w1();
  }

  private static <T extends Tensor<T>> T penalisedB1(List<T> in) {
    return penalisedGradient(in).b1();
  }

  private static <T extends Tensor<T>> T penalisedW2(List<T> in) {
    return penalisedGradient(in).w2();
  }

  private static <T extends Tensor<T>> T penalisedB2(List<T> in) {
    return penalisedGradient(in).b2();
  }

  /** λ1·Σ|wⱼᵢ| + λ2·Σwⱼᵢ² of one layer's weights, as the notes write it. */
  private static <T extends Tensor<T>> T penaltyAlone(T w, T l1, T l2) {
    return l1.times(w.map(ABS).sum()).plus(l2.times(w.times(w).sum()));
  }

  private static <T extends Tensor<T>> T gradientAlone(T w, T l1, T l2) {
    return Penalty.gradWeights(l1, l2, w);
  }

  /** λ1·([wⱼᵢ &gt; 0] − [wⱼᵢ &lt; 0]) + λ2·(wⱼᵢ + wⱼᵢ). */
  private static <T extends Tensor<T>> T gradientByIndex(T w, T l1, T l2) {
    T both = w.plus(w).times(l2);
    T sign = w.greater(w.zero()).minus(w.zero().greater(w));
    return sign.times(l1).plus(both);
  }
}
