package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.RandomTensors;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineCheckTest {
  @Test
  void everyLawIsAskedOnce() {
    List<Comparison> laws =
        EngineCheck.all(
            SampleFormulas.SMOOTH, SampleFormulas.smoothPoint(1), 2, RandomTensors.seeded(1));
    assertEquals(
        List.of(
            Witness.ADJOINT,
            Witness.SCALING,
            Witness.SECOND_ORDER,
            Witness.SECOND_DIFFERENCES,
            Witness.TAYLOR,
            Witness.KINK_TABLE),
        laws.stream().map(Comparison::witness).toList());
  }
}
