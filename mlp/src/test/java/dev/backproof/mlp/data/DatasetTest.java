package dev.backproof.mlp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DatasetTest {
  private static final DenseTensor FOUR_ROWS =
      DenseTensor.matrix(
          new double[] {1, 2, 3},
          new double[] {4, 5, 6},
          new double[] {7, 8, 9},
          new double[] {10, 11, 12});

  private static final Dataset FOUR = new Dataset(FOUR_ROWS, DenseTensor.vector(0, 1, 2, 1), 3);

  /** Example i is the number i, so that examples can be recognised. */
  private static Dataset counted(int n) {
    double[] x = IntStream.range(0, n).asDoubleStream().toArray();
    double[] y = IntStream.range(0, n).mapToDouble(i -> i % 3).toArray();
    return new Dataset(DenseTensor.of(Shape.of(n, 1), x), DenseTensor.vector(y), 3);
  }

  private static List<Integer> order(Iterable<Dataset> batches) {
    List<Integer> order = new ArrayList<>();
    for (Dataset batch : batches) {
      for (int i = 0; i < batch.size(); i++) {
        int example = (int) batch.example(i).item();
        assertEquals(example % 3, batch.label(i), "the label stays with its example");
        order.add(example);
      }
    }
    return order;
  }

  private static List<Integer> sizes(Iterable<Dataset> batches) {
    List<Integer> sizes = new ArrayList<>();
    batches.forEach(batch -> sizes.add(batch.size()));
    return sizes;
  }

  private static void refused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static void outside(String message, Executable call) {
    assertEquals(message, assertThrows(IndexOutOfBoundsException.class, call).getMessage());
  }

  @Test
  void knowsItsSizes() {
    assertEquals(4, FOUR.size());
    assertEquals(3, FOUR.inputs());
    assertEquals(3, FOUR.classes());
  }

  @Test
  void showsOneExampleAndItsLabel() {
    assertEquals(DenseTensor.vector(7, 8, 9), FOUR.example(2));
    assertEquals(2, FOUR.label(2));
  }

  @Test
  void aBatchHasTheRowsAskedForInTheirOrder() {
    Dataset expected =
        new Dataset(
            DenseTensor.matrix(
                new double[] {10, 11, 12}, new double[] {1, 2, 3}, new double[] {10, 11, 12}),
            DenseTensor.vector(1, 0, 1),
            3);
    assertEquals(expected, FOUR.batch(3, 0, 3));
  }

  @Test
  void rangesSplitTheExamples() {
    assertEquals(FOUR.batch(0, 1, 2), FOUR.range(0, 3));
    assertEquals(FOUR.batch(3), FOUR.range(3, 4));
  }

  @Test
  void aClassMayBeAbsent() {
    assertEquals(10, new Dataset(FOUR_ROWS, DenseTensor.vector(0, 1, 2, 1), 10).classes());
  }

  @Test
  void anEpochHasEveryExampleOnce() {
    List<Integer> order = order(counted(50).shuffledBatches(8, RandomTensors.seeded(1)));
    List<Integer> sorted = new ArrayList<>(order);
    Collections.sort(sorted);
    assertEquals(IntStream.range(0, 50).boxed().toList(), sorted);
    assertNotEquals(sorted, order);
  }

  @Test
  void theLastBatchIsSmaller() {
    RandomTensors random = RandomTensors.seeded(1);
    assertEquals(List.of(4, 4, 2), sizes(counted(10).shuffledBatches(4, random)));
    assertEquals(List.of(5, 5), sizes(counted(10).shuffledBatches(5, random)));
    assertEquals(List.of(10), sizes(counted(10).shuffledBatches(10, random)));
    assertEquals(List.of(10), sizes(counted(10).shuffledBatches(Integer.MAX_VALUE, random)));
    assertEquals(Collections.nCopies(10, 1), sizes(counted(10).shuffledBatches(1, random)));
  }

  @Test
  void theSameSeedGivesTheSameEpochs() {
    RandomTensors one = RandomTensors.seeded(5);
    RandomTensors two = RandomTensors.seeded(5);
    Dataset data = counted(30);
    List<Integer> first = order(data.shuffledBatches(7, one));
    assertEquals(first, order(data.shuffledBatches(7, two)));
    List<Integer> second = order(data.shuffledBatches(7, one));
    assertEquals(second, order(data.shuffledBatches(7, two)));
    assertNotEquals(first, second);
    assertNotEquals(first, order(data.shuffledBatches(7, RandomTensors.seeded(6))));
  }

  @Test
  void anEpochMayBeWalkedThroughAgain() {
    Iterable<Dataset> epoch = counted(30).shuffledBatches(7, RandomTensors.seeded(5));
    assertEquals(order(epoch), order(epoch));
  }

  @Test
  void anEpochEnds() {
    Iterator<Dataset> epoch = counted(3).shuffledBatches(3, RandomTensors.seeded(5)).iterator();
    assertTrue(epoch.hasNext());
    assertEquals(3, epoch.next().size());
    assertFalse(epoch.hasNext());
    assertEquals(
        "shuffledBatches: the epoch has no further batch",
        assertThrows(NoSuchElementException.class, epoch::next).getMessage());
  }

  @Test
  void refusesExamplesThatAreNoMatrix() {
    refused(
        "dataset: the examples are a matrix [n×d], one row for each example, but have shape [3]",
        () -> new Dataset(DenseTensor.vector(1, 2, 3), DenseTensor.vector(0, 0, 0), 1));
  }

  @Test
  void refusesExamplesWithoutEntries() {
    refused(
        "dataset: at least one example with one input is needed, but the examples have shape [0×3]",
        () -> new Dataset(DenseTensor.of(Shape.of(0, 3)), DenseTensor.vector(), 1));
    refused(
        "dataset: at least one example with one input is needed, but the examples have shape [2×0]",
        () -> new Dataset(DenseTensor.of(Shape.of(2, 0)), DenseTensor.vector(0, 0), 1));
  }

  @Test
  void refusesAnotherNumberOfLabels() {
    refused(
        "dataset: examples [4×3] need one label for each row, of shape [4], but the labels have"
            + " shape [3]",
        () -> new Dataset(FOUR_ROWS, DenseTensor.vector(0, 1, 2), 3));
  }

  @Test
  void refusesLabelsAsAColumn() {
    refused(
        "dataset: examples [4×3] need one label for each row, of shape [4], but the labels have"
            + " shape [4×1]",
        () -> new Dataset(FOUR_ROWS, DenseTensor.of(Shape.of(4, 1), 0, 1, 2, 1), 3));
  }

  @Test
  void refusesToHaveNoClass() {
    refused(
        "dataset: at least one class is needed, but classes = 0",
        () -> new Dataset(FOUR_ROWS, DenseTensor.vector(0, 0, 0, 0), 0));
  }

  @Test
  void refusesLabelsCountedFromOneAndSaysWhatToDo() {
    refused(
        "dataset: label 3.0 of example 2 is not a whole number in 0 … 2; labels count from 0, so"
            + " subtract 1",
        () -> new Dataset(FOUR_ROWS, DenseTensor.vector(1, 2, 3, 2), 3));
  }

  @Test
  void refusesLabelsThatAreNoClass() {
    refused(
        "dataset: label -1.0 of example 1 is not a whole number in 0 … 2",
        () -> new Dataset(FOUR_ROWS, DenseTensor.vector(0, -1, 0, 0), 3));
    refused(
        "dataset: label 0.5 of example 0 is not a whole number in 0 … 2",
        () -> new Dataset(FOUR_ROWS, DenseTensor.vector(0.5, 0, 0, 0), 3));
    refused(
        "dataset: label NaN of example 3 is not a whole number in 0 … 2",
        () -> new Dataset(FOUR_ROWS, DenseTensor.vector(0, 0, 0, Double.NaN), 3));
  }

  @Test
  void refusesAnEmptyBatch() {
    refused("batch: no rows; a batch has at least one example", () -> FOUR.batch());
  }

  @Test
  void refusesRowsThatAreNotThere() {
    outside("batch: no example 4; there are 4, counted from 0", () -> FOUR.batch(0, 4));
    outside("batch: no example -1; there are 4, counted from 0", () -> FOUR.batch(-1));
    outside("example: no example 4; there are 4, counted from 0", () -> FOUR.example(4));
    outside("label: no example -1; there are 4, counted from 0", () -> FOUR.label(-1));
  }

  @Test
  void refusesRangesThatAreEmptyOrLeaveTheExamples() {
    refused("range: from 2 to 2 is empty; at least one example is needed", () -> FOUR.range(2, 2));
    refused("range: from 3 to 1 is empty; at least one example is needed", () -> FOUR.range(3, 1));
    outside("range: no example 4; there are 4, counted from 0", () -> FOUR.range(2, 5));
    outside("range: no example -1; there are 4, counted from 0", () -> FOUR.range(-1, 2));
  }

  @Test
  void refusesABatchSizeThatIsNotPositive() {
    refused(
        "shuffledBatches: a batch has at least one example, but batchSize = 0",
        () -> FOUR.shuffledBatches(0, RandomTensors.seeded(1)));
    refused(
        "shuffledBatches: a batch has at least one example, but batchSize = -3",
        () -> FOUR.shuffledBatches(-3, RandomTensors.seeded(1)));
  }
}
