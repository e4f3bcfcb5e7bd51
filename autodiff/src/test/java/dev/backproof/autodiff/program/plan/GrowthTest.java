package dev.backproof.autodiff.program.plan;

import static dev.backproof.autodiff.program.Traces.M;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.management.ThreadMXBean;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.autodiff.program.Traces;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tracing, optimising and planning grow with the length of the program, and no faster. */
class GrowthTest {
  private static final Shape SQUARE = Shape.of(3, 3);
  private static final int SHORT = 300;

  /** One more step of a chain. */
  private interface Chain {
    Traced next(Traced y, List<Traced> x, int step);
  }

  /**
   * Bytes are counted, not time: work that grows with the square of the length shows in what it
   * copies, and the count does not depend on the machine. Ten times the length may take fifteen
   * times the bytes, for the tables that double.
   */
  @TestFactory
  Stream<DynamicTest> tenTimesTheLengthTakesAboutTenTimesTheBytes() {
    return Stream.of(
        chain("one function after the other", (y, x, i) -> y.map(Elementary.SIN)),
        chain("sums with an input", (y, x, i) -> y.plus(x.get(1))),
        chain("sums with constants", (y, x, i) -> y.plus(y.constant(i, 1001))),
        chain("layers", GrowthTest::layer),
        chain("sums over either axis", GrowthTest::sums),
        chain("a third axis", GrowthTest::third),
        chain("factors", (y, x, i) -> y.plus(y.size(M).times(y.constant(i + 1)).times(x.get(1)))));
  }

  private static Traced layer(Traced y, List<Traced> x, int step) {
    return switch (step % 3) {
      case 0 -> y.matmul(x.get(1));
      case 1 -> y.plus(x.get(2));
      default -> y.map(Elementary.RECT);
    };
  }

  private static Traced sums(Traced y, List<Traced> x, int step) {
    return switch (step % 4) {
      case 0 -> y.map(Elementary.EXP);
      case 1 -> y.div(y.sumKeepingAxis(1));
      case 2 -> y.times(y.sum(0));
      default -> y.transpose();
    };
  }

  private static Traced third(Traced y, List<Traced> x, int step) {
    return step % 2 == 0 ? y.expand(0, M).sum(0) : y.map(Elementary.TANH);
  }

  private static DynamicTest chain(String name, Chain chain) {
    return dynamicTest(
        name,
        () -> {
          bytes(chain, SHORT);
          long one = bytes(chain, SHORT);
          long ten = bytes(chain, 10 * SHORT);
          assertTrue(ten < 15 * one, () -> one + " bytes, then " + ten);
        });
  }

  private static long bytes(Chain chain, int length) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Program program = Optimizer.optimize(traced(chain, length));
    Planner.standard().plan(program, List.of(SQUARE, SQUARE, Shape.of(3), Shape.of(2)));
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static Program traced(Chain chain, int length) {
    return Traces.of(
        x -> {
          Traced y = x.get(0);
          for (int i = 0; i < length; i++) {
            y = chain.next(y, x, i);
          }
          return y;
        },
        SQUARE,
        SQUARE,
        Shape.of(3),
        Shape.of(M));
  }

  @Test
  void thirtyThousandOperationsAreTracedOptimisedAndPlanned() {
    Program program = traced(GrowthTest::layer, 30_000);
    assertEquals(30_000, program.instructions().size());
    Program optimised = Optimizer.optimize(program);
    assertEquals(30_000, optimised.operations());
    Planner.standard().plan(optimised, List.of(SQUARE, SQUARE, Shape.of(3), Shape.of(2)));
  }

  @Test
  void aFactorThatIsMultipliedByItselfAgainAndAgainIsNotFollowedAgainAndAgain() {
    Program program =
        Traces.of(
            x -> {
              Traced c = x.get(0).size(M);
              for (int i = 0; i < 60; i++) {
                c = c.times(c);
              }
              return c.strongTimes(x.get(0));
            },
            Shape.of(M));
    // Followed down both operands each time it would take 2⁶⁰ steps.
    assertTimeoutPreemptively(Duration.ofMinutes(1), () -> Optimizer.optimize(program));
  }

  @Test
  void manyOutputsOfOneWalkArePlanned() {
    Program program =
        Traces.several(
            x -> {
              List<Traced> outputs = new ArrayList<>();
              Traced y = x.get(0);
              for (int i = 0; i < SHORT; i++) {
                y = y.map(Elementary.SIN);
                outputs.add(y);
              }
              return outputs;
            },
            SQUARE);
    Program optimised = Optimizer.optimize(program);
    assertEquals(1, optimised.instructions().size());
    assertEquals(SHORT, Planner.standard().plan(optimised, List.of(SQUARE)).results().size());
  }
}
