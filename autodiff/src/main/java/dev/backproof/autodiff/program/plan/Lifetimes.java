package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.Program;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/**
 * Which values share an array: a value may lie where another lay that is read no more.
 *
 * <p>An array is used again for values of at most its length and more than half of it.
 */
final class Lifetimes {
  private final Program program;
  private final int[] lastRead;
  private final TreeMap<Integer, Deque<double[]>> free = new TreeMap<>();

  Lifetimes(Program program) {
    this.program = program;
    this.lastRead = new int[program.shapes().size()];
    Arrays.fill(lastRead, -1);
    List<Instruction> lines = program.instructions();
    for (int at = 0; at < lines.size(); at++) {
      for (int operand : lines.get(at).operands()) {
        lastRead[operand] = at;
      }
    }
    program.outputs().forEach(output -> lastRead[output] = lines.size());
  }

  /** Whether a value is read at this instruction for the last time. */
  boolean endsAt(int value, int at) {
    return lastRead[value] == at;
  }

  /** Whether a value is read behind an instruction. */
  boolean isReadBehind(int value, int at) {
    return lastRead[value] > at;
  }

  /** An array for a value. */
  double[] take(int value) {
    int length = program.shape(value).count();
    var fitting = free.ceilingEntry(length);
    if (fitting == null || fitting.getKey() > 2 * length || length == 0) {
      return new double[length];
    }
    double[] array = fitting.getValue().pop();
    if (fitting.getValue().isEmpty()) {
      free.remove(fitting.getKey());
    }
    return array;
  }

  /** Gives an array back. */
  void release(double[] array) {
    free.computeIfAbsent(array.length, length -> new ArrayDeque<>()).push(array);
  }
}
