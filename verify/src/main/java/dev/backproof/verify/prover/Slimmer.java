package dev.backproof.verify.prover;

import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Step;
import dev.backproof.verify.kernel.Theorem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Leaves out of a log what its last theorem does not need, and numbers the steps anew. */
final class Slimmer {
  /** Steps that teach the kernel a sign: later steps may need it without naming it. */
  private static final Set<Rule> FACTS =
      EnumSet.of(Rule.ASSUME, Rule.HYPOTHESIS, Rule.SIGN_EQUAL, Rule.SIGN_FACTOR);

  private Slimmer() {}

  /** The steps to a theorem, which is the last one's. */
  static List<Step> slim(Kernel kernel, Theorem goal) {
    List<Step> log = kernel.log();
    TreeSet<Integer> open = new TreeSet<>(List.of(goal.number()));
    for (int i = 0; i < log.size(); i++) {
      if (FACTS.contains(log.get(i).rule())) {
        open.add(i);
      }
    }
    TreeSet<Integer> kept = new TreeSet<>();
    while (!open.isEmpty()) {
      int number = open.pollLast();
      if (kept.add(number)) {
        open.addAll(log.get(number).premises());
      }
    }
    Map<Integer, Integer> numbers = new HashMap<>();
    List<Step> slim = new ArrayList<>();
    for (int number : kept) {
      Step step = log.get(number);
      numbers.put(number, slim.size());
      slim.add(
          new Step(
              step.rule(),
              step.terms(),
              step.premises().stream().map(p -> numbers.getOrDefault(p, -1)).toList()));
    }
    if (kept.last() != goal.number()) {
      // Signs that the claim's side needs were found after the equation: it is said once more.
      slim.add(turned(numbers.getOrDefault(goal.number(), -1)));
      slim.add(turned(slim.size() - 1));
    }
    return slim;
  }

  private static Step turned(int equation) {
    return new Step(Rule.SYMMETRIC, List.of(), List.of(equation));
  }
}
