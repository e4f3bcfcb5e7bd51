package dev.backproof.verify.prover;

import java.time.Duration;

/** How long something may take, from the moment this is made. */
final class Patience {
  private final Duration time;
  private final long start = System.nanoTime();

  Patience(Duration time) {
    this.time = time;
  }

  boolean isOver() {
    return System.nanoTime() - start > time.toNanos();
  }

  long seconds() {
    return time.toSeconds();
  }
}
