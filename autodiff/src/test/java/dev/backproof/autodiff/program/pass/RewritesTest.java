package dev.backproof.autodiff.program.pass;

import static dev.backproof.autodiff.program.Traces.K;
import static dev.backproof.autodiff.program.Traces.M;
import static dev.backproof.autodiff.program.Traces.N;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Recorder;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.autodiff.program.Traces;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each replacement, where it is made and where it is not. */
class RewritesTest {
  private static final Shape MATRIX = Shape.of(N, M);

  private static String rewritten(Function<List<Traced>, Traced> function, Shape... shapes) {
    return rewritten(Traces.of(function, shapes));
  }

  private static String rewritten(Program program) {
    String text = DeadCode.drop(Rewriter.rewrite(program, Rewrites.all())).toString();
    return text.substring(text.indexOf('\n') + 1, text.length() - 1);
  }

  /** The left side of every replacement without a condition becomes the right side. */
  @TestFactory
  Stream<DynamicTest> everyLeftSideBecomesTheRightSide() {
    return rewrites()
        .map(
            rewrite ->
                dynamicTest(
                    rewrite.name() + " " + rewrite.left().inputs(), () -> assertMade(rewrite)));
  }

  /** Without that which is found again in what it makes: it ends by its condition. */
  private static Stream<Rewrite> rewrites() {
    return Rewrites.all().stream().filter(r -> !r.name().equals("[z > 0] = [rect z > 0]"));
  }

  private static void assertMade(Rewrite rewrite) {
    Rewrite everywhere =
        new Rewrite(rewrite.name(), rewrite.left(), rewrite.right(), (rewriter, values) -> true);
    Program once = Rewriter.rewrite(rewrite.left(), List.of(everywhere));
    assertEquals(
        DeadCode.drop(Rewriter.share(rewrite.right())), DeadCode.drop(once), rewrite.name());
  }

  /** Other letters for the extents, numbers among them, do not matter. */
  @TestFactory
  Stream<DynamicTest> everyLeftSideIsFoundWithOtherExtents() {
    return rewrites()
        .map(
            rewrite ->
                dynamicTest(
                    rewrite.name() + " " + rewrite.left().inputs(),
                    () -> {
                      Program left = rewrite.left().mapSizes(RewritesTest::renamed);
                      Rewrite everywhere =
                          new Rewrite(
                              rewrite.name(), rewrite.left(), rewrite.right(), (r, v) -> true);
                      assertEquals(
                          DeadCode.drop(
                              Rewriter.share(rewrite.right().mapSizes(RewritesTest::renamed))),
                          DeadCode.drop(Rewriter.rewrite(left, List.of(everywhere))));
                    }));
  }

  private static Size renamed(Size size) {
    return size.equals(N) ? Size.of(7) : size.equals(M) ? Size.symbol("q") : size;
  }

  @Test
  void aProductIsNotTransposedButItsOperandsAre() {
    assertEquals(
        """
        %2 [m×k] = permute([1, 0]) b
        %3 [k×n] = permute([1, 0]) a
        %4 [m×n] = matmul %2, %3
        out %4""",
        rewritten(x -> x.get(0).matmul(x.get(1)).transpose(), Shape.of(N, K), Shape.of(K, M)));
  }

  @Test
  void transposesThatMeetVanish() {
    assertEquals(
        "%2 [k×n] = matmul b, a\nout %2",
        rewritten(
            x -> x.get(0).transpose().matmul(x.get(1).transpose()).transpose(),
            Shape.of(M, N),
            Shape.of(K, M)));
  }

  @Test
  void aProductOverOneEntryIsMadeEntryByEntry() {
    assertEquals(
        "%2 [n×m] = times a, b\nout %2",
        rewritten(x -> x.get(0).matmul(x.get(1)), Shape.of(N, Size.ONE), Shape.of(Size.ONE, M)));
    assertEquals(
        "%2 [n×m] = matmul a, b\nout %2",
        rewritten(x -> x.get(0).matmul(x.get(1)), Shape.of(N, K), Shape.of(K, M)));
  }

  @Test
  void aSizeIsAFactorThatGoesOutside() {
    assertEquals(
        """
        %2 [] = size(n)
        %3 [] = reciprocal %2
        %4 [n×m] = minus a, b
        %5 [n×m] = times %3, %4
        out %5""",
        rewritten(
            x -> x.get(0).div(x.get(0).size(N)).minus(x.get(1).div(x.get(0).size(N))),
            MATRIX,
            MATRIX));
  }

  @Test
  void anInputIsNoFactor() {
    String same = "%2 [n×m] = div b, a\nout %2";
    assertEquals(same, rewritten(x -> x.get(1).div(x.get(0)), Shape.SCALAR, MATRIX));
    assertEquals(
        "%2 [n×m] = strongTimes a, b\nout %2",
        rewritten(x -> x.get(0).strongTimes(x.get(1)), Shape.SCALAR, MATRIX));
  }

  @Test
  void zeroIsNoFactor() {
    assertEquals(
        "%1 [] = 0\n%2 [n×m] = strongTimes %1, a\nout %2",
        rewritten(x -> x.get(0).zero().strongTimes(x.get(0)), MATRIX));
    assertEquals(
        "%1 [] = 0\n%2 [n×m] = div a, %1\nout %2",
        rewritten(x -> x.get(0).div(x.get(0).zero()), MATRIX));
  }

  @Test
  void differencesOfDifferentFactorsStay() {
    assertTrue(
        rewritten(
                x -> {
                  Traced n = x.get(0).size(N);
                  Traced m = x.get(0).size(M);
                  return n.times(x.get(0)).minus(m.times(x.get(1)));
                },
                MATRIX,
                MATRIX)
            .contains("minus %3, %5"));
  }

  @Test
  void aMaskIsReadOffARectThatIsThere() {
    assertEquals(
        """
        %1 [n×m] = rect a
        %2 [n×m] = step %1
        %3 [n×m] = plus %1, %2
        out %3""",
        rewritten(x -> x.get(0).map(Elementary.RECT).plus(x.get(0).map(Elementary.STEP)), MATRIX));
  }

  @Test
  void aMaskWithoutARectStays() {
    assertEquals(
        "%1 [n×m] = step a\nout %1", rewritten(x -> x.get(0).map(Elementary.STEP), MATRIX));
  }

  @Test
  void aMaskThatIsMultipliedSelects() {
    assertEquals(
        """
        %2 [n×m] = rect a
        %3 [n×m] = step %2
        %4 [] = 0
        %5 [n×m] = where %3, b, %4
        %6 [n×m] = plus %2, %5
        out %6""",
        rewritten(
            x -> rectPlus(x, () -> x.get(1).strongTimes(x.get(0).map(Elementary.STEP))),
            MATRIX,
            MATRIX));
  }

  private static Traced rectPlus(List<Traced> x, Supplier<Traced> other) {
    Traced rect = x.get(0).map(Elementary.RECT);
    return rect.plus(other.get());
  }

  /** NaN ⊛ x is NaN, and a mask that is NaN selects x: nobody else would see the NaN. */
  @Test
  void aMaskOfWhatIsReadNowhereElseIsMultiplied() {
    assertEquals(
        "%2 [n×m] = step a\n%3 [n×m] = strongTimes b, %2\nout %3",
        rewritten(x -> x.get(1).strongTimes(x.get(0).map(Elementary.STEP)), MATRIX, MATRIX));
  }

  /** Beside a rect, too, if its NaN is selected away or a zero wins over it. */
  @Test
  void aMaskOfARectWhoseNaNIsNotSeenIsMultiplied() {
    assertTrue(
        rewritten(
                x ->
                    rectPlus(x, () -> x.get(1).strongTimes(x.get(0).map(Elementary.STEP)))
                        .greater(x.get(1)),
                MATRIX,
                MATRIX)
            .contains("strongTimes"));
  }

  @Test
  void aPlainProductWithAMaskStaysSinceZeroTimesInfinityIsNoZero() {
    assertEquals(
        "%2 [n×m] = step a\n%3 [n×m] = times %2, b\nout %3",
        rewritten(x -> x.get(0).map(Elementary.STEP).times(x.get(1)), MATRIX, MATRIX));
  }

  @Test
  void aMaskOfAnotherShapeDoesNotFit() {
    assertTrue(
        rewritten(
                x -> rectPlus(x, () -> x.get(0).map(Elementary.STEP).strongTimes(x.get(1))),
                Shape.of(M),
                MATRIX)
            .contains("strongTimes"));
  }

  /** x − max x along an axis, repeated along the same or another. */
  private static Traced below(Traced x, int axis, int repeated) {
    return x.minus(x.max(axis).insertAxis(repeated));
  }

  private static Traced divided(Traced exponential, int axis, Traced by) {
    return exponential.sum(axis).map(Elementary.RECIPROCAL).expand(1, M).strongTimes(by);
  }

  @Test
  void aReciprocalOfASumOfExponentialsBelowTheMaximumDivides() {
    String text =
        rewritten(
            x -> divided(below(x.get(0), 1, 1).map(Elementary.EXP), 1, x.get(1)), MATRIX, MATRIX);
    assertTrue(text.endsWith("expand(1, 1) %6\n%8 [n×m] = div b, %7\nout %8"), text);
  }

  /** Exponentials of −800 are 0, all of them: what is divided by may be 0 in floats. */
  @Test
  void aReciprocalOfOtherSumsOfExponentialsStays() {
    Shape square = Shape.of(M, M);
    assertTrue(
        rewritten(x -> divided(x.get(0).map(Elementary.EXP), 1, x.get(1)), MATRIX, MATRIX)
            .contains("reciprocal"));
    assertTrue(
        rewritten(
                x -> divided(below(x.get(0), 1, 1).map(Elementary.EXP), 0, x.get(1)),
                square,
                square)
            .contains("reciprocal"));
    assertTrue(
        rewritten(
                x -> divided(below(x.get(0), 1, 0).map(Elementary.EXP), 1, x.get(1)),
                square,
                square)
            .contains("reciprocal"));
    assertTrue(
        rewritten(
                x -> {
                  Traced low = x.get(1).minus(x.get(0).max(1).insertAxis(1));
                  return divided(low.map(Elementary.EXP), 1, x.get(1));
                },
                MATRIX,
                MATRIX)
            .contains("reciprocal"));
  }

  /** 0 ⊛ 1/0 is 0, as the gradient of a quotient that is not taken; 0/0 is not. */
  @Test
  void aReciprocalOfWhatCanBeZeroStays() {
    assertTrue(
        rewritten(
                x -> x.get(0).map(Elementary.RECIPROCAL).expand(1, M).strongTimes(x.get(1)),
                Shape.of(N),
                MATRIX)
            .contains("reciprocal"));
    assertTrue(
        rewritten(
                x -> x.get(0).map(Elementary.RECIPROCAL).strongTimes(x.get(1)),
                Shape.SCALAR,
                Shape.of(N))
            .contains("reciprocal"));
  }

  @Test
  void aReciprocalRepeatedAlongColumnsDoesNotFit() {
    assertTrue(
        rewritten(
                x ->
                    x.get(0)
                        .map(Elementary.EXP)
                        .map(Elementary.RECIPROCAL)
                        .expand(0, N)
                        .strongTimes(x.get(1)),
                Shape.of(M),
                MATRIX)
            .contains("reciprocal"));
  }

  @Test
  void extentsThatAreNotTheSameSymbolDoNotFit() {
    // [n×1] as [n] and back to [k] is no identity, so the reshape stays.
    assertTrue(
        rewritten(x -> x.get(0).insertAxis(1).reshape(Shape.of(Size.ONE, N)), Shape.of(N))
            .contains("reshape"));
  }

  @Test
  void replacementsAreMadeInsideWhatTheyMake() {
    assertEquals(
        "out a", rewritten(x -> x.get(0).negate().negate().transpose().transpose(), MATRIX));
    assertEquals("out a", rewritten(x -> x.get(0).times(x.get(0).one()).detach(), MATRIX));
    assertEquals(
        "%1 [n×m] = negate a\nout %1".replace("negate", Elementary.NEGATE.toString()),
        rewritten(x -> x.get(0).constant(-1).strongTimes(x.get(0)), MATRIX));
  }

  @Test
  void whatDetachedValuesGiveStaysTheSame() {
    assertEquals(
        "%1 [n×m] = exp a\nout %1", rewritten(x -> x.get(0).detach().map(Elementary.EXP), MATRIX));
  }

  @Test
  void aRewriteSaysItsEquation() {
    List<String> names = new ArrayList<>();
    Rewrites.all().forEach(rewrite -> names.add(rewrite.toString()));
    assertTrue(names.contains("(A·B)ᵀ = Bᵀ·Aᵀ"));
  }

  @Test
  void aPatternVariableThatComesTwiceStandsForOneValue() {
    Recorder recorder = new Recorder();
    Traced a = recorder.input(new Input("a", MATRIX));
    Program twice = Traces.of(x -> x.get(0).minus(x.get(0)), MATRIX);
    Program zero = Traces.of(x -> x.get(0).times(x.get(0).zero()), MATRIX);
    Rewrite rewrite = new Rewrite("x − x = x·0", twice, zero, (r, v) -> true);
    Program same = recorder.program(List.of(a.minus(a)));
    assertTrue(Rewriter.rewrite(same, List.of(rewrite)).toString().contains("times"));
    Program other = Traces.of(x -> x.get(0).minus(x.get(1)), MATRIX, MATRIX);
    assertEquals(other, Rewriter.rewrite(other, List.of(rewrite)));
  }
}
