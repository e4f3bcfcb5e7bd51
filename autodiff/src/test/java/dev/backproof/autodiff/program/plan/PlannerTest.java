package dev.backproof.autodiff.program.plan;

import static dev.backproof.autodiff.program.Traces.K;
import static dev.backproof.autodiff.program.Traces.M;
import static dev.backproof.autodiff.program.Traces.N;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.autodiff.program.Traces;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Functions;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final Program DIFFERENCE =
      Optimizer.optimize(
          Traces.several(
              x -> List.of(x.get(0).minus(x.get(1)), x.get(0).sum(1)),
              Shape.of(N, M),
              Shape.of(N, M)));
  private static final List<Shape> SHAPES = List.of(Shape.of(2, 3), Shape.of(2, 3));

  private static String refusal(Runnable refused) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, refused::run).getMessage());
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    assertEquals(
        "program: input b wants [n×m] with {m=3, n=2}, not [3×2]",
        refusal(
            () -> Planner.standard().plan(DIFFERENCE, List.of(Shape.of(2, 3), Shape.of(3, 2)))));
    assertEquals(
        "program: has 2 inputs, 1 were given",
        refusal(() -> Planner.standard().plan(DIFFERENCE, List.of(Shape.of(2, 3)))));
  }

  @Test
  void anOutputOfAnotherShapeCannotOverwriteAnInput() {
    assertEquals(
        "plan: output 1 is [2] and cannot overwrite input 0, which is [2×3]",
        refusal(() -> Planner.standard().overwriting(1, 0).plan(DIFFERENCE, SHAPES)));
  }

  @Test
  void runRefusesAnotherNumberOfArrays() {
    Plan plan = Planner.standard().plan(DIFFERENCE, SHAPES);
    assertEquals(
        "plan: wants 2 inputs and 2 outputs, not 1 and 2",
        refusal(() -> plan.run(new double[1][6], new double[2][6])));
    assertEquals(
        "plan: wants 2 inputs and 2 outputs, not 2 and 0",
        refusal(() -> plan.run(new double[2][6], new double[0][])));
  }

  @Test
  void runRefusesArraysOfAnotherLength() {
    Plan plan = Planner.standard().plan(DIFFERENCE, SHAPES);
    assertEquals(
        "plan: input 1 is [2×3], an array of 5 entries does not hold it",
        refusal(() -> plan.run(new double[][] {new double[6], new double[5]}, new double[2][6])));
    assertEquals(
        "plan: output 1 is [2], an array of 6 entries does not hold it",
        refusal(() -> plan.run(new double[2][6], new double[2][6])));
    assertEquals(
        "plan: output 0 is [2×3], null does not hold it",
        refusal(() -> plan.run(new double[2][6], new double[2][])));
  }

  @Test
  void theShapesOfTheResultsHaveTheNumbersInThem() {
    Plan plan = Planner.standard().plan(DIFFERENCE, SHAPES);
    assertEquals(List.of(Shape.of(2, 3), Shape.of(2)), plan.results());
  }

  @Test
  void aPlanRunsOnTensors() {
    Plan plan = Planner.standard().plan(DIFFERENCE, SHAPES);
    List<DenseTensor> results =
        plan.run(
            List.of(
                DenseTensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6),
                DenseTensor.of(Shape.of(2, 3), 1, 1, 1, 2, 2, 2)));
    assertEquals(
        List.of(DenseTensor.of(Shape.of(2, 3), 0, 1, 2, 2, 3, 4), DenseTensor.vector(6, 15)),
        results);
  }

  @Test
  void inputsThatAreSwappedIntoEachOthersArraysAreBothThere() {
    Program swap = Traces.several(x -> List.of(x.get(1), x.get(0)), Shape.of(N), Shape.of(N));
    Plan plan =
        Planner.standard()
            .overwriting(0, 0)
            .overwriting(1, 1)
            .plan(swap, List.of(Shape.of(2), Shape.of(2)));
    double[][] both = {{1, 2}, {3, 4}};
    plan.run(both, both.clone());
    assertArrayEquals(new double[][] {{3, 4}, {1, 2}}, both);
  }

  @Test
  void anInputThatIsStillReadIsOverwrittenInTheEnd() {
    Program program =
        Traces.several(
            x -> List.of(x.get(0).map(Elementary.SQUARE), x.get(0).matmul(x.get(0))),
            Shape.of(N, N));
    for (Program each : List.of(program, Optimizer.optimize(program))) {
      Plan plan = Planner.standard().overwriting(1, 0).plan(each, List.of(Shape.of(2, 2)));
      double[][] in = {{1, 2, 3, 4}};
      double[][] out = {new double[4], in[0]};
      plan.run(in, out);
      assertArrayEquals(new double[][] {{1, 4, 9, 16}, {7, 10, 15, 22}}, out);
    }
  }

  /** b − Σ over rows and Σ over all: the latter is stored where b is still read, or not at all. */
  @Test
  void aRowOfTotalsIsMadeBeforeATotalIsStoredOverWhatItReads() {
    Program program =
        Optimizer.optimize(
            Traces.several(
                x -> {
                  var squares = x.get(0).map(Elementary.SQUARE);
                  return List.of(x.get(1).minus(squares.sum(0)), squares.sum(1).sum(0));
                },
                Shape.of(N, M),
                Shape.SCALAR));
    List<Shape> shapes = List.of(Shape.of(2, 2), Shape.SCALAR);
    for (Planner planner : List.of(Planner.standard(), Planner.standard().interpreting())) {
      double[][] in = {{1, 2, 3, 4}, {100}};
      double[][] out = {new double[2], in[1]};
      planner.overwriting(1, 1).plan(program, shapes).run(in, out);
      assertArrayEquals(new double[][] {{90, 80}, {30}}, out);
    }
  }

  @Test
  void whatDoesNotExistIsNotOverwritten() {
    assertEquals(
        "plan: output 1 is to overwrite input 9, of 2 outputs and 2 inputs",
        refusal(() -> Planner.standard().overwriting(1, 9).plan(DIFFERENCE, SHAPES)));
    assertEquals(
        "plan: output 7 is to overwrite input 0, of 2 outputs and 2 inputs",
        refusal(() -> Planner.standard().overwriting(7, 0).plan(DIFFERENCE, SHAPES)));
  }

  @Test
  void anInputIsOverwrittenByOneOutput() {
    Program program =
        Traces.several(x -> List.of(x.get(0).negate(), x.get(0).map(Elementary.EXP)), Shape.of(N));
    assertEquals(
        "plan: two outputs are to overwrite one input: output=input is {0=0, 1=0}",
        refusal(
            () ->
                Planner.standard()
                    .overwriting(0, 0)
                    .overwriting(1, 0)
                    .plan(program, List.of(Shape.of(2)))));
  }

  @Test
  void aTensorOfAnotherShapeIsRefusedEvenIfItIsAsLong() {
    Plan plan = Planner.standard().plan(DIFFERENCE, SHAPES);
    DenseTensor fits = DenseTensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
    assertEquals(
        "plan: input 1 is [2×3], not [3×2]",
        refusal(() -> plan.run(List.of(fits, fits.transpose()))));
  }

  @Test
  void aTotalOfNothingHasRoom() {
    Program program =
        Optimizer.optimize(
            Traces.of(
                x -> x.get(0).matmul(x.get(0).transpose()).sum().plus(x.get(1)).plus(x.get(1)),
                Shape.of(N, M),
                Shape.SCALAR));
    for (Shape shape : List.of(Shape.of(0, 2), Shape.of(0, 0), Shape.of(2, 0))) {
      for (Planner planner : List.of(Planner.standard(), Planner.standard().interpreting())) {
        assertEquals(
            List.of(DenseTensor.scalar(6)),
            planner
                .plan(program, List.of(shape, Shape.SCALAR))
                .run(List.of(DenseTensor.of(shape), DenseTensor.scalar(3))));
      }
    }
  }

  @Test
  void oneSumForEachRowIsNotRepeatedAsARow() {
    Program program =
        Optimizer.optimize(Traces.of(x -> x.get(0).sum(1).minus(x.get(0)), Shape.of(N, N)));
    Plan plan = Planner.standard().plan(program, List.of(Shape.of(2, 2)));
    // Sums 3 and 7 stand above one another, but [2] is aligned with the columns.
    assertEquals(
        List.of(DenseTensor.of(Shape.of(2, 2), 2, 5, 0, 3)),
        plan.run(List.of(DenseTensor.of(Shape.of(2, 2), 1, 2, 3, 4))));
  }

  @Test
  void aProgramWithoutRowsOrColumnsGivesWhatAnEmptySumGives() {
    Program program =
        Optimizer.optimize(
            Traces.several(
                x -> List.of(x.get(0).negate(), x.get(0).sum(0), x.get(0).sum()), Shape.of(N, M)));
    Plan plan = Planner.standard().plan(program, List.of(Shape.of(0, 3)));
    double[][] out = {new double[0], {1, 1, 1}, {1}};
    plan.run(new double[][] {new double[0]}, out);
    assertArrayEquals(new double[][] {{}, {0, 0, 0}, {0}}, out);
  }

  @Test
  void aProductIsNotOverwrittenByAResultThatIsDoneWhileARowWaitsForItsMaximum() {
    Program program =
        Optimizer.optimize(
            Traces.several(
                x -> {
                  Traced product = x.get(0).matmul(x.get(1));
                  return List.of(Functions.softmax(product), product.map(Elementary.RECT));
                },
                Shape.of(N, K),
                Shape.of(K, M)));
    // 8·8·8 multiply-adds: done by a kernel, before the rows are walked over.
    RandomTensors random = RandomTensors.seeded(1);
    DenseTensor a = random.uniform(-1, 1, Shape.of(8, 8));
    DenseTensor b = random.uniform(-1, 1, Shape.of(8, 8));
    List<DenseTensor> wanted = program.run(List.of(a, b));
    for (Planner planner : List.of(Planner.standard(), Planner.standard().interpreting())) {
      assertEquals(wanted, planner.plan(program, List.of(a.shape(), b.shape())).run(List.of(a, b)));
    }
  }
}
