package dev.backproof.verify.prover;

/**
 * How much a proof may cost: counted in calls of kernel rules, so that it is the same everywhere.
 */
final class Budget {
  private final int steps;
  private int used;

  Budget(int steps) {
    this.steps = steps;
  }

  /**
   * Counts a step.
   *
   * @throws Exhausted if there is none left
   */
  void step() {
    if (++used > steps) {
      throw new Exhausted("budget of " + steps + " steps used up");
    }
  }

  /** The steps taken so far. */
  int used() {
    return used;
  }

  /** A budget is used up. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Exhausted(String which) {
      super(which);
    }
  }
}
