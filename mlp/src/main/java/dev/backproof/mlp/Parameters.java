package dev.backproof.mlp;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The parameters θ of the network, or anything that has one part for each of them: gradients,
 * variables, shapes, names.
 *
 * @param w1 weights of the hidden layer, [h×d]
 * @param b1 biases of the hidden layer, [h]
 * @param w2 weights of the output layer, [m×h]
 * @param b2 biases of the output layer, [m]
 * @param <T> what each part is
 */
public record Parameters<T>(T w1, T b1, T w2, T b2) {
  /** The names of the parts, in order. */
  public static final Parameters<String> NAMES = new Parameters<>("W1", "b1", "W2", "b2");

  /** The number of parts. */
  public static final int COUNT = 4;

  /**
   * The parameters from their parts, in order; what comes behind them in the list is not looked at.
   *
   * @throws IndexOutOfBoundsException if there are fewer than four
   */
  public static <T> Parameters<T> of(List<? extends T> parts) {
    return new Parameters<>(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
  }

  /** The same parts, layer by layer. */
  public DeepParameters<T> layers() {
    return DeepParameters.of(list());
  }

  /** The parts in order. */
  public List<T> list() {
    return List.of(w1, b1, w2, b2);
  }

  /** Each part replaced by its image. */
  public <R> Parameters<R> map(Function<? super T, ? extends R> f) {
    return new Parameters<>(f.apply(w1), f.apply(b1), f.apply(w2), f.apply(b2));
  }

  /** Each part combined with the same part of {@code other}. */
  public Parameters<T> combine(Parameters<T> other, BinaryOperator<T> f) {
    List<T> left = list();
    List<T> right = other.list();
    return of(IntStream.range(0, COUNT).mapToObj(i -> f.apply(left.get(i), right.get(i))).toList());
  }
}
