package dev.backproof.mlp.data;

import dev.backproof.core.RandomTensors;
import java.util.Arrays;
import java.util.Optional;

/**
 * Examples to train on, and others to see how well that went.
 *
 * @param training what the parameters and the standardisation may see
 * @param validation what they may not; nothing if all is trained on
 */
public record Split(Dataset training, Optional<Dataset> validation) {
  /**
   * A split at random: the examples are shuffled, and a share of them is kept back.
   *
   * @param share of the examples that is kept back, rounded to a whole number of them, but at least
   *     one on either side; 0 keeps none back
   * @param seed the same seed gives the same split
   * @throws IllegalArgumentException if the share is not in [0, 1), or there is but one example to
   *     divide
   */
  public static Split of(Dataset data, double share, long seed) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(
          "split: the share that is kept back is in [0, 1), not " + share);
    }
    int n = data.size();
    if (share > 0 && n < 2) {
      throw new IllegalArgumentException(
          "split: of one example nothing can be kept back; keep back 0");
    }
    int[] order = RandomTensors.seeded(seed).permutation(n);
    int kept = share == 0 ? 0 : Math.max(1, Math.min(n - 1, (int) Math.round(share * n)));
    Dataset training = data.batch(Arrays.copyOfRange(order, kept, n));
    return new Split(
        training,
        kept == 0 ? Optional.empty() : Optional.of(data.batch(Arrays.copyOf(order, kept))));
  }

  /** What is judged by: the examples kept back, or those trained on if there are no others. */
  public Dataset judged() {
    return validation.orElse(training);
  }
}
