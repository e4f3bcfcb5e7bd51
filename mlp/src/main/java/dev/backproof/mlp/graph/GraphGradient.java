package dev.backproof.mlp.graph;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.autodiff.tape.Gradients;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.DeepNetwork;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.ElasticNet;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import java.util.function.Function;

/**
 * The gradients of the network by reverse mode: the same loss, recorded on a tape and swept back.
 */
public final class GraphGradient {
  private GraphGradient() {}

  /** The gradient of any scalar function of the parameters. */
  public static <T extends Tensor<T>> Parameters<T> of(
      Parameters<T> at, Function<Parameters<Var<T>>, Var<T>> loss) {
    return of(VjpRules.PAGE, at, loss);
  }

  /** As {@link #of(Parameters, Function)}, by the rules of another page. */
  public static <T extends Tensor<T>> Parameters<T> of(
      VjpRules rules, Parameters<T> at, Function<Parameters<Var<T>>, Var<T>> loss) {
    return withLoss(rules, at, loss).gradient();
  }

  /** The value of any scalar function of the parameters, and its gradient. */
  public static <T extends Tensor<T>> LossAndGradient<T> withLoss(
      Parameters<T> at, Function<Parameters<Var<T>>, Var<T>> loss) {
    return withLoss(VjpRules.PAGE, at, loss);
  }

  private static <T extends Tensor<T>> LossAndGradient<T> withLoss(
      VjpRules rules, Parameters<T> at, Function<Parameters<Var<T>>, Var<T>> loss) {
    Tape<T> tape = new Tape<>(rules);
    Parameters<Var<T>> variables = at.map(tape::variable);
    Var<T> value = loss.apply(variables);
    Gradients<T> gradients = value.backward();
    return new LossAndGradient<>(value.primal(), variables.map(gradients::of));
  }

  /** The gradient of {@link Network#loss} for one example or a minibatch with labels. */
  public static <T extends Tensor<T>> Parameters<T> loss(
      Network network, Parameters<T> p, T x, T y) {
    return of(p, q -> network.loss(q, Var.constant(x), Var.constant(y)));
  }

  /** The gradient of the loss plus the penalty. */
  public static <T extends Tensor<T>> Parameters<T> penalisedLoss(
      Network network, ElasticNet<T> net, Parameters<T> p, T x, T y) {
    ElasticNet<Var<T>> constants =
        new ElasticNet<>(
            Var.constant(net.l11()),
            Var.constant(net.l12()),
            Var.constant(net.l21()),
            Var.constant(net.l22()));
    return of(p, q -> network.loss(q, Var.constant(x), Var.constant(y)).plus(constants.penalty(q)));
  }

  /** The value of any scalar function of the parameters of any depth, and its gradient. */
  public static <T extends Tensor<T>> DeepLossAndGradient<T> withLoss(
      DeepParameters<T> at, Function<DeepParameters<Var<T>>, Var<T>> loss) {
    Tape<T> tape = new Tape<>();
    DeepParameters<Var<T>> variables = at.map(tape::variable);
    Var<T> value = loss.apply(variables);
    Gradients<T> gradients = value.backward();
    return new DeepLossAndGradient<>(value.primal(), variables.map(gradients::of));
  }

  /** The loss of a network of any depth with labels, and its gradient. */
  public static <T extends Tensor<T>> DeepLossAndGradient<T> withLoss(
      DeepNetwork network, DeepParameters<T> p, T x, T y) {
    return withLoss(p, q -> network.loss(q, Var.constant(x), Var.constant(y)));
  }
}
