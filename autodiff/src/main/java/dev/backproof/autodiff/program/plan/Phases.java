package dev.backproof.autodiff.program.plan;

import dev.backproof.autodiff.program.Instruction;
import dev.backproof.autodiff.program.pass.Role;
import java.util.HashMap;
import java.util.Map;

/**
 * How often a row has to be gone through before a value is there: what depends on the sum of a row
 * waits for it.
 *
 * <p>A class made of the walk goes by phases, an interpreter by positions; what is to hold for both
 * holds in both orders.
 */
final class Phases {
  private final Body body;
  private final Map<Integer, Integer> phases = new HashMap<>();
  private int count = 1;

  Phases(Body body) {
    this.body = body;
    for (Instruction line : body.program().instructions()) {
      int phase = 0;
      for (int operand : line.operands()) {
        boolean waits =
            body.region().role(line.result()) == Role.FULL
                && body.region().role(operand) == Role.COLUMN
                && !body.isInput(body.source(operand));
        phase = Math.max(phase, of(operand) + (waits ? 1 : 0));
      }
      phases.put(line.result(), phase);
      count = Math.max(count, phase + 1);
    }
  }

  /** The phase a value is made in; 0 for what is given. */
  int of(int value) {
    return phases.getOrDefault(value, 0);
  }

  /** Whether an entry of one value is made no later than that of another at the same place. */
  boolean isMadeBy(int value, int other) {
    return body.position(value) <= body.position(other) && of(value) <= of(other);
  }

  /** The number of phases. */
  int count() {
    return count;
  }
}
