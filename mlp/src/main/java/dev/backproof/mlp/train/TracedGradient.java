package dev.backproof.mlp.train;

import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.autodiff.program.plan.Plan;
import dev.backproof.autodiff.program.plan.Planner;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.mlp.Parameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gradients by programs: recorded, optimised and planned once for all operands of a shape. */
final class TracedGradient implements GradientSource {
  private final TrainingStep step;
  private final Map<List<Shape>, Plan> plans = new HashMap<>();

  TracedGradient(TrainingStep step) {
    this.step = step;
  }

  @Override
  public synchronized Parameters<DenseTensor> gradient(
      Parameters<DenseTensor> p, DenseTensor x, DenseTensor y) {
    List<DenseTensor> in = new ArrayList<>(p.list());
    in.add(x);
    in.add(y);
    List<Shape> shapes = in.stream().map(Tensor::shape).toList();
    return Parameters.of(
        plans.computeIfAbsent(shapes, s -> plan(s, x.shape().rank() == 1)).run(in));
  }

  private Plan plan(List<Shape> shapes, boolean oneExample) {
    Size n = Size.symbol("n");
    Size d = Size.symbol("d");
    return Planner.standard()
        .plan(
            Optimizer.optimize(
                oneExample
                    ? step.gradientOnly(Shape.of(d), Shape.SCALAR)
                    : step.gradientOnly(Shape.of(n, d), Shape.of(n))),
            shapes);
  }
}
