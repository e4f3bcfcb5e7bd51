package dev.backproof.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Sums, maxima, means, and sums to a shape. */
class ReductionTest {
  private static final DenseTensor A =
      DenseTensor.of(Shape.of(2, 3, 2), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

  private static DenseTensor zeros(int... extents) {
    return DenseTensor.full(Shape.of(extents), 0);
  }

  @Test
  void sumsOverEachAxis() {
    assertEquals(DenseTensor.of(Shape.of(3, 2), 8, 10, 12, 14, 16, 18), A.sum(0));
    assertEquals(DenseTensor.of(Shape.of(2, 2), 9, 12, 27, 30), A.sum(1));
    assertEquals(DenseTensor.of(Shape.of(2, 3), 3, 7, 11, 15, 19, 23), A.sum(-1));
    assertEquals(DenseTensor.of(Shape.of(2, 1, 2), 9, 12, 27, 30), A.sumKeepingAxis(-2));
    assertEquals(DenseTensor.scalar(78), A.sum());
    assertEquals(DenseTensor.scalar(5), DenseTensor.scalar(5).sum());
  }

  @Test
  void maximaOverEachAxis() {
    DenseTensor a = DenseTensor.matrix(new double[][] {{1, 5, 3}, {4, 2, 6}});
    assertEquals(DenseTensor.vector(4, 5, 6), a.max(0));
    assertEquals(DenseTensor.vector(5, 6), a.max(1));
    assertEquals(DenseTensor.of(Shape.of(2, 1), 5, 6), a.maxKeepingAxis(-1));
    assertEquals(DenseTensor.of(Shape.of(1, 3), 4, 5, 6), a.maxKeepingAxis(-2));
  }

  @Test
  void maximaOfNanAndInfinities() {
    double inf = Double.POSITIVE_INFINITY;
    assertEquals(
        DenseTensor.vector(Double.NaN, -inf),
        DenseTensor.matrix(new double[][] {{1, Double.NaN}, {-inf, -inf}}).max(1));
  }

  @Test
  void means() {
    DenseTensor a = DenseTensor.matrix(new double[][] {{1, 2, 3}, {5, 7, 9}});
    assertEquals(DenseTensor.vector(3, 4.5, 6), a.mean(0));
    assertEquals(DenseTensor.vector(2, 7), a.mean(-1));
    assertEquals(DenseTensor.scalar(4.5), a.mean());
    assertEquals(DenseTensor.scalar(3), DenseTensor.scalar(3).mean());
  }

  @Test
  void aSumOverNothingIsZero() {
    assertEquals(DenseTensor.scalar(0), zeros(0).sum());
    assertEquals(zeros(2), zeros(2, 0).sum(1));
    assertEquals(zeros(0), zeros(2, 0).sum(0));
    assertEquals(zeros(3, 2), zeros(3, 0, 2).sum(1));
    assertEquals(DenseTensor.scalar(0), zeros(2, 0, 3).sum());
  }

  @Test
  void aMaximumAlongsideAnEmptyAxisIsEmpty() {
    assertEquals(zeros(0), zeros(2, 0).max(0));
    assertEquals(zeros(0, 3), zeros(0, 2, 3).max(1));
  }

  @Test
  void sumsToAShape() {
    assertEquals(DenseTensor.vector(36, 42), A.sumTo(Shape.of(2)));
    assertEquals(DenseTensor.of(Shape.of(3, 1), 18, 26, 34), A.sumTo(Shape.of(3, 1)));
    assertEquals(DenseTensor.of(Shape.of(1, 3, 1), 18, 26, 34), A.sumTo(Shape.of(1, 3, 1)));
    assertEquals(DenseTensor.scalar(78), A.sumTo(Shape.SCALAR));
    assertEquals(A, A.sumTo(A.shape()));
    assertEquals(zeros(3), zeros(0, 3).sumTo(Shape.of(3)));
    assertEquals(zeros(1), zeros(0).sumTo(Shape.of(1)));
  }

  @Test
  void hugeExtentsBesideAnEmptyAxisDoNotOverflow() {
    DenseTensor empty = zeros(100_000, 100_000, 0);
    assertEquals(Shape.of(100_000, 0), empty.sum(0).shape());
    assertEquals(Shape.of(100_000, 0), empty.max(1).shape());
    assertEquals(Shape.of(100_000, 7, 0), empty.slice(1, 5, 12).shape());
    assertEquals(Shape.of(0, 100_000, 100_000), empty.permute(2, 0, 1).shape());
  }
}
