package dev.backproof.autodiff.program.pass;

import dev.backproof.autodiff.program.Input;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.stream.Stream;

/**
 * The replacements, each an equation that is proved for all sizes (in the module verify).
 *
 * <p>They lead what a backward sweep writes and what people write by hand to the same form:
 * products of matrices whose operands are transposed, but not their result; a constant factor
 * outside; a mask that selects; a quotient where a reciprocal was multiplied.
 */
public final class Rewrites {
  private static final Size N = Size.symbol("n");
  private static final Size K = Size.symbol("k");
  private static final Size M = Size.symbol("m");
  private static final Input C = new Input("c", Shape.SCALAR);
  private static final Input D = new Input("d", Shape.SCALAR);
  private static final Input V = new Input("v", Shape.of(N));
  private static final Input X = new Input("x", Shape.of(N, M));

  private Rewrites() {}

  /** All of them; the first that fits is taken. */
  public static List<Rewrite> all() {
    return Stream.of(products(), axes(), units(), repeats(), factors(), quotients(), masks())
        .flatMap(List::stream)
        .toList();
  }

  private static <T extends Tensor<T>> Equation<T> equation(T left, T right) {
    return new Equation<>(left, right);
  }

  /** Transposes, and the product of a column by a row. */
  private static List<Rewrite> products() {
    Input a = new Input("A", Shape.of(N, K));
    Input b = new Input("B", Shape.of(K, M));
    Input column = new Input("a", Shape.of(N, Size.ONE));
    Input row = new Input("b", Shape.of(Size.ONE, M));
    return List.of(
        Rewrite.of("Aᵀᵀ = A", X, Rewrites::transposedTwice),
        Rewrite.of("(A·B)ᵀ = Bᵀ·Aᵀ", a, b, Rewrites::transposedProduct),
        Rewrite.of("a·b = a ⊙ b, a column by a row", column, row, Rewrites::columnByRow));
  }

  private static <T extends Tensor<T>> Equation<T> transposedTwice(T a) {
    return equation(a.transpose().transpose(), a);
  }

  private static <T extends Tensor<T>> Equation<T> transposedProduct(T a, T b) {
    return equation(a.matmul(b).transpose(), b.transpose().matmul(a.transpose()));
  }

  private static <T extends Tensor<T>> Equation<T> columnByRow(T a, T b) {
    return equation(a.matmul(b), a.times(b));
  }

  /** One way to write that an axis of extent 1 comes, goes or is summed away. */
  private static List<Rewrite> axes() {
    Input column = new Input("v", Shape.of(N, Size.ONE));
    Input row = new Input("w", Shape.of(M));
    return List.of(
        Rewrite.of("sum to [m] = Σ over rows", X, Rewrites::summedRows),
        Rewrite.of("sum to [] = Σ", V, Rewrites::summed),
        Rewrite.of("[n] as [n×1]", V, Rewrites::asColumn),
        Rewrite.of("[n×1] as [n] and back", V, Rewrites::columnAndBack),
        Rewrite.of("Σ over one entry", column, Rewrites::summedOnce),
        Rewrite.of("(v as [n×1])ᵀ = v as [1×n]", V, Rewrites::columnTransposed),
        Rewrite.of("v ⊙ (w as [1×m]) = v ⊙ w", column, row, Rewrites::timesRow));
  }

  private static <T extends Tensor<T>> Equation<T> summedRows(T x) {
    return equation(x.sumTo(Shape.of(x.shape().last())), x.sum(0));
  }

  private static <T extends Tensor<T>> Equation<T> summed(T v) {
    return equation(v.sumTo(Shape.SCALAR), v.sum(0));
  }

  private static <T extends Tensor<T>> Equation<T> asColumn(T v) {
    return equation(v.reshape(Shape.of(v.shape().last(), Size.ONE)), v.insertAxis(1));
  }

  private static <T extends Tensor<T>> Equation<T> columnAndBack(T v) {
    return equation(v.insertAxis(1).reshape(v.shape()), v);
  }

  private static <T extends Tensor<T>> Equation<T> summedOnce(T v) {
    return equation(v.sum(1), v.reshape(Shape.of(N)));
  }

  private static <T extends Tensor<T>> Equation<T> columnTransposed(T v) {
    return equation(v.insertAxis(1).transpose(), v.insertAxis(0));
  }

  private static <T extends Tensor<T>> Equation<T> timesRow(T v, T w) {
    return equation(v.times(w.insertAxis(0)), v.times(w));
  }

  /** Factors 1 and −1, and signs. */
  private static List<Rewrite> units() {
    return Stream.of(C, V, X)
        .flatMap(
            x ->
                Stream.of(
                    Rewrite.of("1·x = x", x, Rewrites::timesOne),
                    Rewrite.of("1 ⊛ x = x", x, Rewrites::strongTimesOne),
                    Rewrite.of("x/1 = x", x, Rewrites::divOne),
                    Rewrite.of("−1 ⊛ x = −x", x, Rewrites::timesMinusOne),
                    Rewrite.of("−(−x) = x", x, Rewrites::negatedTwice),
                    Rewrite.of("x, detached = x", x, Rewrites::detached),
                    Rewrite.of("x + (−y) = x − y", x, like(x, "y"), Rewrites::plusNegated)))
        .toList();
  }

  private static Input like(Input x, String name) {
    return new Input(name, x.shape());
  }

  private static <T extends Tensor<T>> Equation<T> timesOne(T x) {
    return equation(x.one().times(x), x);
  }

  private static <T extends Tensor<T>> Equation<T> strongTimesOne(T x) {
    return equation(x.one().strongTimes(x), x);
  }

  private static <T extends Tensor<T>> Equation<T> divOne(T x) {
    return equation(x.div(x.one()), x);
  }

  private static <T extends Tensor<T>> Equation<T> timesMinusOne(T x) {
    return equation(x.constant(-1).strongTimes(x), x.negate());
  }

  private static <T extends Tensor<T>> Equation<T> negatedTwice(T x) {
    return equation(x.negate().negate(), x);
  }

  /** True of values; a program that is optimised will not be differentiated any more. */
  private static <T extends Tensor<T>> Equation<T> detached(T x) {
    return equation(x.detach(), x);
  }

  private static <T extends Tensor<T>> Equation<T> plusNegated(T x, T y) {
    return equation(x.plus(y.negate()), x.minus(y));
  }

  /** A repeated scalar stays one. */
  private static List<Rewrite> repeats() {
    return List.of(
        Rewrite.of("−(c, repeated) = −c, repeated", C, Rewrites::negatedRepeat),
        Rewrite.of("(c, repeated) ⊛ v = c ⊛ v", C, V, Rewrites::repeatedByVector),
        Rewrite.of("(c, repeated twice) ⊛ x = c ⊛ x", C, X, Rewrites::repeatedByMatrix),
        Rewrite.of("c ⊛ (d, repeated) = c ⊛ d, repeated", C, D, Rewrites::scaledRepeat));
  }

  private static <T extends Tensor<T>> Equation<T> negatedRepeat(T c) {
    return equation(c.expand(0, N).negate(), c.negate().expand(0, N));
  }

  private static <T extends Tensor<T>> Equation<T> repeatedByVector(T c, T v) {
    return equation(c.expand(0, N).strongTimes(v), c.strongTimes(v));
  }

  private static <T extends Tensor<T>> Equation<T> repeatedByMatrix(T c, T x) {
    return equation(c.expand(0, N).expand(1, M).strongTimes(x), c.strongTimes(x));
  }

  private static <T extends Tensor<T>> Equation<T> scaledRepeat(T c, T d) {
    return equation(c.strongTimes(d.expand(0, N)), c.strongTimes(d).expand(0, N));
  }

  /** A factor that does not depend on the inputs goes outside, and is shared. */
  private static List<Rewrite> factors() {
    Rewrite repeated =
        Rewrite.of("(c·v), repeated = c·(v, repeated)", C, V, Rewrites::repeatedProduct);
    // Not of three scalars, which would change places for ever.
    Stream<Rewrite> together =
        Stream.of(V, X)
            .map(x -> Rewrite.of("c·(d·x) = (c·d)·x", C, D, x, Rewrites::factorsTogether))
            .map(rule -> rule.where((rewriter, found) -> rewriter.isFactor(found.get(1))));
    return Stream.of(Stream.of(C, V, X).flatMap(Rewrites::factors), Stream.of(repeated), together)
        .flatMap(rules -> rules)
        .map(rule -> rule.where((rewriter, found) -> rewriter.isFactor(found.get(0))))
        .toList();
  }

  private static Stream<Rewrite> factors(Input x) {
    Input y = like(x, "y");
    return Stream.of(
        Rewrite.of("c ⊛ x = c·x", C, x, Rewrites::strongFactor),
        Rewrite.of("x/c = (1/c)·x", C, x, Rewrites::divFactor),
        Rewrite.of("(c·x) ⊛ y = c·(x ⊛ y)", C, x, y, Rewrites::factorOut),
        Rewrite.of("(−c)·x = −(c·x)", C, x, Rewrites::negatedFactor),
        Rewrite.of("c·x − c·y = c·(x − y)", C, x, y, Rewrites::sharedFactor));
  }

  private static <T extends Tensor<T>> Equation<T> strongFactor(T c, T x) {
    return equation(c.strongTimes(x), c.times(x));
  }

  private static <T extends Tensor<T>> Equation<T> divFactor(T c, T x) {
    return equation(x.div(c), c.map(Elementary.RECIPROCAL).times(x));
  }

  private static <T extends Tensor<T>> Equation<T> factorOut(T c, T x, T y) {
    return equation(c.times(x).strongTimes(y), c.times(x.strongTimes(y)));
  }

  private static <T extends Tensor<T>> Equation<T> negatedFactor(T c, T x) {
    return equation(c.negate().times(x), c.times(x).negate());
  }

  private static <T extends Tensor<T>> Equation<T> factorsTogether(T c, T d, T x) {
    return equation(c.times(d.times(x)), c.times(d).times(x));
  }

  private static <T extends Tensor<T>> Equation<T> sharedFactor(T c, T x, T y) {
    return equation(c.times(x).minus(c.times(y)), c.times(x.minus(y)));
  }

  private static <T extends Tensor<T>> Equation<T> repeatedProduct(T c, T v) {
    return equation(c.times(v).expand(1, M), c.times(v.expand(1, M)));
  }

  /**
   * A quotient where the derivative of a logarithm has left a reciprocal. Of a denominator that can
   * be 0, if only by underflow, it stays: 0 ⊛ 1/0 is 0, and 0/0 is not.
   */
  private static List<Rewrite> quotients() {
    return List.of(
        Rewrite.of("(1/v, repeated) ⊛ x = x/v", V, X, Rewrites::reciprocalOfRows)
            .where((rewriter, found) -> Normaliser.is(rewriter, found.get(0))),
        Rewrite.of("(1/c) ⊛ v = v/c", C, V, Rewrites::reciprocal)
            .where((rewriter, found) -> Normaliser.is(rewriter, found.get(0))),
        Rewrite.of("v/(c as [1]) = v/c", C, V, Rewrites::divByOneEntry));
  }

  private static <T extends Tensor<T>> Equation<T> reciprocalOfRows(T v, T x) {
    T repeated = v.map(Elementary.RECIPROCAL).expand(1, M);
    return equation(repeated.strongTimes(x), x.div(v.insertAxis(1)));
  }

  private static <T extends Tensor<T>> Equation<T> reciprocal(T c, T v) {
    return equation(c.map(Elementary.RECIPROCAL).strongTimes(v), v.div(c));
  }

  private static <T extends Tensor<T>> Equation<T> divByOneEntry(T c, T v) {
    return equation(v.div(c.insertAxis(0)), v.div(c));
  }

  /** A mask selects, and is read off what is kept anyway. */
  private static List<Rewrite> masks() {
    return Stream.of(C, V, X)
        .flatMap(
            z ->
                Stream.of(
                    Rewrite.of("[z > 0] ⊛ x = x where z > 0", z, like(z, "y"), Rewrites::selected)
                        .where((rewriter, found) -> rewriter.maySelect(found.get(0))),
                    Rewrite.of("[z > 0] = [rect z > 0]", z, Rewrites::maskOfRect)
                        .where((rewriter, found) -> rewriter.hasRect(found.get(0)))))
        .toList();
  }

  private static <T extends Tensor<T>> Equation<T> selected(T z, T x) {
    T mask = z.map(Elementary.STEP);
    return equation(mask.strongTimes(x), mask.where(x, x.zero()));
  }

  private static <T extends Tensor<T>> Equation<T> maskOfRect(T z) {
    return equation(z.map(Elementary.STEP), z.map(Elementary.RECT).map(Elementary.STEP));
  }
}
