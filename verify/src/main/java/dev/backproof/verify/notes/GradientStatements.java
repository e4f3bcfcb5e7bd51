package dev.backproof.verify.notes;

import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import java.util.List;

/** Short ways to write down the gradient statements of the network's claims. */
final class GradientStatements {
  /**
   * Where the loss of the network has kinks: where a hidden preactivation is 0, which a bias can
   * make it.
   */
  static final List<Kinks> HIDDEN = List.of(new Kinks(Formula.ofList(NetworkFormulas::ha), 1));

  /** Kinks where an entry of the first operand is 0. */
  static final List<Kinks> AT_ZERO =
      List.of(new Kinks(Formula.ofList(GradientStatements::first), 0));

  private GradientStatements() {}

  private static <T extends Tensor<T>> T first(List<T> in) {
    return in.get(0);
  }

  /** A statement about the whole network, differentiated by one of its operands. */
  static Statement endToEnd(String label, int which, Formula.OfList right) {
    return new Statement.Gradient(
        label,
        NetworkFormulas.EXAMPLE,
        Formula.ofList(NetworkFormulas::loss),
        which,
        Formula.ofList(right),
        HIDDEN);
  }

  /** A statement about one layer without kinks, differentiated by its first operand. */
  static Statement local(String label, List<Operand> operands, Formula function, Formula right) {
    return new Statement.Gradient(label, operands, function, 0, right, List.of());
  }

  /**
   * A statement about one layer whose first operand, by which it is differentiated, has kinks at 0.
   */
  static Statement kinked(String label, List<Operand> operands, Formula function, Formula right) {
    return new Statement.Gradient(label, operands, function, 0, right, AT_ZERO);
  }
}
