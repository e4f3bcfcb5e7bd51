package dev.backproof.verify.assertion;

import dev.backproof.autodiff.forward.Dual;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Whether a function has a derivative at a point, as far as numbers show it: along some directions
 * the differences to both sides are what forward mode says.
 *
 * @param function the function
 * @param which the number of the operand that varies
 * @param seed of the directions
 */
record Smoothness(Formula function, int which, long seed) {
  private static final int DIRECTIONS = 3;
  private static final double STEP = 1e-6;

  /** Far above what a step leaves of curvature and rounding, far below the angle of a kink. */
  private static final double TOLERANCE = 1e-3;

  /** Whether it has a derivative there. */
  boolean at(List<DenseTensor> x) {
    Random random = new Random(seed);
    return IntStream.range(0, DIRECTIONS).allMatch(i -> isStraight(x, direction(x, random)));
  }

  private DenseTensor direction(List<DenseTensor> x, Random random) {
    double[] entries = x.get(which).toArray();
    for (int i = 0; i < entries.length; i++) {
      entries[i] = random.nextGaussian();
    }
    return DenseTensor.of(x.get(which).shape(), entries);
  }

  private boolean isStraight(List<DenseTensor> x, DenseTensor direction) {
    DenseTensor slope = pushed(function, which, x, direction);
    DenseTensor here = function.apply(x);
    DenseTensor after = function.apply(moved(x, direction, STEP));
    DenseTensor before = function.apply(moved(x, direction, -STEP));
    return IntStream.range(0, here.shape().count())
        .allMatch(
            i ->
                isNear((after.at(i) - here.at(i)) / STEP, slope.at(i))
                    && isNear((here.at(i) - before.at(i)) / STEP, slope.at(i)));
  }

  private List<DenseTensor> moved(List<DenseTensor> x, DenseTensor direction, double step) {
    List<DenseTensor> moved = new ArrayList<>(x);
    double[] entries = x.get(which).toArray();
    for (int i = 0; i < entries.length; i++) {
      entries[i] += step * direction.at(i);
    }
    moved.set(which, DenseTensor.of(direction.shape(), entries));
    return moved;
  }

  private static boolean isNear(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE * (1 + Math.abs(b));
  }

  /** The tangent of a function by forward mode. */
  static DenseTensor pushed(Formula function, int which, List<DenseTensor> at, DenseTensor dot) {
    List<Dual<DenseTensor>> x = new ArrayList<>();
    for (int i = 0; i < at.size(); i++) {
      DenseTensor own = at.get(i);
      x.add(i == which ? Dual.of(own, dot, JvpRules.PAGE) : Dual.constant(own));
    }
    return function.apply(x).tangent();
  }
}
