package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.pass.Role;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the result of a fused instruction is linear in its product, y = α·A·B + rest with a
 * scalar α: then the product is added to the rest by the multiplication itself.
 *
 * @param path the values between the product and the result, the result last
 * @param negative whether α has the sign −
 * @param factors the scalars whose product is α
 * @param rest what is left of the result without the product, a sum
 */
record LastProduct(List<Integer> path, boolean negative, List<Integer> factors, List<Rest> rest) {

  /**
   * A part of the rest.
   *
   * @param value which
   * @param negative whether it is subtracted
   * @param factors scalars it is multiplied by
   */
  record Rest(int value, boolean negative, List<Integer> factors) {}

  /** What the result is made of, if it is linear in the product and nothing else is read of it. */
  static Optional<LastProduct> of(Body body) {
    Instruction product = body.product();
    if (product == null || body.outputs().size() != 1) {
      return Optional.empty();
    }
    return new Finder(body).find(product.result());
  }

  /** Follows the product to the result. */
  private static final class Finder {
    private final Body body;
    private final List<List<Integer>> readers;
    private final List<Integer> path = new ArrayList<>();
    private final List<Integer> factors = new ArrayList<>();
    private final List<Rest> rest = new ArrayList<>();
    private boolean negative;

    Finder(Body body) {
      this.body = body;
      this.readers = body.program().readers();
    }

    Optional<LastProduct> find(int product) {
      int at = product;
      while (at != body.outputs().get(0)) {
        if (readers.get(at).size() != 1) {
          return Optional.empty();
        }
        Instruction line = body.program().instructions().get(readers.get(at).get(0));
        if (!follows(line, at)) {
          return Optional.empty();
        }
        at = line.result();
        path.add(at);
      }
      return readers.get(at).isEmpty() && body.role(at) == Role.FULL
          ? Optional.of(new LastProduct(path, negative, factors, rest))
          : Optional.empty();
    }

    private boolean follows(Instruction line, int from) {
      Op op = Body.op(line);
      List<Integer> operands = line.operands();
      if (operands.size() == 2 && operands.get(0).equals(operands.get(1))) {
        return false;
      }
      return switch (op.primitive()) {
        case TIMES, STRONG_TIMES -> scales(other(operands, from));
        case PLUS -> adds(other(operands, from), false);
        case MINUS -> subtracts(other(operands, from), operands.get(0) == from);
        case MAP -> op.elementary() == Elementary.NEGATE && negates();
        default -> false;
      };
    }

    private int other(List<Integer> operands, int from) {
      return operands.get(0) == from ? operands.get(1) : operands.get(0);
    }

    private boolean scales(int factor) {
      if (body.role(factor) != Role.SCALAR) {
        return false;
      }
      factors.add(factor);
      rest.replaceAll(
          part -> {
            List<Integer> more = new ArrayList<>(part.factors());
            more.add(factor);
            return new Rest(part.value(), part.negative(), more);
          });
      return true;
    }

    private boolean adds(int value, boolean negative) {
      rest.add(new Rest(value, negative, List.of()));
      return true;
    }

    private boolean subtracts(int value, boolean productFirst) {
      if (!productFirst) {
        negates();
      }
      return adds(value, productFirst);
    }

    private boolean negates() {
      negative = !negative;
      rest.replaceAll(part -> new Rest(part.value(), !part.negative(), part.factors()));
      return true;
    }
  }

  /** The values that are not made, since the product is added last. */
  Set<Integer> skipped() {
    return new HashSet<>(path);
  }
}
