package dev.backproof.core;

import static dev.backproof.core.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What moves entries about: new axes, order, windows, one after the other, labels. */
class AxesTest {
  private static final DenseTensor A = DenseTensor.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}});

  private static DenseTensor zeros(int... extents) {
    return DenseTensor.full(Shape.of(extents), 0);
  }

  @Test
  void reshapeKeepsTheOrder() {
    assertEquals(DenseTensor.vector(1, 2, 3, 4, 5, 6), A.reshape(Shape.of(6)));
    assertEquals(DenseTensor.of(Shape.of(3, 1, 2), 1, 2, 3, 4, 5, 6), A.reshape(Shape.of(3, 1, 2)));
    assertEquals(DenseTensor.scalar(7), DenseTensor.vector(7).reshape(Shape.SCALAR));
    assertEquals(zeros(0, 5), zeros(3, 0).reshape(Shape.of(0, 5)));
  }

  @Test
  void permuteReordersTheAxes() {
    DenseTensor b = DenseTensor.of(Shape.of(2, 1, 3), 1, 2, 3, 4, 5, 6);
    assertEquals(DenseTensor.of(Shape.of(3, 2, 1), 1, 4, 2, 5, 3, 6), b.permute(2, 0, 1));
    assertEquals(b, b.permute(0, 1, 2));
    assertEquals(DenseTensor.scalar(4), DenseTensor.scalar(4).permute());
    assertEquals(zeros(0, 2), zeros(2, 0).permute(1, 0));
  }

  /** Extents around the tiles a transpose runs over; entry (i, j) is i + j/1000. */
  @Test
  void transposesOfAllExtentsExchangeTheAxes() {
    for (int rows : new int[] {0, 1, 2, 15, 16, 17, 33}) {
      for (int columns : new int[] {0, 1, 3, 16, 31, 32, 40}) {
        double[] entries = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
          for (int j = 0; j < columns; j++) {
            entries[i * columns + j] = i + j / 1000.0;
          }
        }
        DenseTensor b = DenseTensor.of(Shape.of(rows, columns), entries).transpose();
        assertEquals(Shape.of(columns, rows), b.shape());
        for (int i = 0; i < rows; i++) {
          for (int j = 0; j < columns; j++) {
            assertEquals(i + j / 1000.0, b.get(j, i));
          }
        }
      }
    }
  }

  @Test
  void expandRepeatsAlongANewAxis() {
    DenseTensor x = DenseTensor.vector(1, 2);
    assertEquals(DenseTensor.matrix(new double[][] {{1, 2}, {1, 2}}), x.expand(0, Size.of(2)));
    assertEquals(
        DenseTensor.matrix(new double[][] {{1, 1, 1}, {2, 2, 2}}), x.expand(-1, Size.of(3)));
    assertEquals(
        DenseTensor.of(Shape.of(2, 2, 3), 1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6),
        A.expand(1, Size.of(2)));
    assertEquals(DenseTensor.of(Shape.of(2, 1), 1, 2), x.insertAxis(1));
    assertEquals(zeros(2, 0), x.expand(1, Size.of(0)));
    assertEquals(zeros(3, 0), zeros(0).expand(0, Size.of(3)));
    assertEquals(DenseTensor.vector(5, 5), DenseTensor.scalar(5).expand(0, Size.of(2)));
  }

  @Test
  void broadcastRepeatsAsArithmeticDoes() {
    assertEquals(
        DenseTensor.matrix(new double[][] {{1, 2}, {1, 2}}),
        DenseTensor.vector(1, 2).broadcastTo(Shape.of(2, 2)));
    assertEquals(
        DenseTensor.matrix(new double[][] {{1, 1}, {2, 2}}),
        DenseTensor.of(Shape.of(2, 1), 1, 2).broadcastTo(Shape.of(2, 2)));
    assertEquals(
        DenseTensor.of(Shape.of(2, 1, 2), 1, 2, 1, 2),
        DenseTensor.of(Shape.of(1, 1, 2), 1, 2).broadcastTo(Shape.of(2, 1, 2)));
    assertEquals(
        DenseTensor.of(Shape.of(2, 2, 2), 1, 2, 1, 2, 3, 4, 3, 4),
        DenseTensor.of(Shape.of(2, 1, 2), 1, 2, 3, 4).broadcastTo(Shape.of(2, 2, 2)));
    assertEquals(
        DenseTensor.full(Shape.of(2, 3), 4), DenseTensor.scalar(4).broadcastTo(Shape.of(2, 3)));
    assertEquals(
        DenseTensor.full(Shape.of(2, 3), 4),
        DenseTensor.of(Shape.of(1, 1), 4).broadcastTo(Shape.of(2, 3)));
    assertEquals(zeros(0), DenseTensor.vector(4).broadcastTo(Shape.of(0)));
    assertEquals(zeros(2, 0), zeros(0).broadcastTo(Shape.of(2, 0)));
    assertEquals(zeros(0, 2), DenseTensor.vector(1, 2).broadcastTo(Shape.of(0, 2)));
    assertEquals(A, A.broadcastTo(A.shape()));
  }

  @Test
  void slicesAreWindows() {
    assertEquals(DenseTensor.matrix(new double[][] {{2, 3}, {5, 6}}), A.slice(1, 1, 3));
    assertEquals(DenseTensor.matrix(new double[][] {{4, 5, 6}}), A.slice(-2, 1, 2));
    assertEquals(zeros(2, 0), A.slice(1, 3, 3));
    assertEquals(A, A.slice(0, 0, 2));
  }

  @Test
  void padsAreZerosAround() {
    assertEquals(
        DenseTensor.matrix(new double[][] {{0, 1, 2, 3, 0, 0}, {0, 4, 5, 6, 0, 0}}),
        A.pad(-1, 1, 2));
    assertEquals(
        DenseTensor.matrix(new double[][] {{0, 0, 0}, {1, 2, 3}, {4, 5, 6}}), A.pad(0, 1, 0));
    assertEquals(zeros(2, 2), zeros(2, 0).pad(1, 1, 1));
    assertEquals(A, A.pad(1, 2, 3).slice(1, 2, 5));
  }

  @Test
  void oneAfterTheOther() {
    assertEquals(
        DenseTensor.vector(1, 2, 3, 4),
        DenseTensor.vector(1)
            .concatenate(0, List.of(DenseTensor.vector(2, 3), DenseTensor.vector(4))));
    assertEquals(
        DenseTensor.matrix(new double[][] {{1, 2, 3, 9}, {4, 5, 6, 8}}),
        A.concatenate(-1, List.of(DenseTensor.of(Shape.of(2, 1), 9, 8))));
    assertEquals(A, A.concatenate(0, List.of()));
    assertEquals(A, A.concatenate(0, List.of(zeros(0, 3))));
  }

  @Test
  void labelsAreRowsOfTheIdentity() {
    assertEquals(
        DenseTensor.matrix(new double[][] {{0, 0, 1}, {1, 0, 0}}),
        DenseTensor.vector(2, 0).oneHot(Size.of(3)));
    assertEquals(DenseTensor.vector(0, 1), DenseTensor.scalar(1).oneHot(Size.of(2)));
    assertEquals(zeros(0, 3), zeros(0).oneHot(Size.of(3)));
    assertEquals(zeros(0, 0), zeros(0).oneHot(Size.of(0)));
  }

  @Test
  void refusesWhatIsNoLabel() {
    refusesLabel(3, "3.0 at position 1 is not one of 0 … 2; labels count from 0");
    refusesLabel(-1, "-1.0 at position 1 is not one of 0 … 2; labels count from 0");
    refusesLabel(0.5, "0.5 at position 1 is not one of 0 … 2; labels count from 0");
    refusesLabel(Double.NaN, "NaN at position 1 is not one of 0 … 2; labels count from 0");
    refusesLabel(1e300, "1.0E300 at position 1 is not one of 0 … 2; labels count from 0");
    refuses(
        "oneHot: label 0.0 at position 0, but there are no classes",
        () -> DenseTensor.scalar(0).oneHot(Size.of(0)));
  }

  private static void refusesLabel(double label, String message) {
    refuses("oneHot: label " + message, () -> DenseTensor.vector(0, label).oneHot(Size.of(3)));
  }
}
