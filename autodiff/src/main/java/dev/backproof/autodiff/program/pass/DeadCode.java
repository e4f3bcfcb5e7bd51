package dev.backproof.autodiff.program.pass;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import dev.backproof.core.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Drops what no output needs and puts the rest in the order in which the outputs need it, so that
 * two programs that do the same are written the same. Inputs stay, even unused.
 */
final class DeadCode {
  private DeadCode() {}

  static Program drop(Program program) {
    int[] makers = program.makers();
    int[] renumbered = new int[program.shapes().size()];
    Arrays.fill(renumbered, -1);
    List<Shape> shapes = new ArrayList<>();
    for (int value = 0; value < program.inputs().size(); value++) {
      renumbered[value] = value;
      shapes.add(program.shape(value));
    }
    List<Instruction> kept = new ArrayList<>();
    boolean[] done = new boolean[program.instructions().size()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int output : program.outputs()) {
      open.push(output);
      while (!open.isEmpty()) {
        int maker = makers[open.peek()];
        if (maker < 0 || done[maker]) {
          open.pop();
          continue;
        }
        Instruction line = program.instructions().get(maker);
        if (pushMissing(line, makers, done, open)) {
          continue;
        }
        for (int result : line.results()) {
          renumbered[result] = shapes.size();
          shapes.add(program.shape(result));
        }
        kept.add(renumber(line, renumbered));
        done[maker] = true;
      }
    }
    return new Program(
        program.inputs(),
        kept,
        shapes,
        program.outputs().stream().map(v -> renumbered[v]).toList());
  }

  /** Puts operands that have not been made yet on the stack, the first on top. */
  private static boolean pushMissing(
      Instruction line, int[] makers, boolean[] done, Deque<Integer> open) {
    boolean missing = false;
    for (int i = line.operands().size() - 1; i >= 0; i--) {
      int operand = line.operands().get(i);
      if (makers[operand] >= 0 && !done[makers[operand]]) {
        open.push(operand);
        missing = true;
      }
    }
    return missing;
  }

  private static Instruction renumber(Instruction line, int[] renumbered) {
    return new Instruction(
        line.operation(),
        line.operands().stream().map(v -> renumbered[v]).toList(),
        line.results().stream().map(v -> renumbered[v]).toList());
  }
}
