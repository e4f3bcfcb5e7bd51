package dev.backproof.verify.bench;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;

/**
 * What a node of the graph costs when its numbers cost nothing: y ← y·c on scalars, again and
 * again, recorded and swept back; c is a constant.
 */
final class TapeChain {
  /** So close to 1 that no product of the chain leaves the range of float64. */
  private static final double FACTOR = 1.0001;

  private TapeChain() {}

  static Step of(int nodes) {
    DenseTensor one = DenseTensor.scalar(1);
    Var<DenseTensor> c = Var.constant(DenseTensor.scalar(FACTOR));
    return () -> {
      Var<DenseTensor> v = new Tape<DenseTensor>().variable(one);
      Var<DenseTensor> y = v;
      for (int i = 0; i < nodes; i++) {
        y = y.times(c);
      }
      return y.backward().of(v).item();
    };
  }
}
