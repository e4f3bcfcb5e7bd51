package dev.backproof.autodiff.program.plan;

import static dev.backproof.autodiff.program.Traces.M;
import static dev.backproof.autodiff.program.Traces.N;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.autodiff.program.Traces;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MasksTest {
  private static final double NEGATIVE_NAN = Double.longBitsToDouble(0xfff8000000000000L);

  private static final Shape SHAPE = Shape.of(2, 5);

  private static Traced mask(List<Traced> x) {
    return x.get(0).map(Elementary.STEP);
  }

  private static boolean isMade(Function<List<Traced>, List<Traced>> function) {
    Body body = new Body(Traces.several(function, SHAPE, SHAPE));
    Instruction step =
        body.program().instructions().stream()
            .filter(line -> Body.op(line).primitive() == Primitive.MAP)
            .filter(line -> Body.op(line).elementary() == Elementary.STEP)
            .findFirst()
            .orElseThrow();
    return !new Masks(body).onlySelects(step);
  }

  /** The plan, generated and interpreted, gives what the operations give one by one. */
  private static void checkValues(Function<List<Traced>, List<Traced>> function) {
    Program program = Optimizer.optimize(Traces.several(function, Shape.of(N, M), Shape.of(N, M)));
    double[] z = {
      1,
      -1,
      0.0,
      -0.0,
      Double.NaN,
      NEGATIVE_NAN,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    double[] x = {2, 3, -0.0, 4, 5, 6, Double.NaN, 7, Double.NEGATIVE_INFINITY, 8};
    List<DenseTensor> at = List.of(DenseTensor.of(SHAPE, z), DenseTensor.of(SHAPE, x));
    List<String> wanted = program.run(at).stream().map(DenseTensor::toString).toList();
    for (Planner planner : List.of(Planner.standard(), Planner.standard().interpreting())) {
      Plan plan = planner.plan(program, List.of(SHAPE, SHAPE));
      assertEquals(wanted, plan.run(at).stream().map(DenseTensor::toString).toList());
    }
  }

  @Test
  void aMaskThatOnlySelectsIsNoNumber() {
    check(
        false,
        x -> {
          Traced mask = mask(x);
          return List.of(
              mask.where(x.get(1), x.get(1).negate()).plus(mask.where(x.get(1), x.get(0))));
        });
  }

  @Test
  void aMaskThatIsAResultIsANumber() {
    check(
        true,
        x -> {
          Traced mask = mask(x);
          return List.of(mask, mask.where(x.get(1), x.get(1).negate()));
        });
  }

  @Test
  void aMaskThatIsSelectedIsANumber() {
    check(
        true,
        x -> {
          Traced mask = mask(x);
          return List.of(mask.where(x.get(1), mask));
        });
  }

  @Test
  void aMaskThatWaitsForTheSumOfARowIsANumber() {
    check(
        true,
        x -> {
          Traced sums = x.get(1).sum(1).insertAxis(1);
          return List.of(mask(x).where(sums, x.get(1)));
        });
  }

  @Test
  void aRectWithALoopOfItsOwnHasTheSameBits() {
    checkValues(
        x -> {
          Traced sum = x.get(0).plus(x.get(1));
          return List.of(sum.map(Elementary.RECT), sum.negate().map(Elementary.RECT));
        });
  }

  @Test
  void aRectThatIsReadBehindTheSumOfItsRowIsThere() {
    checkValues(
        x -> {
          Traced rect = x.get(1).plus(x.get(1)).map(Elementary.RECT);
          Traced sums = x.get(0).sum(1).insertAxis(1);
          return List.of(rect.minus(sums).plus(x.get(0).minus(sums)));
        });
  }

  private static void check(boolean made, Function<List<Traced>, List<Traced>> function) {
    assertEquals(made, isMade(function));
    checkValues(function);
  }
}
