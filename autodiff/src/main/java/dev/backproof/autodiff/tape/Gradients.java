package dev.backproof.autodiff.tape;

import dev.backproof.core.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backward sweep has found: for each variable of the tape its cotangent.
 *
 * @param <T> the reading the gradients are in
 */
public final class Gradients<T extends Tensor<T>> {
  private final @Nullable Tape<T> tape;
  private final List<@Nullable T> bars;
  private final boolean keepsAll;

  Gradients(@Nullable Tape<T> tape, List<@Nullable T> bars, boolean keepsAll) {
    this.tape = tape;
    this.bars = bars;
    this.keepsAll = keepsAll;
  }

  /**
   * The cotangent of {@code v}, of its shape; zeros if the result does not depend on it.
   *
   * @throws IllegalArgumentException if {@code v} is a constant, or a variable of another tape than
   *     the result
   * @throws IllegalStateException if {@code v} is an intermediate result, whose cotangent the sweep
   *     has let go
   */
  public T of(Var<T> v) {
    Tape<T> own = v.tapeOrNull();
    if (own == null) {
      throw new IllegalArgumentException(
          "gradient: a constant has none; make it with Tape.variable");
    }
    if (tape != null && own != tape) {
      throw new IllegalArgumentException(
          "gradient: the variable is on another tape than the result");
    }
    if (!v.isLeaf() && !keepsAll) {
      throw new IllegalStateException(
          "gradient: the sweep keeps no cotangent of the intermediate result "
              + v.op()
              + "; use backwardKeepingAll, or make it a variable");
    }
    T bar = v.position() < bars.size() ? bars.get(v.position()) : null;
    return bar != null ? bar : v.primal().zero().broadcastTo(v.shape());
  }
}
