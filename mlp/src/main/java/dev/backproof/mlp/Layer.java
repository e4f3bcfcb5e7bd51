package dev.backproof.mlp;

import java.util.function.Function;

/**
 * One layer of a network, or anything that has a part for its weights and one for its biases.
 *
 * @param w the weights, [width × width of the layer below]
 * @param b the biases, [width]
 * @param <T> what each part is
 */
public record Layer<T>(T w, T b) {
  /** Each part replaced by its image. */
  public <R> Layer<R> map(Function<? super T, ? extends R> f) {
    return new Layer<>(f.apply(w), f.apply(b));
  }
}
