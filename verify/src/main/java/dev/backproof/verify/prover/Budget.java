package dev.backproof.verify.prover;

/**
 * How much a proof may cost: counted in calls of kernel rules, so that it is the same everywhere.
 * Time is a net under that: many times what anything takes that is proved here.
 */
final class Budget {
  private final int steps;
  private final Patience patience;
  private int used;

  Budget(int steps, Patience patience) {
    this.steps = steps;
    this.patience = patience;
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
    look();
  }

  /**
   * Looks at the clock, in work that takes no step.
   *
   * @throws Exhausted if the time is over
   */
  void look() {
    if (patience.isOver()) {
      throw new Exhausted(
          "not decided within " + patience.seconds() + " seconds, after " + used + " steps");
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
