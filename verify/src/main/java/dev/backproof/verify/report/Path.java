package dev.backproof.verify.report;

import dev.backproof.autodiff.rule.Application;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One use of a value: the operations from the result back to the operand, each with the number of
 * the operand the way leads to.
 */
record Path(List<Step> steps) {

  /** One operation on the way back. */
  record Step(Var<DenseTensor> at, int which) {}

  Path {
    steps = List.copyOf(steps);
  }

  /** This and one operation more. */
  Path then(Var<DenseTensor> at, int which) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(new Step(at, which));
    return new Path(longer);
  }

  /** Whether a derivative flows all the way. */
  boolean flows() {
    return steps.stream().allMatch(s -> s.at().isRecorded() && s.at().op().flows(s.which()));
  }

  /** Which operand of the result the way goes through. */
  int operand() {
    return steps.get(0).which();
  }

  /** The operation that is the last on the way back. */
  Var<DenseTensor> last() {
    return steps.get(steps.size() - 1).at();
  }

  List<Op> operations() {
    return steps.stream().map(step -> step.at().op()).toList();
  }

  /** Whether all arrays on the way are small enough to be written out. */
  boolean isWhole() {
    return steps.stream()
        .allMatch(
            step ->
                ValueText.isWhole(step.at().primal())
                    && step.at().parents().stream().allMatch(p -> ValueText.isWhole(p.primal())));
  }

  /** A cotangent of the result pulled back, in the reading that knows each value as something. */
  <T extends Tensor<T>> T pull(VjpRules rules, T bar, Function<Var<DenseTensor>, T> reading) {
    T at = bar;
    for (Step step : steps) {
      Var<DenseTensor> v = step.at();
      List<T> operands = v.parents().stream().map(reading).toList();
      at = rules.pull(Application.of(v.op(), operands, reading.apply(v)), step.which(), at);
    }
    return at;
  }
}
