package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.pass.Role;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a product goes that the walk reads: into the array of a result that is written when the
 * product has been read for the last time.
 */
final class ProductTarget {
  private ProductTarget() {}

  /** The result whose array is used; nothing if none serves. */
  static Optional<Integer> of(Body body) {
    int product = Objects.requireNonNull(body.product()).result();
    if (body.outputs().contains(product)) {
      return Optional.of(product);
    }
    int lastRead = lastRead(body, product);
    return body.outputs().stream()
        .filter(output -> body.region().role(output) == Role.FULL)
        .filter(output -> body.position(output) >= lastRead)
        .findFirst();
  }

  /** The position of the last instruction that reads a value, in whatever view. */
  static int lastRead(Body body, int value) {
    int last = -1;
    List<Instruction> lines = body.program().instructions();
    for (int at = 0; at < lines.size(); at++) {
      boolean reads = lines.get(at).operands().stream().anyMatch(v -> body.source(v) == value);
      last = reads && !body.isView(lines.get(at)) ? at : last;
    }
    return last;
  }
}
