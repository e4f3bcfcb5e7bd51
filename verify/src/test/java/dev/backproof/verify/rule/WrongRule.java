package dev.backproof.verify.rule;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import java.util.List;
import java.util.Optional;

/**
 * A rule with a fault, a formula it spoils and the check that must notice.
 *
 * @param point a point for each seed
 */
record WrongRule(String name, Pages pages, Formula formula, Points point, RuleCheck check) {
  /** A point for each seed. */
  @FunctionalInterface
  interface Points {
    /** The point. */
    List<DenseTensor> at(long seed);
  }

  /** The check's complaint. */
  Optional<String> complaint(long seed) {
    return check.complaintOrRefusal(pages, formula, point.at(seed), seed);
  }

  @Override
  public String toString() {
    return name + ", by " + check;
  }
}
