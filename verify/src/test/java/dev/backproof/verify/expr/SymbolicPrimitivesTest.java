package dev.backproof.verify.expr;

import static dev.backproof.verify.expr.SampleNumbers.D;
import static dev.backproof.verify.expr.SampleNumbers.H;
import static dev.backproof.verify.expr.SampleNumbers.M;
import static dev.backproof.verify.expr.SampleNumbers.N;

import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What primitives and composed functions mean on symbolic shapes: lowered and evaluated, what they
 * compute on numbers.
 *
 * <p>On numbers of shape [2×3] every primitive is checked by the reading contract; here the axes
 * are symbols, so that each is summed, maximised and renamed through indices.
 */
class SymbolicPrimitivesTest {
  private static final long SEED = 20261125;
  private static final Size TWO = Size.of(2);
  private static final Size THREE = Size.of(3);

  /** At smooth numbers and on a grid with zeros and ties; each operand has a shape. */
  private static void check(String what, Formula formula, Shape... shapes) {
    for (Map<String, Integer> sizes : SampleNumbers.SIZES) {
      Symbols symbols = new Symbols();
      List<Expr> operands = new ArrayList<>();
      for (Shape shape : shapes) {
        operands.add(symbols.tensor("x" + operands.size(), shape));
      }
      SampleNumbers.smooth(symbols, sizes, SEED).assertMeans(what, formula, operands);
      SampleNumbers.grid(symbols, sizes, SEED).assertMeans(what + " on a grid", formula, operands);
    }
  }

  private static void checkPositive(String what, Formula formula, Shape... shapes) {
    for (Map<String, Integer> sizes : SampleNumbers.SIZES) {
      Symbols symbols = new Symbols();
      List<Expr> operands = new ArrayList<>();
      for (Shape shape : shapes) {
        operands.add(symbols.tensor("x" + operands.size(), shape));
      }
      SampleNumbers.positive(symbols, sizes, SEED).assertMeans(what, formula, operands);
    }
  }

  private static Formula one(Formula.Of1 f) {
    return Formula.of(f);
  }

  private static Formula two(Formula.Of2 f) {
    return Formula.of(f);
  }

  private static Formula three(Formula.Of3 f) {
    return Formula.of(f);
  }

  @ParameterizedTest
  @EnumSource
  void everyElementaryFunctionMeansItsDefinition(Elementary f) {
    Formula formula =
        Formula.of(
            new Formula.Of1() {
              @Override
              public <T extends Tensor<T>> T apply(T x) {
                return x.map(f);
              }
            });
    if (f.domain() == Elementary.Domain.REAL) {
      check(f.toString(), formula, Shape.of(N, D));
    } else {
      checkPositive(f.toString(), formula, Shape.of(N, D));
    }
  }

  @Test
  void arithmeticBroadcasts() {
    List<Formula.Of2> all =
        List.of(
            Tensor::plus,
            Tensor::minus,
            Tensor::times,
            Tensor::strongTimes,
            Tensor::maximum,
            Tensor::minimum,
            Tensor::equal,
            Tensor::greater,
            Tensor::atLeast);
    for (int i = 0; i < all.size(); i++) {
      check("operation " + i, two(all.get(i)), Shape.of(N, D), Shape.of(D));
      check("operation " + i, two(all.get(i)), Shape.of(Size.ONE, D), Shape.of(N, H, Size.ONE));
      check("operation " + i, two(all.get(i)), Shape.SCALAR, Shape.of(TWO, N));
      check("operation " + i, two(all.get(i)), Shape.of(N, D), Shape.of(N, D));
    }
    checkPositive("div", two(Tensor::div), Shape.of(N, D), Shape.of(D));
    checkPositive("pow", two(Tensor::pow), Shape.of(N, D), Shape.of(D));
  }

  @Test
  void literalExponentsArePowersOfAnyBase() {
    check("cube", one(SymbolicPrimitivesTest::cube), Shape.of(N, D));
    check("x to the 0", one(SymbolicPrimitivesTest::powerZero), Shape.of(N, D));
    checkPositive("x to the −3/2", one(SymbolicPrimitivesTest::rootedCube), Shape.of(N, D));
  }

  private static <T extends Tensor<T>> T cube(T x) {
    return x.pow(x.constant(3));
  }

  private static <T extends Tensor<T>> T powerZero(T x) {
    return x.pow(x.zero());
  }

  private static <T extends Tensor<T>> T rootedCube(T x) {
    return x.pow(x.constant(-3, 2));
  }

  @Test
  void productsOfMatricesAndVectorsSumOverTheInnerAxis() {
    check("matrices", two(Tensor::matmul), Shape.of(N, D), Shape.of(D, H));
    check("matrix and vector", two(Tensor::matmul), Shape.of(H, D), Shape.of(D));
    check("vector and matrix", two(Tensor::matmul), Shape.of(D), Shape.of(D, H));
    check("vectors", two(Tensor::dot), Shape.of(D), Shape.of(D));
    check("outer", two(Tensor::outer), Shape.of(D), Shape.of(H));
    check("inner extent 3", two(Tensor::matmul), Shape.of(N, THREE), Shape.of(THREE, D));
    check("inner extent 1", two(Tensor::matmul), Shape.of(N, Size.ONE), Shape.of(Size.ONE, D));
    check("square", two(Tensor::matmul), Shape.of(D, D), Shape.of(D, D));
    check("merged inner axis", two(Tensor::matmul), Shape.of(N, D.times(H)), Shape.of(D.times(H)));
  }

  @Test
  void reductionsOpenAnIndex() {
    for (Shape shape : List.of(Shape.of(N, D), Shape.of(D, D), Shape.of(TWO, N, D))) {
      check("sum", one(Tensor::sum), shape);
      check("mean", one(Tensor::mean), shape);
      check("sum of rows", one(SymbolicPrimitivesTest::sumFirst), shape);
      check("sum keeping", one(SymbolicPrimitivesTest::sumLastKeeping), shape);
      check("max of the first axis", one(SymbolicPrimitivesTest::maxFirst), shape);
      check("max of the last axis", one(SymbolicPrimitivesTest::maxLast), shape);
    }
    check("max of 3", one(SymbolicPrimitivesTest::maxFirst), Shape.of(THREE, N));
    check("max of 1", one(SymbolicPrimitivesTest::maxFirst), Shape.of(Size.ONE, N));
    check("sum of a merged axis", one(Tensor::sum), Shape.of(N.times(TWO).times(D)));
  }

  private static <T extends Tensor<T>> T sumFirst(T x) {
    return x.sum(0);
  }

  private static <T extends Tensor<T>> T sumLastKeeping(T x) {
    return x.sumKeepingAxis(-1);
  }

  private static <T extends Tensor<T>> T maxFirst(T x) {
    return x.max(0);
  }

  private static <T extends Tensor<T>> T maxLast(T x) {
    return x.max(-1);
  }

  @Test
  void axesAreRenamed() {
    check("transpose", one(Tensor::transpose), Shape.of(N, D));
    check("permute", one(SymbolicPrimitivesTest::permute), Shape.of(N, D, H));
    check("permute with a literal axis", one(SymbolicPrimitivesTest::permute), Shape.of(N, TWO, H));
    check("expand by a symbol", two(SymbolicPrimitivesTest::expandLike), Shape.of(N), Shape.of(D));
    check(
        "broadcast",
        two(SymbolicPrimitivesTest::broadcastLike),
        Shape.of(Size.ONE, D),
        Shape.of(N, H, D));
    check(
        "sum to [h×1]",
        two(SymbolicPrimitivesTest::sumLike),
        Shape.of(N, H, D),
        Shape.of(H, Size.ONE));
    check("sum to []", two(SymbolicPrimitivesTest::sumLike), Shape.of(N, N, D), Shape.SCALAR);
    check(
        "sum to [1×2×d]",
        two(SymbolicPrimitivesTest::sumLike),
        Shape.of(N, TWO, D),
        Shape.of(Size.ONE, TWO, D));
  }

  private static <T extends Tensor<T>> T permute(T x) {
    return x.permute(2, 0, 1);
  }

  private static <T extends Tensor<T>> T expandLike(T x, T y) {
    return x.expand(0, y.shape().last());
  }

  private static <T extends Tensor<T>> T broadcastLike(T x, T y) {
    return x.broadcastTo(y.shape());
  }

  private static <T extends Tensor<T>> T sumLike(T x, T y) {
    return x.sumTo(y.shape());
  }

  @Test
  void reshapingMergesSplitsAndDropsWholeAxes() {
    Shape[][] pairs = {
      {Shape.of(N, D), Shape.of(N.times(D))},
      {Shape.of(N.times(D), H), Shape.of(N, D.times(H))},
      {Shape.of(N, D), Shape.of(N, Size.ONE, D, Size.ONE)},
      {Shape.of(TWO, THREE, N), Shape.of(Size.of(6), N)},
      {Shape.of(TWO, N), Shape.of(TWO.times(N))},
      {Shape.of(N, Size.of(6)), Shape.of(N, THREE, TWO)},
      {Shape.of(Size.ONE, Size.ONE), Shape.SCALAR},
    };
    for (Shape[] pair : pairs) {
      check("reshape", two(SymbolicPrimitivesTest::shapedLike), pair[0], pair[1]);
      check("reshape back", two(SymbolicPrimitivesTest::shapedLike), pair[1], pair[0]);
    }
    check("merged, turned, split", one(SymbolicPrimitivesTest::turned), Shape.of(N, D, H));
  }

  private static <T extends Tensor<T>> T shapedLike(T x, T y) {
    return x.reshape(y.shape());
  }

  private static <T extends Tensor<T>> T turned(T x) {
    Size n = x.shape().size(0);
    Size d = x.shape().size(1);
    Size h = x.shape().size(2);
    T merged = x.reshape(Shape.of(n.times(d), h)).transpose().map(Elementary.TANH);
    return merged.reshape(Shape.of(h, n, d)).sum(1);
  }

  @Test
  void windowsShiftPositions() {
    check("slice", one(SymbolicPrimitivesTest::slice), Shape.of(N, THREE));
    check("slice of 1", one(SymbolicPrimitivesTest::sliceOne), Shape.of(N, THREE));
    check("pad", one(SymbolicPrimitivesTest::pad), Shape.of(N, TWO));
    check("pad of 1", one(SymbolicPrimitivesTest::pad), Shape.of(N, Size.ONE));
    check("concatenate", two(SymbolicPrimitivesTest::joined), Shape.of(N, TWO), Shape.of(N, THREE));
  }

  private static <T extends Tensor<T>> T slice(T x) {
    return x.slice(-1, 1, 3);
  }

  private static <T extends Tensor<T>> T sliceOne(T x) {
    return x.slice(-1, 2, 3);
  }

  private static <T extends Tensor<T>> T pad(T x) {
    return x.pad(-1, 1, 2);
  }

  private static <T extends Tensor<T>> T joined(T x, T y) {
    return x.concatenate(1, List.of(y, x));
  }

  @Test
  void whereSelectsByMasksAndByNumbersThatAreNotZero() {
    Shape shape = Shape.of(N, D);
    check("numbers", three(Tensor::where), shape, shape, Shape.of(D));
    check("a mask", two(SymbolicPrimitivesTest::larger), shape, Shape.of(D));
    check("a literal", two(SymbolicPrimitivesTest::literally), shape, Shape.of(D));
    check("not equal", two(SymbolicPrimitivesTest::notEqual), shape, Shape.of(D));
    check("clip", three(Functions::clip), shape, Shape.SCALAR, Shape.of(D));
  }

  private static <T extends Tensor<T>> T larger(T x, T y) {
    return x.atLeast(y).where(x, y);
  }

  private static <T extends Tensor<T>> T literally(T x, T y) {
    return x.one().where(x, y).plus(x.zero().where(x, y)).plus(x.constant(2).where(y, x));
  }

  private static <T extends Tensor<T>> T notEqual(T x, T y) {
    return x.one().minus(x.equal(y)).where(x.plus(y), x.times(x));
  }

  @Test
  void constantsAndSizesAreExact() {
    check("constants", one(SymbolicPrimitivesTest::constants), Shape.of(N.times(D), H));
  }

  private static <T extends Tensor<T>> T constants(T x) {
    return x.constant(22, 7)
        .plus(x.pi())
        .plus(x.size(x.shape().size(0)))
        .times(x.size(x.shape().product()))
        .plus(x.detach());
  }

  @Test
  void composedFunctionsMeanWhatTheyCompute() {
    for (Shape shape : List.of(Shape.of(M), Shape.of(N, M), Shape.of(N, D, M))) {
      check("softmax", one(Functions::softmax), shape);
      check("logSoftmax", one(Functions::logSoftmax), shape);
      check("logSumExp", one(Functions::logSumExp), shape);
      check("variance", one(Functions::variance), shape);
      check("l1Norm", one(Functions::l1Norm), shape);
      check("l2Norm", one(Functions::l2Norm), shape);
      check("cross-entropy", two(Functions::crossEntropyFromLogits), shape, shape);
      checkPositive("cross-entropy", two(Functions::crossEntropyFromProbabilities), shape, shape);
    }
  }
}
