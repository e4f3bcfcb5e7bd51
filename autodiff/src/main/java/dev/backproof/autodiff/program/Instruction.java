package dev.backproof.autodiff.program;

import java.util.List;

/**
 * One line of a program: results ← operation(operands).
 *
 * @param operation what is done
 * @param operands the numbers of the values it reads, in order
 * @param results the numbers of the values it makes
 */
public record Instruction(Operation operation, List<Integer> operands, List<Integer> results) {
  /** Copies the lists. */
  public Instruction {
    operands = List.copyOf(operands);
    results = List.copyOf(results);
  }

  /**
   * The only result.
   *
   * @throws IllegalStateException if there are several
   */
  public int result() {
    if (results.size() != 1) {
      throw new IllegalStateException(operation + " has " + results.size() + " results, not one");
    }
    return results.get(0);
  }
}
