package dev.backproof.autodiff.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static final DenseTensor X = DenseTensor.vector(2, -3, 0.5);

  private final Tape<DenseTensor> tape = new Tape<>();

  @Test
  void backwardTwiceGivesTheSame() {
    Var<DenseTensor> x = tape.variable(X);
    Var<DenseTensor> y = x.map(Elementary.TANH).times(x).sum();
    assertEquals(y.backward().of(x), y.backward().of(x));
  }

  @Test
  void aGradientTakenEarlierIsNotChangedByALaterOne() {
    Var<DenseTensor> x = tape.variable(X);
    Gradients<DenseTensor> first = x.times(x).sum().backward();
    Gradients<DenseTensor> second = x.sum().backward();
    assertEquals(DenseTensor.vector(4, -6, 1), first.of(x));
    assertEquals(DenseTensor.vector(1, 1, 1), second.of(x));
  }

  @Test
  void everyUseOfAVariableSendsItsShareBack() {
    Var<DenseTensor> x = tape.variable(X);
    assertEquals(DenseTensor.vector(12, 27, 0.75), x.times(x).times(x).sum().backward().of(x));
    assertEquals(DenseTensor.vector(2, 2, 2), x.plus(x).sum().backward().of(x));
    assertEquals(DenseTensor.vector(0, 0, 0), x.minus(x).sum().backward().of(x));
  }

  @Test
  void aVariableUsedAThousandTimesSumsAThousandCotangents() {
    Var<DenseTensor> x = tape.variable(X);
    Var<DenseTensor> y = tape.constant(DenseTensor.scalar(0));
    for (int i = 0; i < 1000; i++) {
      y = y.plus(x.sum());
    }
    assertEquals(DenseTensor.full(X.shape(), 1000), y.backward().of(x));
  }

  @Test
  void anUnusedVariableHasZerosOfItsShape() {
    Var<DenseTensor> x = tape.variable(X);
    Var<DenseTensor> before = tape.variable(DenseTensor.full(Shape.of(2, 0, 3), 1));
    Var<DenseTensor> y = x.sum();
    Var<DenseTensor> after = tape.variable(DenseTensor.full(Shape.of(2, 3), 7));
    Gradients<DenseTensor> gradients = y.backward();
    assertEquals(DenseTensor.full(Shape.of(2, 0, 3), 0), gradients.of(before));
    assertEquals(DenseTensor.full(Shape.of(2, 3), 0), gradients.of(after));
  }

  @Test
  void theGradientOfAVariableInItselfIsOne() {
    Var<DenseTensor> x = tape.variable(DenseTensor.scalar(5));
    assertEquals(DenseTensor.scalar(1), x.backward().of(x));
  }

  @Test
  void aResultThatIsConstantHasZeroGradients() {
    Var<DenseTensor> x = tape.variable(X);
    assertEquals(DenseTensor.full(X.shape(), 0), x.detach().sum().backward().of(x));
  }

  @Test
  void aResultThatIsNoScalarIsRefusedWithItsShape() {
    Var<DenseTensor> x = tape.variable(X);
    var refused = assertThrows(IllegalStateException.class, x::backward);
    assertEquals(
        "backward: [3] is not a scalar; sum it, or give a cotangent of its shape",
        refused.getMessage());
    Var<DenseTensor> single = tape.variable(DenseTensor.vector(1));
    assertThrows(IllegalStateException.class, single::backward);
  }

  @Test
  void aCotangentOfAnotherShapeIsRefused() {
    Var<DenseTensor> y = tape.variable(X).map(Elementary.EXP);
    var refused =
        assertThrows(IllegalArgumentException.class, () -> y.backward(DenseTensor.vector(1, 2)));
    assertEquals("backward: the cotangent has shape [2], the result [3]", refused.getMessage());
    assertThrows(IllegalArgumentException.class, () -> y.backward(DenseTensor.scalar(1)));
    Var<DenseTensor> constant = tape.constant(X);
    assertThrows(IllegalArgumentException.class, () -> constant.backward(DenseTensor.scalar(1)));
  }

  @Test
  void aRuleThatForgetsToUndoBroadcastingIsRefusedByName() {
    VjpRules forgetful =
        new VjpRules() {
          @Override
          public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
            return yBar;
          }
        };
    Var<DenseTensor> b = new Tape<DenseTensor>(forgetful).variable(DenseTensor.scalar(1));
    Var<DenseTensor> y = b.plus(Var.constant(X));
    var refused = assertThrows(IllegalStateException.class, () -> y.backward(X));
    assertEquals(
        "backward: the rule of plus gives operand 0 of shape [] a cotangent of shape [3]; let the"
            + " rule sum to the operand's shape",
        refused.getMessage());
  }

  @Test
  void eachEdgeIsAskedOnceSoThatTheSweepIsLinear() {
    AtomicInteger asked = new AtomicInteger();
    VjpRules counting =
        new VjpRules() {
          @Override
          public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
            asked.incrementAndGet();
            return VjpRules.PAGE.pull(of, which, yBar);
          }
        };
    Var<DenseTensor> x = new Tape<DenseTensor>(counting).variable(DenseTensor.scalar(1));
    Var<DenseTensor> y = x;
    for (int i = 0; i < 60; i++) {
      y = y.plus(y); // 2⁶⁰ paths, 120 edges
    }
    assertEquals(0x1p60, y.backward().of(x).item());
    assertEquals(120, asked.get());
  }

  @Test
  void whatTheResultDoesNotNeedIsNotSweptOver() {
    AtomicInteger asked = new AtomicInteger();
    VjpRules counting =
        new VjpRules() {
          @Override
          public <T extends Tensor<T>> T pull(Application<T> of, int which, T yBar) {
            asked.incrementAndGet();
            return VjpRules.PAGE.pull(of, which, yBar);
          }
        };
    Tape<DenseTensor> own = new Tape<>(counting);
    Var<DenseTensor> x = own.variable(X);
    Var<DenseTensor> unused = x.map(Elementary.EXP).map(Elementary.EXP).sum();
    Var<DenseTensor> constant = own.constant(X);
    x.times(constant).sum().backward();
    assertEquals(Shape.SCALAR, unused.shape());
    assertEquals(2, asked.get(), "sum, and times in its first operand");
  }

  @Test
  void aMillionOperationsNeedNoStack() throws InterruptedException {
    assertEquals(
        1_000_000,
        onASmallStack(
            () -> {
              Var<DenseTensor> x = new Tape<DenseTensor>().variable(DenseTensor.scalar(1));
              Var<DenseTensor> one = Var.constant(DenseTensor.scalar(1));
              Var<DenseTensor> y = x;
              for (int i = 0; i < 500_000; i++) {
                y = y.times(one).plus(one);
              }
              double slope = y.backward().of(x).item();
              return slope == 1 ? x.tape().orElseThrow().length() - 1 : -1;
            }));
  }

  /** Runs in a thread of 128 kB of stack, which some thousand nested calls would exhaust. */
  private static int onASmallStack(Callable<Integer> task) throws InterruptedException {
    AtomicReference<Throwable> failed = new AtomicReference<>();
    AtomicInteger result = new AtomicInteger();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                result.set(task.call());
              } catch (Throwable thrown) {
                failed.set(thrown);
              }
            },
            "small stack",
            1 << 17);
    thread.start();
    thread.join();
    assertNull(failed.get());
    return result.get();
  }

  @Test
  void emptyTensorsAreSweptLikeOthers() {
    Var<DenseTensor> x = tape.variable(DenseTensor.full(Shape.of(0, 3), 1));
    Var<DenseTensor> w = tape.variable(DenseTensor.full(Shape.of(3, 2), 1));
    Gradients<DenseTensor> gradients = x.matmul(w).sum().backward();
    assertEquals(DenseTensor.full(Shape.of(0, 3), 0), gradients.of(x));
    assertEquals(DenseTensor.full(Shape.of(3, 2), 0), gradients.of(w));
    Var<DenseTensor> repeated = w.expand(0, Size.of(0)).sum();
    assertEquals(DenseTensor.full(Shape.of(3, 2), 0), repeated.backward().of(w));
  }

  @Test
  void keptCotangentsAreThoseOfTheIntermediateResults() {
    Var<DenseTensor> x = tape.variable(X);
    Var<DenseTensor> square = x.times(x);
    Var<DenseTensor> y = square.times(square).sum();
    Gradients<DenseTensor> all = y.backwardKeepingAll(DenseTensor.scalar(1));
    assertEquals(DenseTensor.vector(8, 18, 0.5), all.of(square));
    assertEquals(DenseTensor.scalar(1), all.of(y));
    assertEquals(List.of(32.0, -108.0, 0.5), Arrays.stream(all.of(x).toArray()).boxed().toList());
  }
}
