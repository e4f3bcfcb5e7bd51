package dev.backproof.verify.expr;

import static dev.backproof.verify.expr.SampleNumbers.D;
import static dev.backproof.verify.expr.SampleNumbers.H;
import static dev.backproof.verify.expr.SampleNumbers.M;
import static dev.backproof.verify.expr.SampleNumbers.N;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ExprTest {
  private static final Term I = Term.index("i");
  private static final Term J = Term.index("j");
  private static final Term K = Term.index("k");
  private static final Term R = Term.index("r");

  private final Expr w = Expr.tensor("W", Shape.of(H, D));
  private final Expr x = Expr.tensor("x", Shape.of(D));
  private final Expr y = Expr.labels("y", M, Shape.SCALAR);
  private final Expr ys = Expr.labels("ys", M, Shape.of(N));

  private static void assertRefused(String message, Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }

  @Test
  void matrixTimesVectorIsASumOverTheInnerIndex() {
    Term inner = Term.index("#0:d");
    Term summand = Term.multiply(Term.entry("W", J, inner), Term.entry("x", inner));
    assertEquals(Term.sum("d", inner, summand), w.matmul(x).at(List.of(J)));
  }

  @Test
  void squaredMatrixDoesNotCaptureItsOwnIndices() {
    Expr a = Expr.tensor("A", Shape.of(D, D));
    Term made = Term.index("#0:d");
    Term other = Term.index("#1:d");
    Term summand = Term.multiply(Term.entry("A", made, other), Term.entry("A", other, I));
    assertEquals(Term.sum("d", other, summand), a.matmul(a).at(List.of(made, I)));
  }

  @Test
  void sumToAShapeDoesNotCaptureThePlaceItIsAskedAt() {
    Expr a = Expr.tensor("A", Shape.of(D, D));
    Term made = Term.index("#0:d");
    Term other = Term.index("#1:d");
    assertEquals(
        Term.sum("d", other, Term.entry("A", other, made)), a.sumTo(Shape.of(D)).at(List.of(made)));
  }

  @Test
  void entriesOfAFamilyAreNamedByTheirPositions() {
    Expr t = Expr.tensor("t", Shape.of(Size.of(2), N, Size.of(3)));
    assertEquals(Term.entry("t.1.2", R), t.at(List.of(Term.number(1), R, Term.number(2))));
    Expr merged = t.reshape(Shape.of(Size.of(2).times(N), Size.of(3)));
    assertEquals(Term.entry("t.0.1", R), merged.at(List.of(Term.number(0), R, Term.number(1))));
  }

  @Test
  void sumOverALiteralAxisIsWrittenOut() {
    Expr t = Expr.tensor("t", Shape.of(Size.of(2), N));
    assertEquals(Term.add(Term.entry("t.0", R), Term.entry("t.1", R)), t.sum(0).at(List.of(R)));
  }

  @Test
  void oneHotIsADelta() {
    assertEquals(Term.delta(K, Term.index("y")), y.oneHot(M).at(List.of(K)));
    assertEquals(Term.delta(K, Term.label("ys", List.of(R))), ys.oneHot(M).at(List.of(R, K)));
    Expr from1 = Expr.labelsFrom1("c", M, Shape.SCALAR);
    assertEquals(Term.delta(K, Term.index("c")), from1.minus(from1.one()).oneHot(M).at(List.of(K)));
    assertEquals(
        Term.delta(Term.index("y"), Term.index("z")),
        y.equal(Expr.labels("z", M, Shape.SCALAR)).at(List.of()));
  }

  @Test
  void labelsThatCountFromOneAreRefusedWithTheRepair() {
    Expr from1 = Expr.labelsFrom1("y", M, Shape.SCALAR);
    assertRefused("oneHot: labels count from 1 in y: use y - 1", () -> from1.oneHot(M));
    assertRefused("oneHot: labels count from -1 in y: use y + 1", () -> y.minus(y.one()).oneHot(M));
  }

  @Test
  void labelsAreNoNumbers() {
    String misuse = ": the labels y name classes and are no numbers; use oneHot(m)";
    assertRefused("times" + misuse, () -> y.times(x));
    assertRefused("plus" + misuse, () -> y.plus(Expr.tensor("c", Shape.SCALAR)));
    assertRefused("minus" + misuse, () -> y.one().minus(y));
    assertRefused("exp" + misuse, () -> y.map(Elementary.EXP));
    assertRefused("greater" + misuse, () -> y.greater(y));
    assertRefused("where" + misuse, () -> x.greater(x.zero()).where(y, y));
    assertRefused(
        "sum: the labels ys name classes and are no numbers; use oneHot(m)", () -> ys.sum(0));
    assertRefused("oneHot: the labels y are of m classes, not of h", () -> y.oneHot(H));
    assertRefused("oneHot: wants declared labels of m classes, not numbers", () -> x.oneHot(M));
    assertRefused(
        "labels: y wants a symbol for the number of its classes, not 2; for few classes use a"
            + " tensor of zeros and ones",
        () -> Expr.labels("y", Size.of(2), Shape.SCALAR));
    assertRefused(
        "equal: the labels y of m classes, counted from 0, can be compared with such labels only",
        () -> y.equal(y.one()));
    assertRefused(
        "equal: the labels y of m classes, counted from 0, can be compared with such labels only",
        () -> y.equal(Expr.labelsFrom1("z", M, Shape.SCALAR)));
    assertRefused(
        "sumOver: the labels ys name classes and are no numbers",
        () -> ys.sumOver(Index.made(0, N)));
  }

  @Test
  void shapesThatDoNotFitAreRefusedWithBoth() {
    assertRefused(
        "matmul: inner extents differ: [h×d] · [h] (d ≠ h)",
        () -> w.matmul(Expr.tensor("g", Shape.of(H))));
    assertRefused(
        "plus: shapes do not broadcast: [h×d] and [h] (d ≠ h)",
        () -> w.plus(Expr.tensor("b", Shape.of(H))));
    assertRefused(
        "reshape: [h×d] to [d·h] changes the number of entries or their order",
        () -> w.reshape(Shape.of(D.times(H))));
    Expr pairs = Expr.tensor("p", Shape.of(N, Size.of(2)));
    assertRefused(
        "reshape: on symbols whole axes are merged or split, not so from [n×2] to [2·n]",
        () -> pairs.reshape(Shape.of(Size.of(2).times(N))));
    assertRefused(
        "slice: axis 1 of [h×d] has no number for an extent; positions are for numbers",
        () -> w.slice(1, 0, 1));
    assertRefused(
        "max: axis 0 of [n·d] is merged of several; take the maximum over one after the other",
        () -> Expr.tensor("z", Shape.of(N.times(D))).max(0));
  }

  @Test
  void coordinatesThatDoNotFitAreRefused() {
    assertRefused("entry: [h×d] wants 2 coordinates, not 1", () -> w.at(List.of(J)));
    assertRefused("entry: 0 is no index over d in [h×d]", () -> w.at(List.of(J, Term.number(0))));
    Expr t = Expr.tensor("t", Shape.of(Size.of(2)));
    assertRefused("entry: 2 is no position below 2 in [2]", () -> t.at(List.of(Term.number(2))));
    assertRefused("entry: i is no position below 2 in [2]", () -> t.at(List.of(I)));
  }

  @Test
  void rowIsFixedAtAnIndexAndSummedOverIt() {
    Expr design = Expr.tensor("X", Shape.of(N, D));
    Index r = Index.made(0, N);
    Expr row = design.fix(0, r);
    assertEquals(Shape.of(D), row.shape());
    assertEquals(Term.entry("X", r.term(), I), row.at(List.of(I)));
    assertEquals(design.sum(0).at(List.of(I)), row.sumOver(r).at(List.of(I)), "Σ over r of row r");
    assertEquals(Term.label("ys", List.of(r.term())), ys.fix(0, r).at(List.of()));
  }

  @Test
  void indexThatIsSummedOverInsideIsNotUsedOutside() {
    Expr a = Expr.tensor("A", Shape.of(N, N));
    Index r = Index.made(0, N);
    Expr rowSums = a.fix(1, r).sumOver(r);
    assertRefused(
        "entry: #0:n is summed over inside; use another index",
        () -> rowSums.at(List.of(r.term())));
    assertRefused("fix: #0:n is summed over inside; use another index", () -> rowSums.fix(0, r));
    assertRefused(
        "sumOver: #0:n is summed over inside; use another index", () -> rowSums.sumOver(r));
    assertRefused("fix: axis 0 of [h×d] is not from the range of #0:n of n", () -> w.fix(0, r));
    Term outer = Term.index("#1:n");
    Term inner = Term.sum("n", r.term(), Term.entry("A", outer, r.term()));
    assertEquals(
        Term.sum("n", outer, inner), rowSums.sum().at(List.of()), "another index is opened");
  }

  @Test
  void indexRunsOverOneSymbol() {
    assertRefused(
        "index: runs over one symbolic size, such as n, not over 3",
        () -> Index.made(0, Size.of(3)));
    assertRefused(
        "index: runs over one symbolic size, such as n, not over n·d",
        () -> Index.made(0, N.times(D)));
    assertRefused("index: 1 is no free index", () -> new Index(Term.ONE, N));
  }

  @Test
  void powersWithLiteralExponentsArePowers() {
    Expr s = Expr.tensor("s", Shape.SCALAR);
    Term entry = Term.entry("s");
    assertEquals(Term.power(entry, Rational.of(-3, 2)), s.pow(s.constant(-3, 2)).at(List.of()));
    assertEquals(Term.ONE, s.pow(s.zero()).at(List.of()));
    Expr e = Expr.tensor("e", Shape.SCALAR);
    assertEquals(Term.exp(Term.multiply(Term.entry("e"), Term.log(entry))), s.pow(e).at(List.of()));
  }

  @Test
  void numbersAreExact() {
    Expr numbers = Expr.of(DenseTensor.vector(0.5, -3, 0x1p-60));
    assertEquals(Term.number(Rational.HALF), numbers.at(List.of(Term.number(0))));
    assertEquals(Term.number(-3), numbers.at(List.of(Term.number(1))));
    assertEquals(Term.number(Rational.of(1, 1L << 60)), numbers.at(List.of(Term.number(2))));
    DenseTensor undefined = DenseTensor.scalar(Double.NaN);
    assertRefused(
        "numbers: infinite or NaN, which no term is: " + undefined, () -> Expr.of(undefined));
  }

  @Test
  void maskIsRecognisedByTheWayItIsMade() {
    Expr a = Expr.tensor("a", Shape.of(D));
    Expr b = Expr.tensor("b", Shape.of(D));
    Term more = Term.guard(Term.subtract(Term.entry("a", I), Term.entry("b", I)));
    assertEquals(
        Term.multiply(more, Term.entry("a", I)), a.greater(b).where(a, a.zero()).at(List.of(I)));
    for (Expr mask :
        List.of(
            a.atLeast(b),
            b.greater(a).plus(a.greater(b)),
            a.one().minus(a.equal(b)),
            a.map(Elementary.STEP).times(b.map(Elementary.STEP)),
            a.greater(b).sum(0).zero(),
            y.oneHot(M))) {
      assertEquals(true, mask.isMask(), mask::toString);
    }
    for (Expr number :
        List.of(
            a,
            a.greater(b).plus(a.greater(b)),
            a.atLeast(b).plus(a.equal(b)),
            a.constant(2),
            a.map(Elementary.SIGN),
            a.greater(b).plus(a.atLeast(b)),
            a.equal(b).plus(a.equal(b)),
            a.greater(b).minus(a.one()))) {
      assertEquals(false, number.isMask(), number::toString);
    }
  }
}
