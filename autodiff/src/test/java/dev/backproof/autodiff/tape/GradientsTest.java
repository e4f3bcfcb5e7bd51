package dev.backproof.autodiff.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import org.junit.jupiter.api.Test;

class GradientsTest {
  private final Tape<DenseTensor> tape = new Tape<>();
  private final Var<DenseTensor> x = tape.variable(DenseTensor.vector(1, 2));

  @Test
  void aConstantHasNone() {
    Gradients<DenseTensor> gradients = x.sum().backward();
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> gradients.of(tape.constant(DenseTensor.scalar(1))));
    assertEquals("gradient: a constant has none; make it with Tape.variable", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> gradients.of(x.detach()));
  }

  @Test
  void aVariableOfAnotherTapeIsRefused() {
    Var<DenseTensor> other = new Tape<DenseTensor>().variable(DenseTensor.scalar(1));
    Gradients<DenseTensor> gradients = x.sum().backward();
    var refused = assertThrows(IllegalArgumentException.class, () -> gradients.of(other));
    assertEquals("gradient: the variable is on another tape than the result", refused.getMessage());
  }

  @Test
  void anIntermediateResultIsRefusedUnlessAllWereKept() {
    Var<DenseTensor> inner = x.map(Elementary.EXP);
    Var<DenseTensor> y = inner.sum();
    Gradients<DenseTensor> gradients = y.backward();
    var refused = assertThrows(IllegalStateException.class, () -> gradients.of(inner));
    assertEquals(
        "gradient: the sweep keeps no cotangent of the intermediate result exp; use"
            + " backwardKeepingAll, or make it a variable",
        refused.getMessage());
    assertThrows(IllegalStateException.class, () -> gradients.of(y));
    assertEquals(DenseTensor.vector(1, 1), y.backwardKeepingAll(DenseTensor.scalar(1)).of(inner));
  }

  @Test
  void aResultMadeLaterGetsZeros() {
    Var<DenseTensor> y = x.sum();
    Var<DenseTensor> later = x.map(Elementary.EXP);
    assertEquals(DenseTensor.vector(0, 0), y.backwardKeepingAll(DenseTensor.scalar(1)).of(later));
  }
}
