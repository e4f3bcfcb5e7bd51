package dev.backproof.mlp.data;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import java.util.Arrays;

/**
 * Brings every input to mean 0 and standard deviation 1, as it was on the examples it was fitted
 * to: x ← (x − mean)/scale.
 *
 * <p>Fit it to the training examples only. What it has seen of the others it would tell the
 * network.
 *
 * @param mean of each input, [d]
 * @param scale the standard deviation of each input (over n, not n − 1), [d]; 1 for one that is
 *     always the same
 */
public record Standardizer(DenseTensor mean, DenseTensor scale) {
  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if they are not one vector each, equally long, or a scale is
   *     not positive
   */
  public Standardizer {
    if (mean.shape().rank() != 1 || !mean.shape().equals(scale.shape())) {
      throw new IllegalArgumentException(
          "standardizer: a mean and a scale for each input, not "
              + mean.shape()
              + " and "
              + scale.shape());
    }
    if (Arrays.stream(scale.toArray()).anyMatch(s -> !(s > 0 && s < Double.POSITIVE_INFINITY))) {
      throw new IllegalArgumentException("standardizer: a scale is finite and above 0");
    }
  }

  /** The one that fits these examples. */
  public static Standardizer fit(Dataset training) {
    int n = training.size();
    int d = training.inputs();
    double[] mean = new double[d];
    double[] scale = new double[d];
    for (int j = 0; j < d; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += training.examples().at(i * d + j);
      }
      mean[j] = sum / n;
      double squares = 0;
      double largest = 0;
      for (int i = 0; i < n; i++) {
        double x = training.examples().at(i * d + j);
        squares += (x - mean[j]) * (x - mean[j]);
        largest = Math.max(largest, Math.abs(x));
      }
      double deviation = Math.sqrt(squares / n);
      // The mean of equal numbers may miss them by rounding: that is no deviation.
      boolean varies = deviation > n * 0x1p-52 * largest && deviation < Double.POSITIVE_INFINITY;
      scale[j] = varies ? deviation : 1;
    }
    return new Standardizer(DenseTensor.vector(mean), DenseTensor.vector(scale));
  }

  /**
   * Examples [n×d], standardised.
   *
   * @throws IllegalArgumentException if they have another number of inputs
   */
  public DenseTensor apply(DenseTensor examples) {
    Shape shape = examples.shape();
    if (shape.rank() != 2 || !shape.last().equals(mean.shape().last())) {
      throw new IllegalArgumentException(
          "standardizer: fitted to " + mean.shape().last() + " inputs, given examples " + shape);
    }
    return examples.minus(mean).div(scale);
  }

  /** The same examples, standardised, with their labels. */
  public Dataset apply(Dataset data) {
    return new Dataset(apply(data.examples()), data.labels(), data.classes());
  }
}
