package dev.backproof.mlp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The parameters θ of a network of any depth, layer by layer, or anything that has one part for
 * each of them: gradients, velocities, variables, shapes, names.
 *
 * @param layers from the input to the output; at least one
 * @param <T> what each part is
 */
public record DeepParameters<T>(List<Layer<T>> layers) {
  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no layer
   */
  public DeepParameters {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("parameters: a network has at least its output layer");
    }
  }

  /**
   * The parameters from their parts, W1, b1, W2, b2, ….
   *
   * @throws IllegalArgumentException if there is none, or their number is odd
   */
  public static <T> DeepParameters<T> of(List<? extends T> parts) {
    if (parts.size() % 2 != 0) {
      throw new IllegalArgumentException(
          "parameters: weights and biases in turn, not " + parts.size() + " parts");
    }
    List<Layer<T>> layers = new ArrayList<>();
    for (int i = 0; i < parts.size(); i += 2) {
      layers.add(new Layer<>(parts.get(i), parts.get(i + 1)));
    }
    return new DeepParameters<>(layers);
  }

  /** The names of the parts of so many layers: W1, b1, W2, b2, …. */
  public static DeepParameters<String> names(int depth) {
    return new DeepParameters<>(
        IntStream.rangeClosed(1, depth).mapToObj(l -> new Layer<>("W" + l, "b" + l)).toList());
  }

  /** The number of layers, the output layer included. */
  public int depth() {
    return layers.size();
  }

  /** The number of parts, two for each layer. */
  public int count() {
    return 2 * depth();
  }

  /** The parts in order. */
  public List<T> list() {
    List<T> parts = new ArrayList<>();
    layers.forEach(
        layer -> {
          parts.add(layer.w());
          parts.add(layer.b());
        });
    return parts;
  }

  /** Each part replaced by its image. */
  public <R> DeepParameters<R> map(Function<? super T, ? extends R> f) {
    List<Layer<R>> images = new ArrayList<>();
    layers.forEach(layer -> images.add(layer.map(f)));
    return new DeepParameters<>(images);
  }

  /**
   * Each part combined with the same part of {@code other}.
   *
   * @throws IllegalArgumentException if that has another number of layers
   */
  public DeepParameters<T> combine(DeepParameters<T> other, BinaryOperator<T> f) {
    if (other.depth() != depth()) {
      throw new IllegalArgumentException(
          "parameters: " + depth() + " layers do not fit " + other.depth());
    }
    List<T> left = list();
    List<T> right = other.list();
    return of(
        IntStream.range(0, left.size()).mapToObj(i -> f.apply(left.get(i), right.get(i))).toList());
  }
}
