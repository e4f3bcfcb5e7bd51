package dev.backproof.autodiff.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.DenseTensor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TapeTest {
  private final Tape<DenseTensor> tape = new Tape<>();

  @Test
  void entriesStandInTheOrderInWhichTheyHappened() {
    Var<DenseTensor> x = tape.variable(DenseTensor.vector(1, 2));
    Var<DenseTensor> y = x.times(x);
    Var<DenseTensor> z = y.sum();
    assertEquals(3, tape.length());
    assertSame(x, tape.at(0));
    assertSame(y, tape.at(1));
    assertSame(z, tape.at(2));
    assertThrows(IndexOutOfBoundsException.class, () -> tape.at(3));
  }

  @Test
  void namesBelongToTheTape() {
    Var<DenseTensor> w = tape.variable("w", DenseTensor.scalar(1));
    Var<DenseTensor> c = tape.constant("c", DenseTensor.scalar(2));
    Var<DenseTensor> y = tape.name("y", w.times(c));
    assertEquals(Optional.of("w"), tape.name(w));
    assertEquals(Optional.of("c"), tape.name(c));
    assertEquals(Optional.of("y"), tape.name(y));
    assertEquals(Optional.empty(), tape.name(w.plus(c)));
  }

  @Test
  void aVariableOfAnotherTapeIsNotNamedHere() {
    Var<DenseTensor> other = new Tape<DenseTensor>().variable(DenseTensor.scalar(1));
    var refused = assertThrows(IllegalArgumentException.class, () -> tape.name("w", other));
    assertEquals(
        "name: 'w' would name a variable of another tape; name it there", refused.getMessage());
  }
}
