package dev.backproof.mlp.data;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Labelled examples, one a row.
 *
 * @param examples the design matrix, [n×d]
 * @param labels the class of each row, [n], whole numbers 0 … classes−1
 * @param classes the number of classes m
 */
public record Dataset(DenseTensor examples, DenseTensor labels, int classes) {
  /**
   * Checks that they fit.
   *
   * @throws IllegalArgumentException if shapes differ or a label is no class
   */
  public Dataset {
    if (examples.shape().rank() != 2
        || labels.shape().rank() != 1
        || !labels.shape().size(0).equals(examples.shape().size(0))) {
      throw new IllegalArgumentException(
          "dataset: wants examples [n×d] and labels [n], not "
              + examples.shape()
              + " and "
              + labels.shape());
    }
    for (int i = 0; i < labels.count(); i++) {
      double label = labels.at(i);
      if (label != Math.rint(label) || label < 0 || label >= classes) {
        throw new IllegalArgumentException(
            "dataset: label " + label + " of row " + i + " is not one of 0 … " + (classes - 1));
      }
    }
  }

  /** The number of examples n. */
  public int size() {
    return examples.shape().size(0).number();
  }

  /** The number of inputs d. */
  public int inputs() {
    return examples.shape().size(1).number();
  }

  /**
   * Some of the rows, in the order given.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public Dataset rows(int... rows) {
    int d = inputs();
    double[] all = examples.toArray();
    double[] some = new double[rows.length * d];
    double[] classesOfRows = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] < 0 || rows[i] >= size()) {
        throw new IndexOutOfBoundsException(
            "dataset: no row " + rows[i] + " among " + size() + " examples");
      }
      System.arraycopy(all, rows[i] * d, some, i * d, d);
      classesOfRows[i] = labels.at(rows[i]);
    }
    return new Dataset(
        DenseTensor.of(Shape.of(rows.length, d), some),
        DenseTensor.of(Shape.of(rows.length), classesOfRows),
        classes);
  }

  /**
   * The minibatches of one epoch: all rows in random order, the last batch perhaps smaller.
   *
   * @throws IllegalArgumentException if {@code batchSize} is not positive
   */
  public List<Dataset> shuffledBatches(int batchSize, RandomTensors random) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batches: wants at least one row each, not " + batchSize);
    }
    int[] order = random.permutation(size());
    List<Dataset> batches = new ArrayList<>();
    for (int from = 0; from < order.length; from += batchSize) {
      int to = Math.min(order.length, from + batchSize);
      batches.add(rows(Arrays.copyOfRange(order, from, to)));
    }
    return List.copyOf(batches);
  }
}
