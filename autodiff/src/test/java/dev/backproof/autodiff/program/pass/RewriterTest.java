package dev.backproof.autodiff.program.pass;

import static dev.backproof.autodiff.program.Traces.M;
import static dev.backproof.autodiff.program.Traces.N;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.autodiff.program.Traces;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Common subexpressions and constants. */
class RewriterTest {
  private static String folded(Function<Traced, Traced> function) {
    Program program = Traces.of(x -> function.apply(x.get(0)), Shape.SCALAR);
    String text = Optimizer.fold(program).toString();
    return text.substring(text.indexOf('\n') + 1);
  }

  private static String constant(String value) {
    return "%1 [] = " + value + "\nout %1\n";
  }

  @Test
  void equalOperationsOnEqualValuesAreOne() {
    Program program =
        Traces.of(
            x -> {
              Traced one = x.get(0).map(Elementary.EXP).sum(1);
              Traced other = x.get(0).map(Elementary.EXP).sum(1);
              return one.times(other);
            },
            Shape.of(N, M));
    assertEquals(
        """
        in  a [n×m]
        %1 [n×m] = exp a
        %2 [n] = sum(1) %1
        %3 [n] = times %2, %2
        out %3
        """,
        Rewriter.share(program).toString());
  }

  static Stream<BinaryOperator<Traced>> commutative() {
    return Stream.of(
        Traced::plus,
        Traced::times,
        Traced::strongTimes,
        Traced::maximum,
        Traced::minimum,
        Traced::equal);
  }

  static Stream<BinaryOperator<Traced>> notCommutative() {
    return Stream.of(Traced::minus, Traced::div, Traced::pow, Traced::greater, Traced::matmul);
  }

  private static int sharedInEitherOrder(BinaryOperator<Traced> operation) {
    Program program =
        Traces.several(
            x -> List.of(operation.apply(x.get(0), x.get(1)), operation.apply(x.get(1), x.get(0))),
            Shape.of(N, N),
            Shape.of(N, N));
    return Rewriter.share(program).instructions().size();
  }

  @ParameterizedTest
  @MethodSource("commutative")
  void operandsOfACommutativeOperationMayComeInEitherOrder(BinaryOperator<Traced> operation) {
    assertEquals(1, sharedInEitherOrder(operation));
  }

  @ParameterizedTest
  @MethodSource("notCommutative")
  void thoseOfAnyOtherMayNot(BinaryOperator<Traced> operation) {
    assertEquals(2, sharedInEitherOrder(operation));
  }

  @Test
  void operationsOfOtherAttributesAreNotShared() {
    Program program =
        Traces.several(
            x -> List.of(x.get(0).sum(0), x.get(0).sum(1), x.get(0).max(0)), Shape.of(N, N));
    assertEquals(3, Rewriter.share(program).instructions().size());
  }

  @Test
  void sharingComputesNothing() {
    Program program = Traces.of(x -> x.get(0).one().plus(x.get(0).one()), Shape.SCALAR);
    assertEquals(2, Rewriter.share(program).instructions().size());
  }

  @Test
  void constantsAreComputedAsFractions() {
    assertEquals(constant("3/10"), folded(x -> x.constant(1, 10).plus(x.constant(1, 5))));
    assertEquals(constant("-1/10"), folded(x -> x.constant(1, 10).minus(x.constant(1, 5))));
    assertEquals(constant("1/50"), folded(x -> x.constant(1, 10).times(x.constant(1, 5))));
    assertEquals(constant("1/50"), folded(x -> x.constant(1, 10).strongTimes(x.constant(1, 5))));
    assertEquals(constant("1/2"), folded(x -> x.constant(1, 10).div(x.constant(1, 5))));
    assertEquals(constant("-2/3"), folded(x -> x.constant(2, 3).negate()));
    assertEquals(constant("3/2"), folded(x -> x.constant(2, 3).map(Elementary.RECIPROCAL)));
    assertEquals(constant("-3/2"), folded(x -> x.constant(-2, 3).map(Elementary.RECIPROCAL)));
  }

  @Test
  void aKnownSizeIsAConstantAndASymbolIsNot() {
    assertEquals(constant("1/3"), folded(x -> x.size(Size.of(3)).map(Elementary.RECIPROCAL)));
    assertEquals("%1 [] = size(n)\nout %1\n", folded(x -> x.size(N)));
  }

  @Test
  void divisionByZeroIsLeftAlone() {
    assertEquals(
        "%1 [] = 1\n%2 [] = 0\n%3 [] = div %1, %2\nout %3\n", folded(x -> x.one().div(x.zero())));
    assertEquals(
        "%1 [] = 0\n%2 [] = reciprocal %1\nout %2\n",
        folded(x -> x.zero().map(Elementary.RECIPROCAL)));
  }

  @Test
  void whatDoesNotFitALongIsLeftAlone() {
    assertEquals(
        "%1 [] = 9223372036854775807\n%2 [] = 2\n%3 [] = times %1, %2\nout %3\n",
        folded(x -> x.constant(Long.MAX_VALUE).times(x.constant(2))));
    assertEquals(
        "%1 [] = -9223372036854775808\n%2 [] = - %1\nout %2\n"
            .replace(" - ", " " + Elementary.NEGATE + " "),
        folded(x -> x.constant(Long.MIN_VALUE).negate()));
    assertEquals(
        constant("4611686018427387904"),
        folded(x -> x.constant(Long.MIN_VALUE).div(x.constant(-2))));
  }

  @Test
  void nothingElseIsComputed() {
    assertEquals(
        "%1 [] = 2\n%2 [] = sqrt %1\nout %2\n", folded(x -> x.constant(2).map(Elementary.SQRT)));
    assertEquals(
        "%1 [] = π\n%2 [] = 2\n%3 [] = times %1, %2\nout %3\n",
        folded(x -> x.pi().times(x.constant(2))));
  }
}
