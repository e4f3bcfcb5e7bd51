package dev.backproof.mlp.train;

import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.autodiff.program.plan.Plan;
import dev.backproof.autodiff.program.plan.Planner;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.mlp.DeepParameters;
import dev.backproof.mlp.data.Dataset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of a training by one program, planned for each size of minibatch that comes; parameters
 * and velocities are overwritten in place.
 */
final class DeepRun {
  private final DeepStep step;
  private final Program program;
  private final List<Shape> shapes = new ArrayList<>();
  private final double[][] in;
  private final double[][] out;
  private final Map<Integer, Plan> plans = new HashMap<>();

  DeepRun(TrainingSettings settings, TrainingState from) {
    step = settings.step();
    program = Optimizer.optimize(step.minibatch());
    List<Double> scalars = settings.scalars();
    in = new double[step.state() + 2 + scalars.size()][];
    out = new double[step.state() + 1][];
    out[0] = new double[1];
    for (int i = 0; i < scalars.size(); i++) {
      in[step.state() + 2 + i] = new double[] {scalars.get(i)};
    }
    List<DenseTensor> parts = parts(from.parameters(), from.velocities());
    for (int i = 0; i < step.state(); i++) {
      shapes.add(parts.get(i).shape());
      in[i] = parts.get(i).toArray();
      out[i + 1] = in[i];
    }
  }

  private static List<DenseTensor> parts(
      DeepParameters<DenseTensor> parameters, Optional<DeepParameters<DenseTensor>> velocities) {
    List<DenseTensor> parts = new ArrayList<>(parameters.list());
    velocities.ifPresent(v -> parts.addAll(v.list()));
    return parts;
  }

  /** Takes a step, and gives the loss before it. */
  double step(Dataset batch) {
    in[step.state()] = batch.examples().toArray();
    in[step.state() + 1] = batch.labels().toArray();
    plans.computeIfAbsent(batch.size(), n -> plan(batch)).run(in, out);
    return out[0][0];
  }

  private Plan plan(Dataset batch) {
    List<Shape> all = new ArrayList<>(shapes);
    all.add(batch.examples().shape());
    all.add(batch.labels().shape());
    step.scalars().forEach(name -> all.add(Shape.SCALAR));
    return Planner.standard().overwriting(1, 0, step.state()).plan(program, all);
  }

  /** Parameters, and velocities if there are any, as they are now. */
  List<DenseTensor> state() {
    List<DenseTensor> parts = new ArrayList<>();
    for (int i = 0; i < step.state(); i++) {
      parts.add(DenseTensor.of(shapes.get(i), in[i]));
    }
    return parts;
  }

  DeepParameters<DenseTensor> parameters() {
    return DeepParameters.of(state().subList(0, step.parameters()));
  }

  Optional<DeepParameters<DenseTensor>> velocities() {
    return step.momentum()
        ? Optional.of(DeepParameters.of(state().subList(step.parameters(), step.state())))
        : Optional.empty();
  }

  /** Goes back to another state. */
  void reset(List<DenseTensor> state) {
    for (int i = 0; i < step.state(); i++) {
      double[] entries = state.get(i).toArray();
      System.arraycopy(entries, 0, in[i], 0, entries.length);
    }
  }

  /** Whether every entry is a number. */
  boolean isFinite() {
    for (int i = 0; i < step.state(); i++) {
      for (double entry : in[i]) {
        if (!Double.isFinite(entry)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The operands of a step from a state. */
  List<DenseTensor> operands(List<DenseTensor> state, Dataset batch) {
    List<DenseTensor> operands = new ArrayList<>(state);
    operands.add(batch.examples());
    operands.add(batch.labels());
    for (int i = operands.size(); i < in.length; i++) {
      operands.add(DenseTensor.scalar(in[i][0]));
    }
    return operands;
  }
}
