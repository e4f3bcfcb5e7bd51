package dev.backproof.mlp.data;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Examples with their labels: a design matrix X [n×d] and labels y [n] in 0 … m−1.
 *
 * <p>Immutable. There is at least one example, one input and one class; a class may be absent.
 *
 * @param examples X [n×d], one row for each example
 * @param labels y [n], whole numbers counted from 0
 * @param classes m, which the labels stay below
 */
public record Dataset(DenseTensor examples, DenseTensor labels, int classes) {

  /**
   * Checks that the parts fit.
   *
   * @throws IllegalArgumentException if the examples are not a matrix with at least one row and one
   *     column, if there is not one label for each row, if there is no class, or if a label is not
   *     a whole number in 0 … classes−1
   */
  public Dataset {
    Shape x = examples.shape();
    if (x.rank() != 2) {
      throw new IllegalArgumentException(
          "dataset: the examples are a matrix [n×d], one row for each example, but have shape "
              + x);
    }
    if (examples.count() == 0) {
      throw new IllegalArgumentException(
          "dataset: at least one example with one input is needed, but the examples have shape "
              + x);
    }
    int n = x.size(0).number();
    if (!labels.shape().equals(Shape.of(n))) {
      throw new IllegalArgumentException(
          "dataset: examples "
              + x
              + " need one label for each row, of shape ["
              + n
              + "], but the labels have shape "
              + labels.shape());
    }
    if (classes < 1) {
      throw new IllegalArgumentException(
          "dataset: at least one class is needed, but classes = " + classes);
    }
    for (int i = 0; i < n; i++) {
      double label = labels.at(i);
      if (!(label >= 0 && label < classes && label == Math.rint(label))) {
        throw new IllegalArgumentException(
            "dataset: label "
                + label
                + " of example "
                + i
                + " is not a whole number in 0 … "
                + (classes - 1)
                + (label == classes ? "; labels count from 0, so subtract 1" : ""));
      }
    }
  }

  /** The number of examples, n. */
  public int size() {
    return examples.shape().size(0).number();
  }

  /** The number of inputs of one example, d. */
  public int inputs() {
    return examples.shape().size(1).number();
  }

  /**
   * One example x [d].
   *
   * @throws IndexOutOfBoundsException if there is no such example
   */
  public DenseTensor example(int row) {
    check("example", row);
    int d = inputs();
    double[] x = new double[d];
    for (int j = 0; j < d; j++) {
      x[j] = examples.at(row * d + j);
    }
    return DenseTensor.vector(x);
  }

  /**
   * The label of one example.
   *
   * @throws IndexOutOfBoundsException if there is no such example
   */
  public int label(int row) {
    check("label", row);
    return (int) labels.at(row);
  }

  /**
   * The examples with the given row numbers, in that order: X [rows×d], y [rows]. A row may be
   * asked for twice.
   *
   * @throws IllegalArgumentException if no row is asked for
   * @throws IndexOutOfBoundsException if there is no such example
   */
  public Dataset batch(int... rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("batch: no rows; a batch has at least one example");
    }
    int d = inputs();
    double[] x = new double[Shape.of(rows.length, d).count()];
    double[] y = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      check("batch", rows[i]);
      for (int j = 0; j < d; j++) {
        x[i * d + j] = examples.at(rows[i] * d + j);
      }
      y[i] = labels.at(rows[i]);
    }
    return new Dataset(DenseTensor.of(Shape.of(rows.length, d), x), DenseTensor.vector(y), classes);
  }

  /**
   * The consecutive examples {@code from} … {@code to}−1, such as the two parts of a split.
   *
   * @throws IllegalArgumentException if the range is empty
   * @throws IndexOutOfBoundsException if it leaves the examples
   */
  public Dataset range(int from, int to) {
    if (from >= to) {
      throw new IllegalArgumentException(
          "range: from " + from + " to " + to + " is empty; at least one example is needed");
    }
    check("range", from);
    check("range", to - 1);
    int[] rows = new int[to - from];
    Arrays.setAll(rows, i -> from + i);
    return batch(rows);
  }

  /**
   * The minibatches of one epoch: every example once, in a random order.
   *
   * <p>There are ⌈n / batchSize⌉ of them, the last one smaller if batchSize does not divide n; a
   * size above n gives one batch. The order is drawn now, so the result may be walked through again
   * and gives the same batches; the next epoch asks again. A batch is copied when it is reached.
   *
   * @throws IllegalArgumentException if {@code batchSize} is not positive
   */
  public Iterable<Dataset> shuffledBatches(int batchSize, RandomTensors random) {
    if (batchSize < 1) {
      throw new IllegalArgumentException(
          "shuffledBatches: a batch has at least one example, but batchSize = " + batchSize);
    }
    int[] order = random.permutation(size());
    return () -> new Batches(this, order, batchSize);
  }

  private void check(String operation, int row) {
    if (row < 0 || row >= size()) {
      throw new IndexOutOfBoundsException(
          operation + ": no example " + row + "; there are " + size() + ", counted from 0");
    }
  }

  private static final class Batches implements Iterator<Dataset> {
    private final Dataset whole;
    private final int[] order;
    private final int batchSize;
    private int next;

    Batches(Dataset whole, int[] order, int batchSize) {
      this.whole = whole;
      this.order = order;
      this.batchSize = batchSize;
    }

    @Override
    public boolean hasNext() {
      return next < order.length;
    }

    @Override
    public Dataset next() {
      if (!hasNext()) {
        throw new NoSuchElementException("shuffledBatches: the epoch has no further batch");
      }
      int end = next + Math.min(batchSize, order.length - next);
      int[] rows = Arrays.copyOfRange(order, next, end);
      next = end;
      return whole.batch(rows);
    }
  }
}
