package dev.backproof.autodiff.program.pass;

import static dev.backproof.autodiff.program.Traces.N;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.autodiff.program.Traces;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadCodeTest {
  @Test
  void whatNoOutputNeedsIsDroppedAndUnusedInputsStay() {
    Program program =
        Traces.of(
            x -> {
              Traced needed = x.get(0).map(Elementary.EXP);
              needed.plus(x.get(1)).negate();
              return needed.map(Elementary.TANH);
            },
            Shape.of(N),
            Shape.of(N));
    assertEquals(4, program.instructions().size());
    assertEquals(
        """
        in  a [n], b [n]
        %2 [n] = exp a
        %3 [n] = tanh %2
        out %3
        """,
        DeadCode.drop(program).toString());
  }

  @Test
  void theOrderIsThatInWhichTheOutputsNeedIt() {
    Program forth =
        Traces.several(
            x -> {
              Traced first = x.get(0).map(Elementary.EXP);
              Traced second = x.get(0).map(Elementary.SIN);
              return List.of(first.minus(second), second);
            },
            Shape.of(N));
    Program back =
        Traces.several(
            x -> {
              Traced second = x.get(0).map(Elementary.SIN);
              Traced first = x.get(0).map(Elementary.EXP);
              return List.of(first.minus(second), second);
            },
            Shape.of(N));
    assertEquals(DeadCode.drop(forth), DeadCode.drop(back));
    assertEquals(forth, DeadCode.drop(back));
  }

  @Test
  void aProgramWithoutDeadCodeInOrderIsLeftAsItIs() {
    Program program = Traces.of(x -> x.get(0).plus(x.get(0)), Shape.of(N));
    assertEquals(program, DeadCode.drop(program));
  }

  @Test
  void outputsMayBeInputs() {
    Program program =
        Traces.several(
            x -> List.of(x.get(1), x.get(0).negate(), x.get(1)), Shape.of(N), Shape.of(N));
    assertEquals(program, DeadCode.drop(program));
  }

  @Test
  void aLongChainDoesNotOverflowTheStack() {
    Program program =
        Traces.of(
            x -> {
              Traced y = x.get(0);
              for (int i = 0; i < 50_000; i++) {
                y = y.map(Elementary.SIN);
              }
              return y;
            },
            Shape.of(N));
    assertEquals(program, DeadCode.drop(program));
  }
}
