package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Primitive;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdjointIdentityTest {
  private static final long PART = 1_000_000_000_000L;

  private static Comparison check(VjpRules vjp, JvpRules jvp, long seed) {
    return AdjointIdentity.check(
        vjp,
        jvp,
        SampleFormulas.SMOOTH,
        SampleFormulas.smoothPoint(seed),
        2,
        RandomTensors.seeded(seed));
  }

  @Test
  void bothPagesAreAdjoint() {
    for (long seed = 0; seed < 50; seed++) {
      Comparison right = check(VjpRules.PAGE, JvpRules.PAGE, seed);
      assertEquals(Verdict.AGREES, right.verdict(), right::toString);
      assertEquals(3, right.entries());
    }
  }

  @Test
  void aVjpRowOffByOnePartInAMillionMillionsIsSeen() {
    for (Primitive row : List.of(Primitive.MATMUL, Primitive.MAP, Primitive.SUM)) {
      Comparison wrong = check(new WrongPages.ScaledVjp(row, PART), JvpRules.PAGE, 1);
      assertEquals(Verdict.DISAGREES, wrong.verdict(), row::toString);
      assertTrue(wrong.detail().orElseThrow().startsWith("⟨w, J·v⟩ = "), wrong::toString);
    }
  }

  @Test
  void aJvpRowOffByOnePartInAMillionMillionsIsSeen() {
    for (Primitive row : List.of(Primitive.MATMUL, Primitive.MAP, Primitive.SUM)) {
      Comparison wrong = check(VjpRules.PAGE, new WrongPages.ScaledJvp(row, PART), 1);
      assertEquals(Verdict.DISAGREES, wrong.verdict(), row::toString);
    }
  }

  @Test
  void twoConventionsAtATieAreSeen() {
    List<DenseTensor> tie = List.of(DenseTensor.scalar(2), DenseTensor.scalar(2));
    Formula maximum = Formula.of(AdjointIdentityTest::maximum);
    RandomTensors random = RandomTensors.seeded(2);
    assertEquals(Verdict.AGREES, AdjointIdentity.check(maximum, tie, 2, random).verdict());
    assertEquals(
        Verdict.DISAGREES,
        AdjointIdentity.check(new WrongPages.WholeTiesVjp(), JvpRules.PAGE, maximum, tie, 2, random)
            .verdict());
  }

  @Test
  void anUndefinedDerivativeIsNoAgreement() {
    Comparison undefined =
        AdjointIdentity.check(
            SampleFormulas.sumOf(Elementary.TANH),
            List.of(DenseTensor.vector(1, Double.NaN, 1)),
            1,
            RandomTensors.seeded(3));
    assertEquals(Verdict.DISAGREES, undefined.verdict());
  }

  @Test
  void noEntryIsNoAgreement() {
    Comparison none =
        AdjointIdentity.check(
            SampleFormulas.sumOf(Elementary.TANH),
            List.of(DenseTensor.full(Shape.of(0), 0)),
            1,
            RandomTensors.seeded(3));
    assertEquals(Verdict.NOT_CHECKABLE, none.verdict());
  }

  private static <T extends Tensor<T>> T maximum(T a, T b) {
    return a.maximum(b);
  }
}
