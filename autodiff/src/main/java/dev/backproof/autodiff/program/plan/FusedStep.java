package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.core.blas.MatrixProduct;
import java.util.List;

/** Chooses how a fused instruction is carried out: by a class made for it, or by interpretation. */
final class FusedStep {
  private final Body body;
  private final List<Integer> operands;
  private final List<Integer> results;
  private final Arena arena;
  private final MatrixProduct kernel;

  FusedStep(
      Body body, List<Integer> operands, List<Integer> results, Arena arena, MatrixProduct kernel) {
    this.body = body;
    this.operands = operands;
    this.results = results;
    this.arena = arena;
    this.kernel = kernel;
  }

  Step make(boolean generates) {
    Instruction line = body.product();
    boolean inWalk = body.multipliesInWalk();
    if (!generates
        || !body.isShort()
        || (line != null && !inWalk && body.lastProduct().isPresent())) {
      return RegionCompiler.compile(body, operands, results, arena, kernel);
    }
    if (line == null) {
      return GeneratedWalk.make(code -> new WalkGenerator(body, slots(), null, -1, code).emit());
    }
    Product product = new ProductOperands(body, operands).product(kernel, line);
    if (inWalk) {
      return GeneratedWalk.make(code -> new WalkGenerator(body, slots(), product, -1, code).emit());
    }
    int target =
        ProductTarget.of(body)
            .map(this::result)
            .orElseGet(() -> arena.add(new double[body.shape(line.result()).count()]));
    Step walk =
        GeneratedWalk.make(code -> new WalkGenerator(body, slots(), null, target, code).emit());
    return memory -> {
      product.run(memory, 1, 0, target);
      walk.run(memory);
    };
  }

  private int result(int value) {
    int at = body.outputs().indexOf(value);
    return at < 0 ? -1 : results.get(at);
  }

  private WalkGenerator.Slots slots() {
    return new WalkGenerator.Slots() {
      @Override
      public int operand(int value) {
        return operands.get(value);
      }

      @Override
      public int result(int value) {
        return FusedStep.this.result(value);
      }

      @Override
      public int add(int length) {
        return arena.add(new double[length]);
      }
    };
  }
}
