package dev.backproof.verify.fault;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A formula in which one operation, counted from 0 in the order of the computation, goes wrong.
 *
 * @param formula the right one
 * @param wrong the number of the operation
 */
public record PerturbedFormula(Formula formula, int wrong) implements Formula {
  /**
   * The operations whose value the result varies with, by number.
   *
   * <p>Left out are those that are computed for another part of the same derivation, and those that
   * reach the result only through a mask, a comparison or a detached value: near the point the
   * result does not depend on them. So the shift of softmax is left out, which cancels (claim 3.1),
   * and hᵃ where it is only compared with 0.
   */
  public static SortedMap<Integer, Op> operations(Formula formula, List<DenseTensor> at) {
    Perturbed.Log log = new Perturbed.Log(-1);
    int result = formula.apply(wrap(at, log)).number();
    List<Perturbed.Step> steps = log.steps();
    SortedMap<Integer, Op> live = new TreeMap<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(result));
    while (!open.isEmpty()) {
      int number = open.pop();
      if (number < 0 || live.containsKey(number)) {
        continue;
      }
      Perturbed.Step step = steps.get(number);
      if (step.op().primitive() == Primitive.DETACH) {
        continue;
      }
      live.put(number, step.op());
      for (int which = 0; which < step.operands().size(); which++) {
        if (step.op().flows(which)) {
          open.push(step.operands().get(which));
        }
      }
    }
    return live;
  }

  @Override
  public <T extends Tensor<T>> T apply(List<T> operands) {
    return formula.apply(wrap(operands, new Perturbed.Log(wrong))).value();
  }

  private static <T extends Tensor<T>> List<Perturbed<T>> wrap(
      List<T> operands, Perturbed.Log log) {
    return operands.stream().map(operand -> Perturbed.operand(operand, log)).toList();
  }

  @Override
  public OptionalInt arity() {
    return formula.arity();
  }
}
