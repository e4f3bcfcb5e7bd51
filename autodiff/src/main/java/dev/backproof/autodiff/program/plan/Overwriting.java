package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.pass.Role;
import dev.backproof.core.Primitive;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a fused instruction may write a result over one of its operands: it may if each entry of
 * the operand has been read for the last time when it is overwritten.
 */
final class Overwriting {
  private final Body body;
  private final boolean productIsLast;
  private final Optional<Integer> target;

  /**
   * About one fused instruction.
   *
   * @param generates whether a class may be made of it, which multiplies small matrices as it walks
   */
  Overwriting(Body body, boolean generates) {
    this.body = body;
    this.productIsLast = body.lastProduct().isPresent() || (generates && body.multipliesInWalk());
    this.target =
        body.product() == null || productIsLast ? Optional.empty() : ProductTarget.of(body);
  }

  /**
   * Whether it may.
   *
   * @param input an operand, as the body numbers it
   * @param output a result of the same shape
   */
  boolean isSafe(int input, int output) {
    if (target.isPresent() && target.get() == output) {
      return false;
    }
    Role role = Objects.requireNonNull(body.region().role(output));
    List<Instruction> lines = body.program().instructions();
    for (int at = 0; at < lines.size(); at++) {
      Instruction line = lines.get(at);
      boolean reads =
          !body.isView(line) && line.operands().stream().anyMatch(v -> body.source(v) == input);
      if ((reads && !isDone(line, at, role, output, input)) || showsOtherwise(line, input)) {
        return false;
      }
    }
    return !(productIsLast && !role.isTotal() && multiplies(input));
  }

  private boolean isDone(Instruction line, int at, Role role, int output, int input) {
    if (line.equals(body.product())) {
      return !productIsLast || role.isTotal();
    }
    if (role.isTotal()) {
      Role reader = body.region().role(line.result());
      return reader == null || !reader.isTotal() || at <= body.position(output);
    }
    return role == Role.FULL
        && body.phases().isMadeBy(line.result(), output)
        && body.role(input) == Role.FULL
        && line.operands().stream().allMatch(v -> body.source(v) != input || v == input)
        && readsRow(line);
  }

  /** Whether an instruction reads a row as it is gone through, not when the row is done. */
  private boolean readsRow(Instruction line) {
    Primitive primitive = Body.op(line).primitive();
    return body.region().role(line.result()) == Role.FULL
        || primitive == Primitive.SUM
        || primitive == Primitive.MAX;
  }

  /** Whether an instruction reads the operand in another view, so that places do not match. */
  private boolean showsOtherwise(Instruction line, int input) {
    return body.isView(line) && body.source(line.result()) == input && !isTotalOnly(line);
  }

  private boolean isTotalOnly(Instruction line) {
    return body.region().role(line.result()) == null;
  }

  private boolean multiplies(int input) {
    Instruction product = body.product();
    return product != null
        && product.operands().stream().anyMatch(operand -> reaches(operand, input));
  }

  private boolean reaches(int value, int input) {
    if (body.isInput(value)) {
      return value == input;
    }
    return body.line(value).operands().stream().anyMatch(operand -> reaches(operand, input));
  }
}
