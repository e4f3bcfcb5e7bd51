package dev.backproof.verify.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import dev.backproof.verify.Generators;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Composites written wrongly: their derivatives against differences of what was meant. */
class WrongFormulasTest {
  private record Slip(String name, Formula meant, Formula written) {}

  private static final List<Slip> SLIPS =
      List.of(
          new Slip(
              "softmax without the sum term",
              Formula.of(Functions::softmax),
              Formula.of(WrongFormulasTest::softmaxOverAConstant)),
          new Slip(
              "variance over n − 1",
              Formula.of(Functions::variance),
              Formula.of(WrongFormulasTest::sampleVariance)),
          new Slip(
              "variance around a constant mean, twice",
              Formula.of(Functions::variance),
              Formula.of(WrongFormulasTest::varianceOfHalf)),
          new Slip(
              "ε outside the root",
              Formula.of(WrongFormulasTest::normalised),
              Formula.of(WrongFormulasTest::normalisedOutside)),
          new Slip(
              "log-sum-exp of the shifted logits only",
              Formula.of(Functions::logSumExp),
              Formula.of(WrongFormulasTest::shiftForgotten)),
          new Slip(
              "norm without the root",
              Formula.of(Functions::l2Norm),
              Formula.of(Functions::squaredL2Norm)));

  private static <T extends Tensor<T>> T softmaxOverAConstant(T o) {
    T e = o.map(Elementary.EXP);
    return e.div(e.sumKeepingAxis(-1).detach());
  }

  private static <T extends Tensor<T>> T sampleVariance(T x) {
    T n = x.size(x.shape().last());
    return x.minus(x.mean(-1).insertAxis(-1)).map(Elementary.SQUARE).sum(-1).div(n.minus(n.one()));
  }

  private static <T extends Tensor<T>> T varianceOfHalf(T x) {
    return x.minus(x.mean(-1).insertAxis(-1)).times(x.detach()).mean(-1);
  }

  private static <T extends Tensor<T>> T epsilon(T x) {
    return x.constant(1, 100_000);
  }

  private static <T extends Tensor<T>> T centred(T x) {
    return x.minus(x.mean(-1).insertAxis(-1));
  }

  private static <T extends Tensor<T>> T normalised(T x) {
    T root = Functions.variance(x).plus(epsilon(x)).map(Elementary.SQRT);
    return centred(x).div(root.insertAxis(-1));
  }

  private static <T extends Tensor<T>> T normalisedOutside(T x) {
    T root = Functions.variance(x).map(Elementary.SQRT).plus(epsilon(x));
    return centred(x).div(root.insertAxis(-1));
  }

  /** The maximum is not detached on one side and missing on the other. */
  private static <T extends Tensor<T>> T shiftForgotten(T o) {
    return Functions.logSumExp(o.minus(o.maxKeepingAxis(-1)));
  }

  @Test
  void everySlipIsSeenByDifferencesOfWhatWasMeant() {
    for (Slip slip : SLIPS) {
      for (long seed = 1; seed <= 5; seed++) {
        assertEquals(Optional.empty(), complaint(slip.meant(), slip.meant(), seed), slip.name());
        assertTrue(complaint(slip.meant(), slip.written(), seed).isPresent(), slip.name());
      }
    }
  }

  private static Optional<String> complaint(Formula meant, Formula written, long seed) {
    // a shuffled ramp per row keeps every maximum apart from the rest by more than the steps
    DenseTensor x =
        RandomTensors.seeded(seed)
            .uniform(0, 0.2, Shape.of(2, 4))
            .plus(DenseTensor.of(Shape.of(2, 4), 0, 1.5, -1, 0.5, 2, 0, 1, -1));
    List<DenseTensor> at = List.of(x);
    List<DenseTensor> v = Generators.directions(seed, at);
    DenseTensor w = RandomTensors.seeded(~seed).directions(meant.apply(at).shape());
    DenseTensor forward = Pages.RIGHT.forward(written, at, v);
    return Differences.complaint(
        meant,
        at,
        v,
        w,
        RuleCheck.dot(w, forward, true),
        RuleCheck.dot(w, forward, false),
        RuleCheck.dot(v.get(0), Pages.RIGHT.backward(written, at, w).get(0), false));
  }
}
