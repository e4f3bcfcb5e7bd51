package dev.backproof.core.witness;

import dev.backproof.core.DenseTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The values of a function at the eleven points x + k·(h/2)·v that two 7-point rules and four
 * one-sided slopes want, k in −6, −4, −3 … 3, 4, 6.
 */
final class Stencil {
  private static final int REACH = 6;
  private static final double UNIT_ROUNDOFF = 0x1p-53;
  private static final double OPERATIONS = 16;

  /** The 7-point rule with half steps, (45·δ₁ − 9·δ₂ + δ₃)/60. */
  private static final Rule NEAR = Rule.odd(1, 45.0 / 60, 2, -9.0 / 60, 3, 1.0 / 60);

  /** The same with whole steps. */
  private static final Rule FAR = Rule.odd(2, 45.0 / 120, 4, -9.0 / 120, 6, 1.0 / 120);

  /** A rule of the same order that sees kinks elsewhere: where the two above err alike. */
  private static final Rule UNEVEN = Rule.odd(2, 81.0 / 160, 3, -8.0 / 45, 6, 1.0 / 288);

  /** The absolute coefficients of the three rules. */
  private static final double COEFFICIENTS = 11.0 / 6 + 11.0 / 12 + 11.0 / 8;

  /** The weight c of c·max(0, t), which is even but for a slope; blind to t² … t⁸. */
  private static final Rule KINK =
      Rule.even(1, 144.0 / 49, 2, -45.0 / 28, 3, 80.0 / 147, 4, -9.0 / 98, 6, 1.0 / 588);

  private final double h;
  private final List<double[]> values;
  private final double pointError;

  private Stencil(double h, List<double[]> values, double pointError) {
    this.h = h;
    this.values = values;
    this.pointError = pointError;
  }

  static Stencil of(
      Function<List<DenseTensor>, DenseTensor> f,
      List<DenseTensor> at,
      List<DenseTensor> directions,
      double h) {
    List<double[]> values = new ArrayList<>();
    double error = 0;
    for (int k = -REACH; k <= REACH; k++) {
      if (Math.abs(k) == 5) {
        values.add(new double[0]);
        continue;
      }
      List<DenseTensor> point = new ArrayList<>(at);
      for (int i = 0; i < directions.size(); i++) {
        Step step = Step.of(at.get(i), directions.get(i), k * h / 2);
        point.set(i, step.point());
        error = Math.max(error, step.error());
      }
      values.add(f.apply(point).toArray());
    }
    return new Stencil(h, values, error);
  }

  static boolean isFinite(DenseTensor value) {
    return allFinite(value.toArray());
  }

  private static boolean allFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A point x + t·v and by how much, relative to v, rounding has bent it: the largest |rounding
   * error / v|.
   */
  private record Step(DenseTensor point, double error) {
    static Step of(DenseTensor x, DenseTensor v, double t) {
      double[] moved = x.toArray();
      double error = 0;
      for (int i = 0; i < moved.length; i++) {
        if (v.at(i) != 0) {
          moved[i] = Math.fma(t, v.at(i), x.at(i));
          double bent = Math.abs(Math.fma(t, v.at(i), x.at(i) - moved[i]));
          error = Math.max(error, bent / Math.abs(v.at(i)));
        }
      }
      return new Step(DenseTensor.of(x.shape(), moved), error);
    }
  }

  /** Sums over k of weights times f(k) − f(−k), or f(k) + f(−k) − 2·f(0), over half a step. */
  private static final class Rule {
    private final int sign;
    private final double[] pairs;

    private Rule(int sign, double[] pairs) {
      this.sign = sign;
      this.pairs = pairs;
    }

    /** Of differences: each k and its weight. */
    static Rule odd(double... pairs) {
      return new Rule(-1, pairs);
    }

    /** Of sums: each k and its weight. */
    static Rule even(double... pairs) {
      return new Rule(1, pairs);
    }

    double[] of(Stencil at) {
      double[] center = at.value(0);
      double[] sum = new double[center.length];
      for (int p = 0; p < pairs.length; p += 2) {
        int k = (int) pairs[p];
        for (int i = 0; i < sum.length; i++) {
          double behind = at.value(-k)[i] - center[i];
          double ahead = at.value(k)[i] - center[i];
          sum[i] += pairs[p + 1] * (ahead + sign * behind) / (at.h / 2);
        }
      }
      return sum;
    }
  }

  Estimate estimate(
      DenseTensor w, OptionalDouble evaluationError, double leastScale, double tolerance) {
    double size = 0;
    for (double[] value : values) {
      if (!allFinite(value)) {
        return Estimate.none("a value within " + 3 * h + " steps of the point is not finite");
      }
      size = Math.max(size, absolute(w, value));
    }
    double error = evaluationError.orElse(OPERATIONS * UNIT_ROUNDOFF * size);
    if (hasKink(w, error)) {
      return Estimate.none("a kink lies at the point or within " + 2 * h + " steps of it");
    }
    double[] slopes = NEAR.of(this);
    double value = contract(w, slopes);
    double slope = absolute(w, slopes);
    double truncation =
        Math.abs(contract(w, FAR.of(this)) - value)
            + Math.abs(contract(w, UNEVEN.of(this)) - value)
            + Math.abs(contract(w, KINK.of(this)));
    double rounding = COEFFICIENTS * (error + pointError * slope) / (h / 2);
    double bound = truncation + rounding;
    double scale = Math.max(Math.max(slope, size), leastScale);
    if (!(bound <= tolerance * scale)) {
      return Estimate.none(
          "the bound " + bound + " exceeds " + tolerance + " of the scale " + scale);
    }
    return Estimate.of(value, bound);
  }

  /** Whether the slopes to either side differ by more than their own errors explain. */
  private boolean hasKink(DenseTensor w, double error) {
    double right = oneSided(w, 1);
    double left = oneSided(w, -1);
    double explained =
        Math.abs(oneSided(w, 2) - right)
            + Math.abs(oneSided(w, -2) - left)
            + 8 * (error + pointError * Math.max(Math.abs(right), Math.abs(left))) / (h / 2);
    return Math.abs(right - left) > explained;
  }

  /** The slope (−3f₀ + 4f₁ − f₂)/2 to one side, with points {@code k} half steps apart. */
  private double oneSided(DenseTensor w, int k) {
    double[] near = value(k);
    double[] far = value(2 * k);
    double[] center = value(0);
    double[] slope = new double[center.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = (4 * (near[i] - center[i]) - (far[i] - center[i])) / (k * h);
    }
    return contract(w, slope);
  }

  private double[] value(int k) {
    return values.get(k + REACH);
  }

  private static double contract(DenseTensor w, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += w.at(i) * x[i];
    }
    return sum;
  }

  private static double absolute(DenseTensor w, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.abs(w.at(i) * x[i]);
    }
    return sum;
  }
}
