package dev.backproof.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MatmulTest {
  private static final DenseTensor A = DenseTensor.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}});
  private static final DenseTensor B =
      DenseTensor.matrix(new double[][] {{7, 8}, {9, 10}, {11, 12}});

  private static DenseTensor zeros(int... extents) {
    return DenseTensor.full(Shape.of(extents), 0);
  }

  @Test
  void matrixTimesMatrix() {
    assertEquals(DenseTensor.matrix(new double[][] {{58, 64}, {139, 154}}), A.matmul(B));
  }

  @Test
  void matrixTimesVectorAndBack() {
    assertEquals(DenseTensor.vector(14, 32), A.matmul(DenseTensor.vector(1, 2, 3)));
    assertEquals(DenseTensor.vector(9, 12, 15), DenseTensor.vector(1, 2).matmul(A));
  }

  @Test
  void vectorTimesVectorIsTheInnerProduct() {
    DenseTensor x = DenseTensor.vector(1, 2, 3);
    DenseTensor y = DenseTensor.vector(4, -5, 6);
    assertEquals(DenseTensor.scalar(12), x.matmul(y));
    assertEquals(DenseTensor.scalar(12), x.dot(y));
    assertEquals(
        DenseTensor.matrix(new double[][] {{4, -5, 6}, {8, -10, 12}, {12, -15, 18}}), x.outer(y));
  }

  @Test
  void transposeExchangesTheAxes() {
    assertEquals(DenseTensor.matrix(new double[][] {{1, 4}, {2, 5}, {3, 6}}), A.transpose());
    assertEquals(A, A.transpose().transpose());
    assertEquals(B.transpose().matmul(A.transpose()), A.matmul(B).transpose());
  }

  @Test
  void anEmptyInnerAxisGivesZeros() {
    assertEquals(zeros(2, 3), zeros(2, 0).matmul(zeros(0, 3)));
    assertEquals(DenseTensor.scalar(0), zeros(0).matmul(zeros(0)));
    assertEquals(zeros(2), zeros(2, 0).matmul(zeros(0)));
  }

  @Test
  void anEmptyOuterAxisGivesAnEmptyProduct() {
    assertEquals(zeros(0, 2), zeros(0, 3).matmul(B));
    assertEquals(zeros(2, 0), A.matmul(zeros(3, 0)));
    assertEquals(zeros(0), zeros(0, 3).matmul(DenseTensor.vector(1, 2, 3)));
    assertEquals(zeros(0, 2), zeros(0).outer(DenseTensor.vector(1, 2)));
  }

  @Test
  void zeroTimesInfinityIsNotHidden() {
    DenseTensor row = DenseTensor.matrix(new double[][] {{0, 1}});
    DenseTensor column = DenseTensor.matrix(new double[][] {{Double.POSITIVE_INFINITY}, {1}});
    assertTrue(Double.isNaN(row.matmul(column).item()));
  }

  @Test
  void agreesWithSumsOfProductsForEverySmallShape() {
    RandomTensors random = RandomTensors.seeded(11);
    for (int p = 0; p <= 4; p++) {
      for (int k = 0; k <= 4; k++) {
        for (int q = 0; q <= 4; q++) {
          DenseTensor a = random.labels(10, Shape.of(p, k));
          DenseTensor b = random.labels(10, Shape.of(k, q));
          // small whole numbers: exact, whatever the order of the sum
          assertEquals(a.insertAxis(2).times(b.insertAxis(0)).sum(1), a.matmul(b));
        }
      }
    }
  }
}
