package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.pass.Role;
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
    return body.outputs().stream()
        .filter(output -> body.region().role(output) == Role.FULL)
        .filter(output -> isReadBy(body, product, output))
        .findFirst();
  }

  /** Whether all that reads a value, in whatever view, has read it when an output is written. */
  private static boolean isReadBy(Body body, int value, int output) {
    return body.program().instructions().stream()
        .filter(line -> !body.isView(line))
        .filter(line -> line.operands().stream().anyMatch(v -> body.source(v) == value))
        .allMatch(line -> body.phases().isMadeBy(line.result(), output));
  }
}
