package dev.backproof.verify.mlp;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.ElasticNet;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.ClosedForm;
import dev.backproof.mlp.closedform.Penalty;
import dev.backproof.mlp.graph.GraphGradient;
import java.util.ArrayList;
import java.util.List;

/**
 * A network with its loss and both of its gradients as formulas of one list of operands: W1, b1,
 * W2, b2, x or X, y, and the four factors of the penalty.
 *
 * @param network with the activation of the case
 * @param d inputs
 * @param h hidden units
 * @param m classes
 * @param n examples; 0 for a single example, not a minibatch of one
 * @param penalised whether the factors of the penalty are positive, or 0
 * @param seed where the operands come from
 */
record NetworkCase(Network network, int d, int h, int m, int n, boolean penalised, long seed) {
  private static final int X = Parameters.COUNT;
  private static final int Y = X + 1;
  private static final int FACTORS = Y + 1;
  private static final double CLEARANCE = 0.1;

  /** Operands away from every kink of the activation and of the penalty. */
  List<DenseTensor> smoothPoint() {
    RandomTensors random = RandomTensors.seeded(seed);
    while (true) {
      List<DenseTensor> at = point(random);
      boolean clear = isClear(at.get(0)) && isClear(at.get(2));
      DenseTensor ha = network.forward(Parameters.of(at), at.get(X)).ha();
      if (clear && (!hasKink(network.activation()) || isClear(ha))) {
        return at;
      }
    }
  }

  private List<DenseTensor> point(RandomTensors random) {
    List<DenseTensor> at = new ArrayList<>();
    for (Shape shape : Network.shapes(Size.of(d), Size.of(h), Size.of(m)).list()) {
      at.add(random.uniform(-1.5, 1.5, shape));
    }
    at.add(random.uniform(-1.5, 1.5, n == 0 ? Shape.of(d) : Shape.of(n, d)));
    at.add(random.labels(m, n == 0 ? Shape.SCALAR : Shape.of(n)));
    for (int i = 0; i < 4; i++) {
      at.add(random.uniform(0.1, 1, Shape.SCALAR).times(DenseTensor.scalar(penalised ? 1 : 0)));
    }
    return at;
  }

  private static boolean hasKink(Elementary f) {
    return f == Elementary.RECT || f == Elementary.ABS;
  }

  private static boolean isClear(DenseTensor x) {
    for (double entry : x.toArray()) {
      if (Math.abs(entry) < CLEARANCE) {
        return false;
      }
    }
    return true;
  }

  /** The penalised loss. */
  Formula loss() {
    return Formula.ofList(this::loss);
  }

  /** One part of its gradient by the closed form. */
  Formula closedForm(int part) {
    return part(part, false);
  }

  /** One part of its gradient by the graph. */
  Formula graph(int part) {
    return part(part, true);
  }

  private Formula part(int part, boolean byGraph) {
    return switch (part) {
      case 0 -> byGraph ? Formula.ofList(this::graphW1) : Formula.ofList(this::handW1);
      case 1 -> byGraph ? Formula.ofList(this::graphB1) : Formula.ofList(this::handB1);
      case 2 -> byGraph ? Formula.ofList(this::graphW2) : Formula.ofList(this::handW2);
      default -> byGraph ? Formula.ofList(this::graphB2) : Formula.ofList(this::handB2);
    };
  }

  private static <T extends Tensor<T>> ElasticNet<T> factors(List<T> in) {
    return new ElasticNet<>(
        in.get(FACTORS), in.get(FACTORS + 1), in.get(FACTORS + 2), in.get(FACTORS + 3));
  }

  private <T extends Tensor<T>> T loss(List<T> in) {
    Parameters<T> p = Parameters.of(in);
    return network.loss(p, in.get(X), in.get(Y)).plus(factors(in).penalty(p));
  }

  private <T extends Tensor<T>> Parameters<T> hand(List<T> in) {
    Parameters<T> p = Parameters.of(in);
    Parameters<T> gradient =
        ClosedForm.of(in.get(X))
            .gradients(network, p, in.get(X), Network.target(p, in.get(Y)))
            .parameters();
    return Penalty.add(gradient, factors(in), p);
  }

  private <T extends Tensor<T>> Parameters<T> graph(List<T> in) {
    return GraphGradient.penalisedLoss(
        network, factors(in), Parameters.of(in), in.get(X), in.get(Y));
  }

  private <T extends Tensor<T>> T handW1(List<T> in) {
    return hand(in).w1();
  }

  private <T extends Tensor<T>> T handB1(List<T> in) {
    return hand(in).b1();
  }

  private <T extends Tensor<T>> T handW2(List<T> in) {
    return hand(in).w2();
  }

  private <T extends Tensor<T>> T handB2(List<T> in) {
    return hand(in).b2();
  }

  private <T extends Tensor<T>> T graphW1(List<T> in) {
    return graph(in).w1();
  }

  private <T extends Tensor<T>> T graphB1(List<T> in) {
    return graph(in).b1();
  }

  private <T extends Tensor<T>> T graphW2(List<T> in) {
    return graph(in).w2();
  }

  private <T extends Tensor<T>> T graphB2(List<T> in) {
    return graph(in).b2();
  }

  @Override
  public String toString() {
    return network.activation()
        + " d="
        + d
        + " h="
        + h
        + " m="
        + m
        + (n == 0 ? " one example" : " n=" + n)
        + (penalised ? " penalised" : "")
        + " seed="
        + seed;
  }
}
