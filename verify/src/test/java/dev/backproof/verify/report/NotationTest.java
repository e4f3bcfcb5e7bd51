package dev.backproof.verify.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Attribute;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotationTest {
  private static final Size P = Size.symbol("p");
  private static final Size K = Size.symbol("k");
  private static final Size Q = Size.symbol("q");

  private final Notation a = Notation.of("a", Shape.SCALAR);
  private final Notation b = Notation.of("b", Shape.SCALAR);
  private final Notation c = Notation.of("c", Shape.SCALAR);
  private final Notation x = Notation.of("x", Shape.of(3));
  private final Notation w = Notation.of("W", Shape.of(2, 3));

  private static void writes(String text, Notation formula) {
    assertEquals(text, formula.toString());
  }

  @Test
  void sumsGroupToTheLeft() {
    writes("a + b + c", a.plus(b).plus(c));
    writes("a + (b + c)", a.plus(b.plus(c)));
    writes("a − b − c", a.minus(b).minus(c));
    writes("a − (b − c)", a.minus(b.minus(c)));
  }

  @Test
  void productsOfTwoKindsTakeParentheses() {
    writes("a ⊙ b ⊙ c", a.times(b).times(c));
    writes("a ⊙ (b ⊙ c)", a.times(b.times(c)));
    writes("(a ⊙ b) ⊛ c", a.times(b).strongTimes(c));
    writes("(a / b) / c", a.div(b).div(c));
    writes("(a + b) ⊙ c", a.plus(b).times(c));
    writes("a ⊙ b + c", a.times(b).plus(c));
    writes("(W · x) ⊙ (W · x)", w.matmul(x).times(w.matmul(x)));
  }

  @Test
  void aMinusSignIsNeverReadWrong() {
    writes("−a + b", a.negate().plus(b));
    writes("a + (−b)", a.plus(b.negate()));
    writes("a ⊙ (−1)", a.times(a.constant(-1)));
    writes("−(a ⊙ b)", a.times(b).negate());
    writes("−(−a)", a.negate().negate());
    writes("−a²", a.map(Elementary.SQUARE).negate());
    writes("(−a)²", a.negate().map(Elementary.SQUARE));
    writes("a ⊙ (−2/3)", a.times(a.constant(-2, 3)));
  }

  @Test
  void powersAndQuotientsBindTighterThanProducts() {
    writes("(a + b)^(−c)", a.plus(b).pow(c.negate()));
    writes("(a^b)^c", a.pow(b).pow(c));
    writes("a ⊙ (1/b)", a.times(b.map(Elementary.RECIPROCAL)));
    writes("1/(a ⊙ b)", a.times(b).map(Elementary.RECIPROCAL));
    writes("(2/3) ⊙ a", a.constant(2, 3).times(a));
    writes("½ ⊙ a", a.constant(1, 2).times(a));
    writes("√(a + b)", a.plus(b).map(Elementary.SQRT));
  }

  @Test
  void functionsMasksAndSelections() {
    writes("1 − tanh(a)²", a.one().minus(a.map(Elementary.TANH).map(Elementary.SQUARE)));
    writes("where([a > b], a, b)", a.greater(b).where(a, b));
    writes("[a > b] + [a = b]", a.atLeast(b));
    writes("[a > 0]", a.map(Elementary.STEP));
    writes("max(a, min(b, c))", a.maximum(b.minimum(c)));
    writes("detach(a) + π", a.detach().plus(a.pi()));
    writes("onehot(a, 4)", a.oneHot(Size.of(4)));
  }

  @Test
  void reductionsAndAxes() {
    writes("Σ₀(Σ₁(W))", w.sum());
    writes("max₁(W)", w.max(1));
    writes("Σ₀(x) / 3", x.mean(0));
    writes("repeat₀(x, 5)", x.expand(0, Size.of(5)));
    writes("column(Σ₁(W))", w.sumKeepingAxis(1));
    writes("newaxis₀(W)", w.insertAxis(0));
    writes("broadcast(x, [2×3])", x.broadcastTo(Shape.of(2, 3)));
    writes("sumTo(W, [3])", w.sumTo(Shape.of(3)));
    writes("reshape(W, [6])", w.reshape(Shape.of(6)));
    writes("x[1:3]", x.slice(0, 1, 3));
    writes("(W + W)[:, 0:1]", w.plus(w).slice(1, 0, 1));
    writes("pad₀(x, 1 before, 2 after)", x.pad(0, 1, 2));
    writes("permute(T, [2, 0, 1])", Notation.of("T", Shape.of(2, 3, 4)).permute(2, 0, 1));
  }

  @Test
  void aVectorInAProductOfMatricesIsAColumn() {
    writes("W · x", w.matmul(x));
    writes("xᵀ · x", x.dot(x));
    writes("(xᵀ · Wᵀ)ᵀ", x.matmul(w.transpose()));
    writes("column(x) ⊙ x", x.outer(x));
    writes("x", x.insertAxis(1).reshape(Shape.of(3)));
    writes("(W · Wᵀ)ᵀ", w.matmul(w.transpose()).transpose());
  }

  @Test
  void transposingTwiceWritesWhatWasThere() {
    writes("W", w.transpose().transpose());
    writes("W + W", w.plus(w).transpose().transpose());
    writes("Wᵀ", w.transpose().transpose().transpose());
  }

  @Test
  void theRulePageWritesTheNotesBackwardPass() {
    Notation m = Notation.of("A", Shape.of(P, K));
    Notation n = Notation.of("B", Shape.of(K, Q));
    Notation bar = Notation.cotangent("y", Shape.of(P, Q));
    Op matmul = new Op(Primitive.MATMUL, Attribute.None.NONE);
    Application<Notation> product = Application.of(matmul, List.of(m, n), m.matmul(n));
    writes("ȳ · Bᵀ", VjpRules.PAGE.pull(product, 0, bar));
    writes("Aᵀ · ȳ", VjpRules.PAGE.pull(product, 1, bar));
  }

  @Test
  void aFormulaIsWrittenOverNames() {
    List<Shape> shapes = List.of(Shape.of(Size.symbol("m")), Shape.of(Size.symbol("m")));
    assertEquals(
        "log(Σ₀(exp(o − detach(newaxis₀(max₀(o)))))) + detach(max₀(o)) − Σ₀(o ⊙ t)",
        Notation.write(Formula.of(Functions::crossEntropyFromLogits), List.of("o", "t"), shapes));
  }

  @Test
  void namesThatAreNoWordsStandBetweenMarks() {
    writes("‹a + b› ⊙ a", Notation.of("a + b", Shape.SCALAR).times(a));
    writes("‹two\\nlines›", Notation.of("two\nlines", Shape.SCALAR));
    writes("‹›", Notation.of("", Shape.SCALAR));
    writes("bar(‹a + b›)", Notation.cotangent("a + b", Shape.SCALAR));
    writes("bar(2nd)", Notation.cotangent("2nd", Shape.SCALAR));
    writes("bar(ȳ)", Notation.cotangent("ȳ", Shape.SCALAR));
    writes("ȳ", Notation.cotangent("y", Shape.SCALAR));
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> w.plus(Notation.of("z", Shape.of(2))));
    assertThrows(IllegalArgumentException.class, () -> w.matmul(w));
    assertThrows(IllegalArgumentException.class, () -> x.transpose());
  }

  @Test
  void anOperationIsRefusedWithTooFewOperands() {
    Op plus = new Op(Primitive.PLUS, Attribute.None.NONE);
    assertThrows(IllegalArgumentException.class, () -> a.apply(plus));
  }

  @Test
  void asManyNamesAsShapesAreAskedFor() {
    Formula square = Formula.of(NotationTest::square);
    assertThrows(
        IllegalArgumentException.class,
        () -> Notation.write(square, List.of("x", "y"), List.of(Shape.SCALAR)));
    assertEquals("x ⊙ x", Notation.write(square, List.of("x"), List.of(Shape.SCALAR)));
  }

  private static <T extends Tensor<T>> T square(T z) {
    return z.times(z);
  }
}
