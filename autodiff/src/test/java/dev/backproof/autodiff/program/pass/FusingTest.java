package dev.backproof.autodiff.program.pass;

import static dev.backproof.autodiff.program.Traces.K;
import static dev.backproof.autodiff.program.Traces.M;
import static dev.backproof.autodiff.program.Traces.N;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.program.Fusion;
import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.autodiff.program.Traces;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What goes into one instruction, and what does not. */
class FusingTest {
  private static final Shape MATRIX = Shape.of(N, M);

  private static String fused(Function<List<Traced>, Traced> function, Shape... shapes) {
    String text = Fusing.fuse(Traces.of(function, shapes)).toString();
    return text.substring(text.indexOf('\n') + 1);
  }

  private static List<Instruction> lines(Function<List<Traced>, Traced> f, Shape... shapes) {
    return Fusing.fuse(Traces.of(f, shapes)).instructions();
  }

  private static int products(Instruction line) {
    Program body = line.operation() instanceof Fusion fusion ? fusion.body() : null;
    if (body == null) {
      return line.operation().toString().equals("matmul") ? 1 : 0;
    }
    return body.instructions().stream().mapToInt(FusingTest::products).sum();
  }

  @Test
  void aChainOfEntrywiseOperationsIsOneInstruction() {
    assertEquals(
        """
        %2 [n×m] = fused 3 a, b
            in  a [n×m], b [n×m]
            %2 [n×m] = exp a
            %3 [n×m] = plus %2, b
            %4 [n×m] = tanh %3
            out %4
        out %2
        """,
        fused(
            x -> x.get(0).map(Elementary.EXP).plus(x.get(1)).map(Elementary.TANH), MATRIX, MATRIX));
  }

  @Test
  void oneOperationAloneIsNotFused() {
    assertEquals("%1 [n×m] = exp a\nout %1\n", fused(x -> x.get(0).map(Elementary.EXP), MATRIX));
    assertEquals("%1 [n×m] = times a, a\nout %1\n", fused(x -> x.get(0).times(x.get(0)), MATRIX));
  }

  @Test
  void aProductTakesItsTransposeBiasAndActivationIn() {
    assertEquals(
        """
        %3 [n×m] = fused 4 a, c, b
            in  a [n×k], b [m], c [m×k]
            %3 [k×m] = permute([1, 0]) c
            %4 [n×m] = matmul a, %3
            %5 [n×m] = plus %4, b
            %6 [n×m] = rect %5
            out %6
        out %3
        """,
        fused(
            x -> x.get(0).matmul(x.get(1).transpose()).plus(x.get(2)).map(Elementary.RECT),
            Shape.of(N, K),
            Shape.of(M, K),
            Shape.of(M)));
  }

  @Test
  void twoProductsAreNeverInOneInstruction() {
    List<Instruction> lines =
        lines(
            x -> x.get(0).matmul(x.get(1)).plus(x.get(1).matmul(x.get(0))).map(Elementary.TANH),
            Shape.of(N, N),
            Shape.of(N, N));
    assertEquals(2, lines.stream().mapToInt(FusingTest::products).sum());
    lines.forEach(line -> assertTrue(products(line) <= 1, line::toString));
  }

  @Test
  void aProductOfAProductWaits() {
    List<Instruction> lines =
        lines(
            x -> x.get(0).matmul(x.get(1)).map(Elementary.RECT).matmul(x.get(1)),
            Shape.of(N, N),
            Shape.of(N, N));
    assertEquals(List.of(1, 1), lines.stream().map(FusingTest::products).toList());
  }

  @Test
  void sumsAlongRowsAreReadInTheSameWalk() {
    assertEquals(
        1,
        lines(
                x -> {
                  Traced e = x.get(0).map(Elementary.EXP);
                  return e.div(e.sumKeepingAxis(1));
                },
                MATRIX)
            .size());
  }

  @Test
  void sumsOverAllRowsAreThereOnlyInTheEnd() {
    List<Instruction> lines =
        lines(
            x -> {
              Traced e = x.get(0).map(Elementary.EXP);
              return e.div(e.sum(0));
            },
            MATRIX);
    // The sum is made in the first walk; what reads it needs a second one.
    assertEquals(2, lines.size());
    assertEquals(2, lines.get(0).results().size());
  }

  @Test
  void whatFollowsFromTotalsOnlyIsDoneBehindTheWalk() {
    assertEquals(
        1, lines(x -> x.get(0).map(Elementary.EXP).sum(0).map(Elementary.LOG), MATRIX).size());
    assertEquals(
        1, lines(x -> x.get(0).map(Elementary.EXP).sum().map(Elementary.LOG), MATRIX).size());
  }

  @Test
  void theSumOfRowsOfASquareReadAsARowIsNotInTheSameWalk() {
    // [n] is aligned with the columns, not with the rows it was summed over.
    assertEquals(2, lines(x -> x.get(0).sum(1).minus(x.get(0)), Shape.of(N, N)).size());
    assertEquals(
        2,
        lines(x -> x.get(0).sum(1).broadcastTo(Shape.of(N, N)).minus(x.get(0)), Shape.of(N, N))
            .stream()
            .filter(line -> line.operation() instanceof Fusion || line.results().size() == 1)
            .filter(line -> !line.operation().toString().startsWith("broadcastTo"))
            .count());
  }

  @Test
  void whatCostsNextToNothingIsMadeWhereItIsRead() {
    List<Instruction> lines =
        lines(
            x -> {
              Traced half = x.get(0).constant(1, 2);
              Traced one = half.times(x.get(0).matmul(x.get(1)));
              return half.times(one.matmul(x.get(1)));
            },
            Shape.of(N, N),
            Shape.of(N, N));
    assertEquals(2, lines.size());
    lines.forEach(
        line -> assertTrue(((Fusion) line.operation()).body().toString().contains("1/2")));
  }

  @Test
  void anOutputThatCostsNextToNothingIsMadeAllTheSame() {
    Program program =
        Fusing.fuse(
            Traces.several(
                x -> List.of(x.get(0).transpose(), x.get(0).one(), x.get(0).expand(0, K)), MATRIX));
    assertEquals(3, program.instructions().size());
    assertEquals(Shape.of(M, N), program.shape(program.outputs().get(0)));
  }

  @Test
  void aProductWithAVectorGoesOnAsAVector() {
    assertEquals(
        1,
        lines(
                x -> x.get(0).matmul(x.get(1)).plus(x.get(2)).map(Elementary.RECT),
                Shape.of(N, M),
                Shape.of(M),
                Shape.of(N))
            .size());
  }

  @Test
  void equalShapesOfRankThreeGoTogether() {
    Shape cube = Shape.of(N, M, K);
    assertEquals(1, lines(x -> x.get(0).map(Elementary.EXP).plus(x.get(1)), cube, cube).size());
  }

  @Test
  void sumsAndRepetitionsOfRankThreeStandAlone() {
    Shape cube = Shape.of(N, M, K);
    assertEquals(
        3, lines(x -> x.get(0).map(Elementary.EXP).sum(1).map(Elementary.LOG), cube).size());
    assertEquals(
        2, lines(x -> x.get(0).map(Elementary.EXP).plus(x.get(1)), cube, Shape.of(M, K)).size());
  }

  @Test
  void windowsStandAlone() {
    assertEquals(
        3,
        lines(x -> x.get(0).map(Elementary.EXP).slice(0, 0, 2).map(Elementary.LOG), Shape.of(3, 4))
            .size());
  }

  @Test
  void longChainsOfWhatIsCheapAreNotMadeAnewWhereTheyAreRead() {
    List<Instruction> lines =
        lines(
            x -> {
              Traced y = x.get(0);
              for (int i = 0; i < 1000; i++) {
                y = y.plus(x.get(1));
              }
              return y.matmul(y);
            },
            Shape.of(N, N),
            Shape.of(N, N));
    assertTrue(lines.size() <= 2);
  }

  @Test
  void fusionDoesNotFuseWhatIsFusedAlready() {
    Program once =
        Fusing.fuse(
            Traces.of(x -> x.get(0).map(Elementary.EXP).map(Elementary.TANH), Shape.of(Size.ONE)));
    assertEquals(
        "fusion: fused 2 is fused already",
        assertThrows(IllegalArgumentException.class, () -> Fusing.fuse(once)).getMessage());
  }

  @Test
  void theNumberOfOperationsIsKept() {
    Program program =
        Traces.of(x -> x.get(0).map(Elementary.EXP).plus(x.get(1)).sum(0), MATRIX, MATRIX);
    assertEquals(program.operations(), Fusing.fuse(program).operations());
  }
}
