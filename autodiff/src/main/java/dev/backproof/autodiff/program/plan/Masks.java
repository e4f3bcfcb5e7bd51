package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.pass.Role;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import java.util.List;
import java.util.Optional;

/**
 * Masks [z &gt; 0] that do nothing but select: no number is made of them, z is compared where they
 * select.
 */
final class Masks {
  private final Body body;
  private final List<List<Integer>> readers;

  Masks(Body body) {
    this.body = body;
    this.readers = body.program().readers();
  }

  /** Whether no number has to be made of the result of an instruction. */
  boolean onlySelects(Instruction line) {
    int mask = line.result();
    Op op = Body.op(line);
    return op.primitive() == Primitive.MAP
        && op.elementary() == Elementary.STEP
        && body.role(mask) == Role.FULL
        && !body.outputs().contains(mask)
        && readers.get(mask).stream()
            .map(at -> body.program().instructions().get(at))
            .allMatch(reader -> selectsBy(reader, mask));
  }

  private boolean selectsBy(Instruction reader, int mask) {
    List<Integer> operands = reader.operands();
    return Body.op(reader).primitive() == Primitive.WHERE
        && operands.get(0) == mask
        && !operands.subList(1, operands.size()).contains(mask)
        && body.phases().of(reader.result()) == body.phases().of(mask);
  }

  /** The z by whose sign an instruction selects, if its mask does nothing else. */
  Optional<Integer> argument(Instruction line) {
    if (Body.op(line).primitive() != Primitive.WHERE || body.isInput(line.operands().get(0))) {
      return Optional.empty();
    }
    Instruction mask = body.line(line.operands().get(0));
    return onlySelects(mask) ? Optional.of(mask.operands().get(0)) : Optional.empty();
  }
}
