package dev.backproof.verify.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.train.GradientSource;
import dev.backproof.verify.check.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingCheckTest {
  /** 60 digits in batches of 25 are three steps, twice. */
  private static final TrainingCheck SHORT = new TrainingCheck(4, 60, 2);

  @Test
  void bothSourcesAgreeAtEveryStepAndTheLossFalls() {
    List<Integer> told = new ArrayList<>();
    TrainingResult result = SHORT.run(told::add);
    assertEquals(6, SHORT.steps());
    assertEquals(6, result.steps());
    assertEquals(List.of(1, 2, 3, 4, 5, 6), told);
    assertEquals(Verdict.AGREES, result.comparison().verdict(), result::toString);
    assertTrue(result.lossAfter() < result.lossBefore(), result::toString);
  }

  @Test
  void everyEntryIsComparedAtEveryStep() {
    int oneEpoch = new TrainingCheck(4, 25, 1).run(step -> {}).comparison().entries();
    assertEquals(6 * oneEpoch, SHORT.run(step -> {}).comparison().entries());
  }

  /** The graph's gradient, off by one part in 10⁹ in one of its four parts. */
  private record Off(int which) implements GradientSource {
    @Override
    public Parameters<DenseTensor> gradient(
        Parameters<DenseTensor> p, DenseTensor x, DenseTensor y) {
      List<DenseTensor> parts =
          new ArrayList<>(GradientSource.graph(Network.NOTES).gradient(p, x, y).list());
      parts.set(which, parts.get(which).times(DenseTensor.scalar(1 + 1e-9)));
      return Parameters.of(parts);
    }
  }

  @Test
  void oneParameterOffByOnePartInABillionIsSeen() {
    for (int which = 0; which < Parameters.COUNT; which++) {
      TrainingResult result = SHORT.run(step -> {}, new Off(which));
      assertEquals(Verdict.DISAGREES, result.comparison().verdict(), result::toString);
    }
  }
}
