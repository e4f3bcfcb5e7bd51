package org.example;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Tensor;

/** A formula of somebody else, and its slope. */
public final class Energy {
  private Energy() {}

  /** Σ w ⊙ w. */
  public static <T extends Tensor<T>> T of(T w) {
    return w.times(w).sum();
  }

  /** The gradient of {@link #of}, by the tape. */
  public static DenseTensor slope(DenseTensor w) {
    var tape = new Tape<DenseTensor>();
    var variable = tape.variable(w);
    return of(variable).backward().of(variable);
  }
}
