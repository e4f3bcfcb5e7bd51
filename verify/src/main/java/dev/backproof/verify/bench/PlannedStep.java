package dev.backproof.verify.bench;

import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.autodiff.program.plan.Plan;
import dev.backproof.autodiff.program.plan.Planner;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Tensor;
import java.util.List;

/** A step as a program: optimised, planned, its new parameters written over the old ones. */
final class PlannedStep implements Step {
  private final Plan plan;
  private final double[][] in;
  private final double[][] out;

  private PlannedStep(Plan plan, double[][] in, double[][] out) {
    this.plan = plan;
    this.in = in;
    this.out = out;
  }

  /**
   * Of a program whose output 0 is a loss and whose next outputs are the new values of its first
   * inputs.
   *
   * @param parameters how many of them
   */
  static PlannedStep of(Program recorded, List<DenseTensor> operands, int parameters) {
    double[][] in = operands.stream().map(DenseTensor::toArray).toArray(double[][]::new);
    double[][] out = new double[parameters + 1][];
    out[0] = new double[1];
    System.arraycopy(in, 0, out, 1, parameters);
    return new PlannedStep(plan(Optimizer.optimize(recorded), operands, parameters), in, out);
  }

  /** The plan in which the new parameters take the place of the old ones. */
  static Plan plan(Program optimised, List<DenseTensor> operands, int parameters) {
    return Planner.standard()
        .overwriting(1, 0, parameters)
        .plan(optimised, operands.stream().map(Tensor::shape).toList());
  }

  @Override
  public double run() {
    plan.run(in, out);
    return out[0][0];
  }

  /** A parameter as it is now. */
  double[] parameter(int number) {
    return in[number].clone();
  }
}
