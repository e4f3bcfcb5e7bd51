package dev.backproof.verify.program;

import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.Single;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Size;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.kernel.Signs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The inputs of a program as letters, over which two programs are claimed to be equal. */
final class Letters {
  private final Symbols symbols = new Symbols();
  private final List<Expr> operands = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** Declares every input as any numbers, but labels {@code y} as classes of m. */
  Letters(Program program, boolean labelled) {
    for (Input input : program.inputs()) {
      String name = input.name().replace("η", "eta").replace("λ", "lambda");
      name = names.add(name) ? name : name + names.size();
      operands.add(
          labelled && name.equals("y")
              ? symbols.labels(name, Size.symbol("m"), sizes(input))
              : symbols.tensor(name, input.shape()));
    }
    program.shapes().forEach(symbols::sizes);
  }

  /** Takes for granted that whatever is divided by is not 0. */
  Letters dividing(Program program) {
    int[] makers = program.makers();
    for (Instruction line : program.instructions()) {
      Op op = ((Single) line.operation()).op();
      boolean reciprocal =
          op.primitive() == Primitive.MAP && op.elementary() == Elementary.RECIPROCAL;
      if (reciprocal || op.primitive() == Primitive.DIV) {
        int divisor = line.operands().get(line.operands().size() - 1);
        while (!program.isInput(divisor)
            && !program.instructions().get(makers[divisor]).operands().isEmpty()) {
          divisor = program.instructions().get(makers[divisor]).operands().get(0);
        }
        if (program.isInput(divisor)) {
          symbols.assumeSign(operands.get(divisor), Signs.NON_ZERO);
        }
      }
    }
    return this;
  }

  private static Size[] sizes(Input input) {
    return input.shape().sizes().toArray(Size[]::new);
  }

  /** That an output of two programs of these inputs is the same, for all sizes. */
  SymbolicClaim equal(Program left, Program right, int output) {
    return Statements.identity(
        symbols, left.run(operands).get(output), right.run(operands).get(output));
  }
}
