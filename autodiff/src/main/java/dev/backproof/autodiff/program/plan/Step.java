package dev.backproof.autodiff.program.plan;

/** One instruction of a plan, ready to be carried out. */
interface Step {
  /**
   * Carries it out.
   *
   * @param memory the array of each value and register of the plan
   */
  void run(double[][] memory);
}
