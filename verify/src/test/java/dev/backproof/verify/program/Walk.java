package dev.backproof.verify.program;

import dev.backproof.autodiff.program.Fusion;
import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Single;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.verify.check.Bound;
import dev.backproof.verify.check.RunningError;
import java.util.ArrayList;
import java.util.List;

/**
 * A program run with error bounds, instruction by instruction: whether all that it computes is
 * finite, and every comparison is decided by more than the rounding errors.
 */
final class Walk {
  private final List<RunningError> outputs;
  private boolean tame = true;

  private Walk(Program program, List<DenseTensor> inputs) {
    Program bound = program;
    var sizes = program.sizes(inputs.stream().map(DenseTensor::shape).toList());
    if (!sizes.isEmpty()) {
      bound = program.mapSizes(size -> size.substitute(sizes));
    }
    outputs = walk(bound, inputs.stream().map(RunningError::of).toList(), inputs.get(0));
  }

  static Walk of(Program program, List<DenseTensor> inputs) {
    return new Walk(program, inputs);
  }

  /** Whether the bounds of the outputs mean something. */
  boolean isTame() {
    return tame;
  }

  List<RunningError> outputs() {
    return outputs;
  }

  private List<RunningError> walk(Program program, List<RunningError> given, DenseTensor any) {
    RunningError lender = RunningError.of(any);
    RunningError[] values = new RunningError[program.shapes().size()];
    for (int i = 0; i < given.size(); i++) {
      values[i] = given.get(i);
    }
    for (Instruction line : program.instructions()) {
      List<RunningError> operands = new ArrayList<>();
      line.operands().forEach(v -> operands.add(values[v]));
      List<RunningError> results;
      if (line.operation() instanceof Fusion fusion) {
        results = walk(fusion.body(), operands, any);
      } else {
        Op op = ((Single) line.operation()).op();
        tame &= decides(op, operands);
        results = line.operation().apply(lender, operands);
        tame &= isFinite(results.get(0).value()) && isFinite(results.get(0).mu());
      }
      for (int i = 0; i < results.size(); i++) {
        values[line.results().get(i)] = results.get(i);
      }
    }
    List<RunningError> given2 = new ArrayList<>();
    program.outputs().forEach(v -> given2.add(values[v]));
    return given2;
  }

  private static boolean isFinite(DenseTensor x) {
    for (int i = 0; i < x.count(); i++) {
      if (!Double.isFinite(x.at(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean decides(Op op, List<RunningError> operands) {
    return switch (op.primitive()) {
      case EQUAL, GREATER -> isApart(operands.get(0), operands.get(1));
      case WHERE -> isApart(operands.get(0), zero());
      case MAP ->
          (op.elementary() != Elementary.STEP && op.elementary() != Elementary.SIGN)
              || isApart(operands.get(0), zero());
      default -> true;
    };
  }

  private static RunningError zero() {
    return RunningError.of(DenseTensor.scalar(0));
  }

  /** Whether each pair of entries is exact, or further apart than their errors. */
  private static boolean isApart(RunningError a, RunningError b) {
    DenseTensor gap = a.value().minus(b.value()).map(Elementary.ABS);
    DenseTensor errors = a.mu().plus(b.mu());
    for (int i = 0; i < gap.count(); i++) {
      if (errors.at(i) > 0 && !(gap.at(i) > 2 * Bound.U * errors.at(i))) {
        return false;
      }
    }
    return true;
  }
}
