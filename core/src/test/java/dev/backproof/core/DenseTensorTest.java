package dev.backproof.core;

import static dev.backproof.core.Refusals.failsInState;
import static dev.backproof.core.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class DenseTensorTest {
  private static final DenseTensor A = DenseTensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);

  @Test
  void equalityComparesShapesAndEntries() {
    assertEquals(DenseTensor.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}}), A);
    assertEquals(
        DenseTensor.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}}).hashCode(), A.hashCode());
    assertNotEquals(A.reshape(Shape.of(3, 2)), A);
    assertNotEquals(A.with(5, 7), A);
    assertNotEquals(DenseTensor.scalar(1), DenseTensor.vector(1));
    assertEquals(DenseTensor.scalar(Double.NaN), DenseTensor.scalar(Double.NaN));
    assertNotEquals(DenseTensor.scalar(0.0), DenseTensor.scalar(-0.0));
    assertNotEquals(A, new Object());
  }

  @Test
  void arraysAreCopiedInAndOut() {
    double[] entries = {1, 2};
    DenseTensor vector = DenseTensor.vector(entries);
    DenseTensor shaped = DenseTensor.of(Shape.of(2), entries);
    double[][] rows = {{1, 2}};
    DenseTensor matrix = DenseTensor.matrix(rows);
    entries[0] = 9;
    rows[0][0] = 9;
    vector.toArray()[1] = 9;
    assertArrayEquals(new double[] {1, 2}, vector.toArray());
    assertArrayEquals(new double[] {1, 2}, shaped.toArray());
    assertArrayEquals(new double[] {1, 2}, matrix.toArray());
  }

  @Test
  void withReplacesOneEntryOfACopy() {
    assertEquals(DenseTensor.vector(1, 9), DenseTensor.vector(1, 2).with(1, 9));
    DenseTensor x = DenseTensor.vector(1, 2);
    DenseTensor y = x.with(0, 5);
    assertEquals(DenseTensor.vector(1, 2), x);
    assertEquals(5, y.at(0));
  }

  @Test
  void operationsDoNotChangeTheirOperands() {
    DenseTensor a = DenseTensor.vector(3, 1, 2);
    DenseTensor b = DenseTensor.vector(1, 1, 1);
    a.plus(b);
    a.matmul(b);
    a.map(Elementary.EXP);
    a.sum();
    a.max(0);
    a.where(a, b);
    assertEquals(DenseTensor.vector(3, 1, 2), a);
    assertEquals(DenseTensor.vector(1, 1, 1), b);
  }

  @Test
  void entriesAreReachedByPositionAndByIndex() {
    assertEquals(6, A.count());
    assertEquals(4, A.at(3));
    assertEquals(6, A.get(1, 2));
    assertEquals(7, DenseTensor.scalar(7).get());
    assertEquals(7, DenseTensor.scalar(7).item());
    assertEquals(7, DenseTensor.of(Shape.of(1, 1), 7).item());
    assertSame(A, A.self());
  }

  @Test
  void fullAndEmptyTensors() {
    assertEquals(DenseTensor.vector(4, 4, 4), DenseTensor.full(Shape.of(3), 4));
    assertEquals(0, DenseTensor.vector().count());
    assertEquals(Shape.of(0, 0), DenseTensor.matrix().shape());
    assertEquals(Shape.of(2, 0), DenseTensor.matrix(new double[2][0]).shape());
    assertEquals("[]", DenseTensor.vector().toString());
  }

  @Test
  void refusesWhatDoesNotFit() {
    refuses(
        "[2×3] has 6 entries, but 5 were given",
        () -> DenseTensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5));
    refuses("[] has 1 entries, but 0 were given", () -> DenseTensor.of(Shape.SCALAR));
    refuses(
        "matrix: row 0 has 2 entries, row 1 has 1",
        () -> DenseTensor.matrix(new double[][] {{1, 2}, {3}}));
    refuses("get: [1] does not index [2×3]", () -> A.get(1));
    failsInState("item: [2×3] has 6 entries, not one", A::item);
    failsInState("item: [0] has 0 entries, not one", DenseTensor.vector()::item);
    assertEquals(
        "get: [1, 3] leaves axis 1 of [2×3]",
        assertThrows(IndexOutOfBoundsException.class, () -> A.get(1, 3)).getMessage());
    assertEquals(
        "get: [-1, 0] leaves axis 0 of [2×3]",
        assertThrows(IndexOutOfBoundsException.class, () -> A.get(-1, 0)).getMessage());
  }

  @Test
  void symbolsHaveNoEntries() {
    failsInState(
        "the shape [n] has symbols; bind them to numbers first",
        () -> DenseTensor.full(Shape.of(Size.symbol("n")), 0));
  }

  @Test
  void aScalarIsTheSameHoweverItIsMade() {
    DenseTensor two = DenseTensor.scalar(2);
    for (DenseTensor same :
        new DenseTensor[] {
          DenseTensor.of(Shape.SCALAR, 2),
          DenseTensor.full(Shape.SCALAR, 2),
          DenseTensor.scalar(7).with(0, 2),
          DenseTensor.vector(2).reshape(Shape.SCALAR),
          DenseTensor.vector(0.5, 1.5).sum(),
          new DenseTensor(Shape.SCALAR, new double[] {2}),
        }) {
      assertEquals(two, same);
      assertEquals(same, two);
      assertEquals(two.hashCode(), same.hashCode());
      assertEquals(Shape.SCALAR, same.shape());
      assertEquals(1, same.count());
      assertEquals(2, same.item());
      assertEquals(2, same.get());
      assertArrayEquals(new double[] {2}, same.toArray());
      assertThrows(IndexOutOfBoundsException.class, () -> same.at(1));
      assertEquals(DenseTensor.scalar(4), same.times(two));
    }
  }

  @Test
  void aBoundOperationReadsAScalarWhenItRuns() {
    double[] a = {2};
    double[] y = {0};
    BoundOperation square =
        BoundOperation.of(Op.map(Elementary.SQUARE), List.of(Shape.SCALAR), List.of(a), y);
    a[0] = 3;
    square.run();
    assertEquals(9, y[0]);
  }
}
