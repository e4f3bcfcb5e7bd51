package dev.backproof.autodiff.program.pass;

import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Single;
import dev.backproof.autodiff.program.Traced;
import dev.backproof.core.Primitive;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A replacement: where the left side of an equation is found, the right side is recorded instead.
 *
 * <p>Both sides are equal wherever all that is computed on either is finite. Where 0 meets ∞ they
 * may differ, as a ⊛ b and a · b do. Both are programs of the same inputs, so that an equation can
 * be proved.
 *
 * @param name the equation, for reading
 * @param left what is looked for; a symbol of its shapes stands for any extent
 * @param right what is put in its place
 * @param condition what must hold of the values found, besides
 */
public record Rewrite(
    String name, Program left, Program right, BiPredicate<Rewriter, List<Traced>> condition) {

  /** An equation about one thing. */
  interface Law1 {
    /** Both sides. */
    <T extends Tensor<T>> Equation<T> of(T a);
  }

  /** An equation about two things. */
  interface Law2 {
    /** Both sides. */
    <T extends Tensor<T>> Equation<T> of(T a, T b);
  }

  /** An equation about three things. */
  interface Law3 {
    /** Both sides. */
    <T extends Tensor<T>> Equation<T> of(T a, T b, T c);
  }

  static Rewrite of(String name, Input a, Law1 law) {
    return of(name, List.of(a), x -> law.of(x.get(0)));
  }

  static Rewrite of(String name, Input a, Input b, Law2 law) {
    return of(name, List.of(a, b), x -> law.of(x.get(0), x.get(1)));
  }

  static Rewrite of(String name, Input a, Input b, Input c, Law3 law) {
    return of(name, List.of(a, b, c), x -> law.of(x.get(0), x.get(1), x.get(2)));
  }

  private interface Sides {
    Equation<Traced> of(List<Traced> variables);
  }

  private static Rewrite of(String name, List<Input> variables, Sides sides) {
    return new Rewrite(
        name,
        DeadCode.drop(Program.trace(variables, x -> List.of(sides.of(x).left()))),
        DeadCode.drop(Program.trace(variables, x -> List.of(sides.of(x).right()))),
        (rewriter, values) -> true);
  }

  /** This replacement, made only where a condition holds too. */
  Rewrite where(BiPredicate<Rewriter, List<Traced>> another) {
    return new Rewrite(name, left, right, condition.and(another));
  }

  /** The operation at the top of the left side, which is what it is looked for by. */
  Primitive root() {
    return ((Single) top().operation()).op().primitive();
  }

  /** The last instruction of the left side. */
  Instruction top() {
    return left.instructions().get(left.instructions().size() - 1);
  }

  @Override
  public String toString() {
    return name;
  }
}
