package dev.backproof.autodiff.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class DualTest {
  private static final DenseTensor X = DenseTensor.vector(1, 2, 3);
  private final Dual<DenseTensor> x = Dual.of(X, DenseTensor.vector(1, 0, -1));

  @Test
  void theTangentOfAProductIsTheProductRule() {
    assertEquals(DenseTensor.vector(2, 0, -6), x.times(x).tangent());
    assertEquals(DenseTensor.vector(3, 0, -27), x.times(x).times(x).tangent());
  }

  @Test
  void aTangentOfAnotherShapeIsRefused() {
    var refused =
        assertThrows(IllegalArgumentException.class, () -> Dual.of(X, DenseTensor.scalar(1)));
    assertEquals("dual: the tangent has shape [], the value [3]", refused.getMessage());
  }

  @Test
  void whatDoesNotMoveHasATangentOfZeros() {
    assertEquals(DenseTensor.full(X.shape(), 0), Dual.constant(X).tangent());
    assertEquals(
        DenseTensor.full(Shape.of(0, 2), 0),
        Dual.constant(DenseTensor.full(Shape.of(0, 2), 1)).tangent());
  }

  @Test
  void masksLabelsAndDetachedValuesDoNotMoveAndAskNoRule() {
    JvpRules none =
        new JvpRules() {
          @Override
          public <T extends Tensor<T>> T push(Application<T> of, int which, T dot) {
            throw new AssertionError("asked for " + of.op());
          }
        };
    Dual<DenseTensor> moving = Dual.of(X, X, none);
    for (Dual<DenseTensor> still :
        List.of(
            moving.equal(moving),
            moving.greater(moving.one()),
            moving.oneHot(Size.of(4)),
            moving.detach().map(Elementary.EXP),
            moving.map(Elementary.SIGN),
            moving.map(Elementary.STEP),
            moving.pi(),
            moving.where(moving.zero(), moving.one()))) {
      assertEquals(DenseTensor.full(still.shape(), 0), still.tangent());
    }
  }

  @Test
  void aTangentBroadcastsWithItsValue() {
    Dual<DenseTensor> row = Dual.constant(DenseTensor.full(Shape.of(2, 3), 1));
    DenseTensor twice = X.zero().plus(DenseTensor.of(Shape.of(2, 3), 1, 0, -1, 1, 0, -1));
    assertEquals(twice, x.plus(row).tangent());
    assertEquals(twice, row.plus(x).tangent());
    assertEquals(Shape.of(2, 3), x.maximum(row).tangent().shape());
  }

  @Test
  void valuesThatMoveByTwoPagesDoNotMeet() {
    Dual<DenseTensor> other = Dual.of(X, X, new JvpRules() {});
    var refused = assertThrows(IllegalArgumentException.class, () -> x.plus(other));
    assertEquals(
        "plus: its operands move by the rules of two pages; make them with the same page",
        refused.getMessage());
    assertEquals(X, x.detach().plus(other).tangent(), "a value that does not move has no page");
  }

  @Test
  void anotherPageGoesAlongWithWhatIsComputed() {
    JvpRules doubling =
        new JvpRules() {
          @Override
          public <T extends Tensor<T>> T push(Application<T> of, int which, T dot) {
            T right = JvpRules.PAGE.push(of, which, dot);
            return right.plus(right);
          }
        };
    Dual<DenseTensor> y = Dual.of(X, X, doubling).negate().negate().sum();
    assertEquals(8 * 6, y.tangent().item(), "three operations, each doubled");
  }

  @Test
  void aRuleThatForgetsToBroadcastIsRefusedByName() {
    JvpRules forgetful =
        new JvpRules() {
          @Override
          public <T extends Tensor<T>> T push(Application<T> of, int which, T dot) {
            return dot;
          }
        };
    Dual<DenseTensor> scalar = Dual.of(DenseTensor.scalar(1), DenseTensor.scalar(1), forgetful);
    var refused = assertThrows(IllegalStateException.class, () -> scalar.plus(Dual.constant(X)));
    assertEquals(
        "forward: the rule of plus gives a tangent of shape [] for a result of shape [3]; let the"
            + " rule broadcast to the result's shape",
        refused.getMessage());
  }

  @Test
  void aMillionOperationsAreOneLoop() throws InterruptedException {
    double[] slope = new double[1];
    Thread small =
        new Thread(
            null,
            () -> {
              Dual<DenseTensor> one = Dual.constant(DenseTensor.scalar(1));
              Dual<DenseTensor> y = Dual.of(DenseTensor.scalar(1), DenseTensor.scalar(1));
              for (int i = 0; i < 1_000_000; i++) {
                y = y.plus(one);
              }
              slope[0] = y.tangent().item();
            },
            "small stack",
            1 << 17);
    small.start();
    small.join();
    assertEquals(1, slope[0]);
  }

  @Test
  void printsValueAndTangent() {
    assertEquals("Dual(" + X + ", " + x.tangent() + ")", x.toString());
    assertEquals("Dual(" + X + ", 0)", Dual.constant(X).toString());
  }
}
