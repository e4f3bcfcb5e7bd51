package dev.backproof.verify.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.witness.Estimate;
import dev.backproof.core.witness.FiniteDifferences;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sweeps that collect cotangents wrongly, against the sweep of the tape. */
class WrongSweepTest {
  private static final DenseTensor X = DenseTensor.vector(0.5, -1, 2);

  /** A sweep that joins what two uses send back in a way of its own. */
  private static DenseTensor sweep(
      Var<DenseTensor> y, Var<DenseTensor> x, BinaryOperator<DenseTensor> join) {
    Tape<DenseTensor> tape = y.tape().orElseThrow();
    IdentityHashMap<Var<DenseTensor>, DenseTensor> bars = new IdentityHashMap<>();
    bars.put(y, DenseTensor.scalar(1));
    for (int position = tape.length() - 1; position >= 0; position--) {
      Var<DenseTensor> v = tape.at(position);
      DenseTensor bar = bars.get(v);
      if (bar == null || v.isLeaf()) {
        continue;
      }
      for (int which = 0; which < v.op().arity(); which++) {
        if (v.parent(which).isRecorded() && v.op().flows(which)) {
          bars.merge(v.parent(which), VjpRules.PAGE.pull(v, which, bar), join);
        }
      }
    }
    return bars.getOrDefault(x, DenseTensor.full(x.shape(), 0));
  }

  private static final List<UnaryOperator<Var<DenseTensor>>> FANNING_OUT =
      List.of(
          x -> x.times(x).sum(),
          x -> x.plus(x).sum(),
          x -> x.map(Elementary.TANH).times(x).sum(),
          x -> x.sum().times(x.sum()));

  /** The last overwrites, the first is kept, one is added twice. */
  private static final List<BinaryOperator<DenseTensor>> WRONG =
      List.of((so, more) -> more, (so, more) -> so, (so, more) -> so.plus(more).plus(more));

  @Test
  void aSweepThatAddsIsTheSweepOfTheTape() {
    for (UnaryOperator<Var<DenseTensor>> f : FANNING_OUT) {
      Var<DenseTensor> x = new Tape<DenseTensor>().variable(X);
      Var<DenseTensor> y = f.apply(x);
      assertEquals(y.backward().of(x), sweep(y, x, DenseTensor::plus));
    }
  }

  @Test
  void aSweepThatOverwritesOrKeepsTheFirstIsSeenWhereverAVariableIsUsedTwice() {
    for (UnaryOperator<Var<DenseTensor>> f : FANNING_OUT) {
      Var<DenseTensor> x = new Tape<DenseTensor>().variable(X);
      Var<DenseTensor> y = f.apply(x);
      for (BinaryOperator<DenseTensor> join : WRONG) {
        assertNotEquals(y.backward().of(x), sweep(y, x, join));
      }
    }
  }

  /** Whether differences of the values, which know no sweep, may be held against this gradient. */
  private static boolean isCovered(UnaryOperator<Var<DenseTensor>> f, DenseTensor gradient) {
    List<Estimate> estimates =
        FiniteDifferences.gradient(
            at -> f.apply(new Tape<DenseTensor>().variable(at.get(0))).primal(), List.of(X), 0);
    assertTrue(estimates.stream().allMatch(Estimate::isOk), estimates::toString);
    return IntStream.range(0, gradient.count())
        .allMatch(i -> estimates.get(i).covers(gradient.at(i)));
  }

  @Test
  void differencesOfTheValuesTellTheRightSweepFromEveryWrongOne() {
    for (UnaryOperator<Var<DenseTensor>> f : FANNING_OUT) {
      Var<DenseTensor> x = new Tape<DenseTensor>().variable(X);
      Var<DenseTensor> y = f.apply(x);
      assertTrue(isCovered(f, y.backward().of(x)));
      assertTrue(isCovered(f, sweep(y, x, DenseTensor::plus)));
      for (BinaryOperator<DenseTensor> join : WRONG) {
        assertFalse(isCovered(f, sweep(y, x, join)));
      }
    }
  }
}
