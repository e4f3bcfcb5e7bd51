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
    double[] slopes = central(1, w.count());
    double value = contract(w, slopes);
    double slope = absolute(w, slopes);
    double truncation = Math.abs(contract(w, central(2, w.count())) - value);
    double rounding = 11.0 / 6 * (error + pointError * slope) / (h / 2);
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

  /** The 7-point rule (45·δ₁ − 9·δ₂ + δ₃)/60, with points {@code k} half steps apart. */
  private double[] central(int k, int count) {
    double[] slope = new double[count];
    for (int i = 0; i < count; i++) {
      double first = value(k)[i] - value(-k)[i];
      double second = value(2 * k)[i] - value(-2 * k)[i];
      double third = value(3 * k)[i] - value(-3 * k)[i];
      slope[i] = (45 * first - 9 * second + third) / (60 * (k * h / 2));
    }
    return slope;
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
