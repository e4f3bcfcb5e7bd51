package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.plan.Product.Operand;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.blas.MatrixProduct;
import java.util.List;

/** Finds how the operands of a product are stored: transposes and unit axes cost nothing. */
final class ProductOperands {
  private final Body body;
  private final List<Integer> slots;

  ProductOperands(Body body, List<Integer> slots) {
    this.body = body;
    this.slots = slots;
  }

  Product product(MatrixProduct kernel, Instruction line) {
    int a = line.operands().get(0);
    int b = line.operands().get(1);
    int[] left = body.shape(a).extents();
    int[] right = body.shape(b).extents();
    return new Product(kernel, operand(a), operand(b), left[0], right[1], left[1]);
  }

  private Operand operand(int value) {
    boolean transposed = false;
    int at = value;
    Shape stored = body.shape(value);
    boolean viewed = false;
    while (!body.isInput(at)) {
      Instruction line = body.line(at);
      int from = line.operands().get(0);
      if (Body.op(line).primitive() == Primitive.PERMUTE) {
        if (viewed) {
          throw new IllegalArgumentException("plan: a transpose below another view");
        }
        transposed = !transposed;
        stored = body.shape(from);
      } else {
        viewed = true;
      }
      at = from;
    }
    return new Operand(slots.get(at), transposed, stored.extents()[1]);
  }
}
