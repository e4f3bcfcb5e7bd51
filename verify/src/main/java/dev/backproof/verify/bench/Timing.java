package dev.backproof.verify.bench;

/**
 * How long a fork runs.
 *
 * @param warmups iterations whose times are forgotten
 * @param iterations iterations that count
 * @param millis of each; an iteration runs the work at least once
 */
public record Timing(int warmups, int iterations, int millis) {
  /** The iterations together. */
  double seconds() {
    return (warmups + iterations) * millis / 1e3;
  }
}
