package dev.backproof.verify.notes;

import dev.backproof.verify.check.Comparison;
import java.util.Locale;

/**
 * What came of training with both sources of gradients side by side.
 *
 * @param steps the number of steps, at each of which the gradients were compared
 * @param lossBefore the mean loss over all examples before the first step
 * @param lossAfter the mean loss after the last
 * @param accuracy the share of examples classified rightly after the last step
 * @param comparison the gradients of both sources, over all steps
 */
public record TrainingResult(
    int steps, double lossBefore, double lossAfter, double accuracy, Comparison comparison) {
  /** One line for people. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "training on stroke digits: %d steps, loss %.3f → %.3f, %.0f %% of its examples right; graph and closed form compared at"
            + " every step",
        steps,
        lossBefore,
        lossAfter,
        100 * accuracy);
  }
}
