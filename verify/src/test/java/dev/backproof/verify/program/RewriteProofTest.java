package dev.backproof.verify.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.autodiff.program.pass.Rewrite;
import dev.backproof.autodiff.program.pass.Rewrites;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RewriteProofTest {
  private static final Shape MATRIX = Shape.of(Size.symbol("n"), Size.symbol("m"));

  @TestFactory
  Stream<DynamicTest> everyReplacementIsProvedForAllSizes() {
    return Rewrites.all().stream().map(r -> dynamicTest(name(r), () -> assertProved(r)));
  }

  @Test
  void everyReplacementHasANameOfItsOwnAmongThoseOfTheSameShapes() {
    Set<String> names = new HashSet<>();
    Rewrites.all().forEach(rewrite -> assertTrue(names.add(name(rewrite)), name(rewrite)));
  }

  @Test
  void bothSidesHaveTheSameInputsAndShapes() {
    for (Rewrite rewrite : Rewrites.all()) {
      assertEquals(rewrite.left().inputs(), rewrite.right().inputs(), rewrite.name());
      assertEquals(shape(rewrite.left()), shape(rewrite.right()), rewrite.name());
      assertEquals(1, rewrite.left().outputs().size());
      assertEquals(1, rewrite.right().outputs().size());
    }
  }

  @TestFactory
  Stream<DynamicTest> aWrongReplacementIsRefuted() {
    return Stream.of(
        wrong("x·1 = −x", x -> x.get(0).times(x.get(0).one()), x -> x.get(0).negate()),
        wrong("x − y = y − x", x -> x.get(0).minus(x.get(1)), x -> x.get(1).minus(x.get(0))),
        wrong("x + (−y) = x + y", x -> x.get(0).plus(x.get(1).negate()), x -> plus(x)),
        wrong(
            "[z > 0] ⊛ x = x where −z > 0",
            x -> x.get(0).map(Elementary.STEP).strongTimes(x.get(1)),
            x -> x.get(0).negate().map(Elementary.STEP).where(x.get(1), x.get(1).zero())),
        wrong(
            "Σ of squares = square of Σ",
            x -> x.get(0).map(Elementary.SQUARE).sum(0),
            x -> x.get(0).sum(0).map(Elementary.SQUARE)),
        wrong(
            "(1/Σ, repeated) ⊛ x = x·Σ",
            x -> x.get(0).map(Elementary.RECIPROCAL).strongTimes(x.get(1)),
            x -> x.get(1).times(x.get(0))),
        wrong(
            "A·Bᵀ = B·Aᵀ",
            x -> x.get(0).matmul(x.get(1).transpose()),
            x -> x.get(1).matmul(x.get(0).transpose())));
  }

  private static Traced plus(List<Traced> x) {
    return x.get(0).plus(x.get(1));
  }

  private static DynamicTest wrong(
      String name, Function<List<Traced>, Traced> left, Function<List<Traced>, Traced> right) {
    List<Input> inputs = List.of(new Input("x", MATRIX), new Input("z", MATRIX));
    Rewrite rewrite =
        new Rewrite(
            name,
            Program.trace(inputs, x -> List.of(left.apply(x))),
            Program.trace(inputs, x -> List.of(right.apply(x))),
            (rewriter, values) -> true);
    return dynamicTest(name, () -> assertRefuted(rewrite));
  }

  private static String name(Rewrite rewrite) {
    return rewrite.name() + ", " + rewrite.left().inputs();
  }

  private static Shape shape(Program program) {
    return program.shape(program.outputs().get(0));
  }

  private static List<Statement> statements(Rewrite rewrite) {
    return new Letters(rewrite.left(), false)
        .dividing(rewrite.left())
        .equal(rewrite.left(), rewrite.right(), 0)
        .statements();
  }

  /** Proved, at kinks too; that a divisor is not 0 is taken for granted, and nothing else. */
  private static void assertProved(Rewrite rewrite) {
    List<Statement> statements = statements(rewrite);
    assertFalse(statements.isEmpty());
    for (Statement statement : statements) {
      Decision.Proved proved =
          assertInstanceOf(Decision.Proved.class, Decider.USUAL.strictly().decide(statement));
      assertFalse(proved.offKinks(), "off the kinks only");
      assertTrue(proved.conditions().isEmpty(), () -> "only where " + proved.conditions());
    }
  }

  private static void assertRefuted(Rewrite rewrite) {
    assertTrue(
        statements(rewrite).stream()
            .map(Decider.USUAL::decide)
            .anyMatch(Decision.Refuted.class::isInstance));
  }
}
