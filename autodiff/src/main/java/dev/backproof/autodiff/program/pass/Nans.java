package dev.backproof.autodiff.program.pass;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Single;
import dev.backproof.core.Op;
import java.util.BitSet;
import java.util.List;

/** Where a NaN is seen: the values of a program of which a NaN makes some output NaN. */
final class Nans {
  private Nans() {}

  /** The values whose NaN reaches an output. */
  static BitSet seen(Program program) {
    BitSet seen = new BitSet();
    program.outputs().forEach(seen::set);
    List<Instruction> lines = program.instructions();
    for (int at = lines.size() - 1; at >= 0; at--) {
      Instruction line = lines.get(at);
      if (line.operation() instanceof Single single
          && passesOn(single.op())
          && seen.get(line.result())) {
        line.operands().forEach(seen::set);
      }
    }
    return seen;
  }

  /** Whether a NaN in any operand makes a NaN, whatever the others are. */
  private static boolean passesOn(Op op) {
    return switch (op.primitive()) {
      case MAP,
          PLUS,
          MINUS,
          TIMES,
          DIV,
          MAXIMUM,
          MINIMUM,
          SUM,
          MAX,
          MATMUL,
          EXPAND,
          BROADCAST_TO,
          RESHAPE,
          PERMUTE,
          DETACH ->
          true;
      default -> false;
    };
  }
}
