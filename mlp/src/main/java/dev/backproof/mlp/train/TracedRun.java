package dev.backproof.mlp.train;

import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.autodiff.program.plan.Plan;
import dev.backproof.autodiff.program.plan.Planner;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.data.Dataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Training by one program, planned for each size of minibatch that comes; the parameters are
 * overwritten in place.
 */
final class TracedRun implements Steps.Run {
  private final Program program;
  private final List<Shape> shapes;
  private final double[][] in = new double[Parameters.COUNT + 3][];
  private final double[][] out = new double[Parameters.COUNT + 1][];
  private final Map<Integer, Plan> plans = new HashMap<>();

  TracedRun(TrainingStep step, Parameters<DenseTensor> start, double eta) {
    if (step.penalised()) {
      throw new IllegalArgumentException(
          "training: traced steps take no penalty; take eager ones, whose gradient has it");
    }
    program = Optimizer.optimize(step.minibatch());
    shapes = start.list().stream().map(Tensor::shape).toList();
    out[0] = new double[1];
    for (int i = 0; i < Parameters.COUNT; i++) {
      in[i] = start.list().get(i).toArray();
      out[i + 1] = in[i];
    }
    in[Parameters.COUNT + 2] = new double[] {eta};
  }

  @Override
  public void step(Dataset batch) {
    in[Parameters.COUNT] = batch.examples().toArray();
    in[Parameters.COUNT + 1] = batch.labels().toArray();
    plans.computeIfAbsent(batch.size(), n -> plan(batch)).run(in, out);
  }

  private Plan plan(Dataset batch) {
    List<Shape> all = new ArrayList<>(shapes);
    all.add(batch.examples().shape());
    all.add(batch.labels().shape());
    all.add(Shape.SCALAR);
    return Planner.standard().overwriting(1, 0, Parameters.COUNT).plan(program, all);
  }

  @Override
  public Parameters<DenseTensor> parameters() {
    List<DenseTensor> parts = new ArrayList<>();
    for (int i = 0; i < Parameters.COUNT; i++) {
      parts.add(DenseTensor.of(shapes.get(i), in[i]));
    }
    return Parameters.of(parts);
  }
}
