package dev.backproof.verify.kernel;

import java.util.List;

/** Whether what a theorem takes for granted holds at a point, in doubles. */
final class Granted {
  private static final double TOLERANCE = 1e-9;

  private Granted() {}

  static boolean holds(Kernel kernel, Evaluator point) {
    return kernel.statement().hypotheses().stream()
            .allMatch(h -> all(point, h.indices(), 0, () -> holds(h, point)))
        && kernel.assumptions().stream()
            .allMatch(c -> all(point, c.indices(), 0, () -> has(point.of(c.term()), c.signs())));
  }

  private static boolean holds(Hypothesis h, Evaluator point) {
    double left = point.of(h.left());
    return has(left, h.signs()) && Math.abs(left - point.of(h.right())) <= TOLERANCE;
  }

  /** For all values of the indices from one on. */
  private static boolean all(
      Evaluator point, List<Term> indices, int from, java.util.function.BooleanSupplier holds) {
    if (from == indices.size()) {
      return holds.getAsBoolean();
    }
    Term index = indices.get(from);
    for (int value = 0; value < point.size(Letters.range(index)); value++) {
      point.set(index, value);
      if (!all(point, indices, from + 1, holds)) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(double value, Signs signs) {
    return !Double.isNaN(value) && sign(value).within(signs);
  }

  static Signs sign(double value) {
    return value > 0 ? Signs.POSITIVE : value < 0 ? Signs.NEGATIVE : Signs.ZERO;
  }
}
