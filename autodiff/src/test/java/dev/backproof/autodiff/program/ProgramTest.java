package dev.backproof.autodiff.program;

import static dev.backproof.autodiff.program.Traces.K;
import static dev.backproof.autodiff.program.Traces.M;
import static dev.backproof.autodiff.program.Traces.N;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private static final Program LAYER =
      Traces.of(
          x -> x.get(0).matmul(x.get(1)).plus(x.get(2)).map(Elementary.TANH),
          Shape.of(N, K),
          Shape.of(K, M),
          Shape.of(M));

  private static String refusal(Runnable refused) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, refused::run).getMessage());
  }

  @Test
  void anOutputOfAnotherRecordingIsRefused() {
    List<Traced> kept = new ArrayList<>();
    Traces.of(
        x -> {
          kept.add(x.get(0).negate());
          return x.get(0);
        },
        Shape.of(N));
    assertEquals(
        "program: an output belongs to another program",
        refusal(() -> Traces.of(x -> kept.get(0), Shape.of(N))));
  }

  @Test
  void withoutInputsThereIsNothingToRecord() {
    assertEquals(
        "program: wants at least one input to record",
        refusal(() -> Program.trace(List.of(), x -> x)));
  }

  @Test
  void aFunctionIsWrittenDownAsItRuns() {
    assertEquals(
        """
        in  a [n×k], b [k×m], c [m]
        %3 [n×m] = matmul a, b
        %4 [n×m] = plus %3, c
        %5 [n×m] = tanh %4
        out %5
        """,
        LAYER.toString());
  }

  @Test
  void constantsAreWrittenWithoutOperands() {
    Program program = Traces.of(x -> x.get(0).div(x.get(0).size(N)), Shape.of(N));
    assertEquals(
        """
        in  a [n]
        %1 [] = size(n)
        %2 [n] = div a, %1
        out %2
        """,
        program.toString());
  }

  @Test
  void aBackwardSweepIsRecordedBehindTheForwardPass() {
    Program program =
        Traces.several(
            x -> {
              Var<Traced> a = new Tape<Traced>().variable(x.get(0));
              Var<Traced> y = a.map(Elementary.SQUARE).sum();
              return List.of(y.primal(), y.backward().of(a));
            },
            Shape.of(N));
    List<DenseTensor> results = program.run(DenseTensor.vector(1, -2, 3));
    assertEquals(14, results.get(0).at(0));
    assertArrayEquals(new double[] {2, -4, 6}, results.get(1).toArray());
  }

  @Test
  void theSymbolsOfTheShapesTakeTheExtentsThatAreGiven() {
    List<Shape> given = List.of(Shape.of(2, 3), Shape.of(3, 1), Shape.of(1));
    assertEquals(Map.of("n", Size.of(2), "k", Size.of(3), "m", Size.of(1)), LAYER.sizes(given));
  }

  @Test
  void aProgramRunsOnValuesWhoseSymbolsHaveOtherNames() {
    Program caller =
        Traces.of(
            x -> LAYER.run(x).get(0),
            Shape.of(M, N),
            Shape.of(N, Size.symbol("q")),
            Shape.of(Size.symbol("q")));
    assertEquals(Shape.of(M, Size.symbol("q")), caller.shape(caller.outputs().get(0)));
  }

  @Test
  void symbolsThatSwapTheirNamesAreSwappedAtOnce() {
    Program program =
        Traces.of(
            x -> x.get(0).expand(0, N).expand(1, M).times(x.get(1)), Shape.SCALAR, Shape.of(N, M));
    Program caller = Traces.of(x -> program.run(x).get(0), Shape.SCALAR, Shape.of(M, N));
    assertEquals(Shape.of(M, N), caller.shape(caller.outputs().get(0)));
  }

  @Test
  void aSizeIsTheNumberThatIsGiven() {
    Program program = Traces.of(x -> x.get(0).mean(), Shape.of(N, M));
    assertEquals(2.5, program.run(DenseTensor.of(Shape.of(2, 2), 1, 2, 3, 4)).get(0).at(0));
  }

  @Test
  void aProductOfSymbolsIsCheckedAgainstItsFactors() {
    Program program =
        Traces.of(
            x -> x.get(0).reshape(Shape.of(N.times(M))).plus(x.get(1)),
            Shape.of(N, M),
            Shape.of(N.times(M)));
    assertEquals(
        "program: input b wants [n·m] with {m=3, n=2}, not [5]",
        refusal(() -> program.sizes(List.of(Shape.of(2, 3), Shape.of(5)))));
    assertEquals(2, program.sizes(List.of(Shape.of(2, 3), Shape.of(6))).size());
  }

  @Test
  void anOutputMayBeAnInputOrComeTwice() {
    Program program = Traces.several(x -> List.of(x.get(0), x.get(0)), Shape.of(N));
    DenseTensor a = DenseTensor.vector(1, 2);
    assertEquals(List.of(a, a), program.run(a));
  }

  @Test
  void operationsInsideFusedInstructionsAreCounted() {
    Recorder recorder = new Recorder();
    Traced a = recorder.input(new Input("a", Shape.of(N)));
    Program body = Traces.of(x -> x.get(0).map(Elementary.EXP).negate(), Shape.of(N));
    List<Traced> made = recorder.append(new Fusion(body), List.of(a), List.of(Shape.of(N)));
    Program program = recorder.program(List.of(made.get(0).plus(a)));
    assertEquals(3, program.operations());
    assertEquals(2, program.instructions().size());
    assertEquals(
        """
        in  a [n]
        %1 [n] = fused 2 a
            in  a [n]
            %1 [n] = exp a
            %2 [n] = negate %1
            out %2
        %2 [n] = plus %1, a
        out %2
        """
            .replace("negate", Elementary.NEGATE.toString()),
        program.toString());
    assertArrayEquals(new double[] {-1}, program.run(DenseTensor.vector(0)).get(0).toArray());
  }

  @Test
  void aFusedInstructionMayHaveNoOperands() {
    Recorder recorder = new Recorder();
    Traced a = recorder.input(new Input("a", Shape.of(N)));
    Program two = new Program(List.of(), bodyOfTwo(), List.of(Shape.SCALAR), List.of(0));
    Traced made = recorder.append(new Fusion(two), List.of(), List.of(Shape.SCALAR)).get(0);
    Program program = recorder.program(List.of(a.times(made)));
    assertArrayEquals(new double[] {2, 6}, program.run(DenseTensor.vector(1, 3)).get(0).toArray());
  }

  private static List<Instruction> bodyOfTwo() {
    Program lent = Traces.of(x -> x.get(0).constant(2), Shape.SCALAR);
    return List.of(new Instruction(lent.instructions().get(0).operation(), List.of(), List.of(0)));
  }

  @Test
  void runRefusesMissingInputs() {
    assertEquals(
        "program: has 3 inputs, 1 were given", refusal(() -> LAYER.run(DenseTensor.vector(1))));
  }

  @Test
  void runRefusesShapesThatDoNotFit() {
    assertEquals(
        "program: input b wants [k×m] with {k=3, n=2}, not [2×4]",
        refusal(
            () ->
                LAYER.run(
                    DenseTensor.full(Shape.of(2, 3), 0),
                    DenseTensor.full(Shape.of(2, 4), 0),
                    DenseTensor.full(Shape.of(4), 0))));
    assertEquals(
        "program: input a wants [n×k], not [2]",
        refusal(() -> LAYER.sizes(List.of(Shape.of(2), Shape.of(2, 2), Shape.of(2)))));
  }

  @Test
  void runRefusesAnotherNumberThanTheExtent() {
    Program program = Traces.of(x -> x.get(0).negate(), Shape.of(2));
    assertEquals(
        "program: input a wants [2], not [3]",
        refusal(() -> program.run(DenseTensor.vector(1, 2, 3))));
  }

  @Test
  void anOperandFromAnotherProgramIsRefused() {
    Recorder one = new Recorder();
    Recorder other = new Recorder();
    Traced a = one.input(new Input("a", Shape.of(N)));
    Traced b = other.input(new Input("b", Shape.of(N)));
    assertEquals(
        "program: an operand of plus belongs to another program", refusal(() -> a.plus(b)));
  }

  @Test
  void anInputBehindAnInstructionIsRefused() {
    Recorder recorder = new Recorder();
    recorder.input(new Input("a", Shape.of(N))).negate();
    assertEquals(
        "program: input b comes behind an instruction; inputs come first",
        assertThrows(IllegalStateException.class, () -> recorder.input(new Input("b", Shape.of(N))))
            .getMessage());
  }

  @Test
  void aValueThatIsUsedBeforeItIsMadeIsRefused() {
    List<Input> inputs = List.of(new Input("a", Shape.of(N)));
    List<Shape> shapes = List.of(Shape.of(N), Shape.of(N));
    Operation plus = LAYER.instructions().get(1).operation();
    assertEquals(
        "program: value 1 is used before it is made",
        refusal(
            () ->
                new Program(
                    inputs,
                    List.of(new Instruction(plus, List.of(0, 1), List.of(1))),
                    shapes,
                    List.of(1))));
    assertEquals(
        "program: value 1 is used before it is made",
        refusal(() -> new Program(inputs, List.of(), shapes, List.of(1))));
  }

  @Test
  void anInstructionWithSeveralResultsHasNotOne() {
    Instruction line =
        new Instruction(LAYER.instructions().get(0).operation(), List.of(), List.of(1, 2));
    assertEquals(
        "matmul has 2 results, not one",
        assertThrows(IllegalStateException.class, line::result).getMessage());
  }
}
