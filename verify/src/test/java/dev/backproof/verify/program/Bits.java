package dev.backproof.verify.program;

import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.plan.Plan;
import dev.backproof.core.DenseTensor;
import dev.backproof.verify.check.Bound;
import dev.backproof.verify.check.RunningError;
import java.util.Arrays;
import java.util.List;

/** Results of programs and plans, compared. */
final class Bits {
  private Bits() {}

  /** The entries of inputs, in arrays of their own. */
  static double[][] arrays(List<DenseTensor> tensors) {
    return tensors.stream().map(DenseTensor::toArray).toArray(double[][]::new);
  }

  /** Arrays for the outputs of a plan, with NaN in them. */
  static double[][] outputs(Plan plan) {
    double[][] out =
        plan.results().stream().map(s -> new double[s.count()]).toArray(double[][]::new);
    Arrays.stream(out).forEach(array -> Arrays.fill(array, Double.NaN));
    return out;
  }

  static double[][] run(Plan plan, List<DenseTensor> inputs) {
    double[][] out = outputs(plan);
    plan.run(arrays(inputs), out);
    return out;
  }

  /** Whether all entries are the same, a zero with either sign, NaN only beside NaN. */
  static boolean areSame(double[][] a, double[][] b) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        if (a[i][j] != b[i][j] && !(Double.isNaN(a[i][j]) && Double.isNaN(b[i][j]))) {
          return false;
        }
      }
    }
    return a.length == b.length;
  }

  /** The first difference larger than both error bounds; empty if there is none. */
  static String difference(double[][] a, List<RunningError> boundA, double[][] b, Walk walkB) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        double mu = boundA.get(i).mu().at(j) + walkB.outputs().get(i).mu().at(j);
        // the bound is a sum in float64 itself
        if (!(Math.abs(a[i][j] - b[i][j]) <= Bound.U * mu * (1 + 1e-9))) {
          return "output " + i + ", entry " + j + ": " + a[i][j] + " and " + b[i][j];
        }
      }
    }
    return "";
  }

  static boolean hasProduct(Program program) {
    return program.toString().contains("matmul");
  }
}
