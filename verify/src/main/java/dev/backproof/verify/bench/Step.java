package dev.backproof.verify.bench;

/** Something that can be run again and again. */
@FunctionalInterface
public interface Step {
  /**
   * Runs it once.
   *
   * @return a number that depends on what was computed, so that none of it can be left out: of a
   *     training step the loss
   */
  double run();
}
