package dev.backproof.verify.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.theorem.PlantedFault.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PlantedFaultsTest {
  private static final List<PlantedFault> ALL = PlantedFaults.all();

  @TestFactory
  Stream<DynamicTest> aFaultInARowRefutesItsTheorem() {
    return ALL.stream()
        .filter(fault -> !fault.atKinksOnly())
        .map(
            fault ->
                dynamicTest(
                    fault.toString(),
                    () -> Refutations.assertRefuted(fault.theorem(), Decider.USUAL)));
  }

  @TestFactory
  Stream<DynamicTest> aFaultAtATieLeavesAProofOffTheKinksAndIsRefutedToTheStrict() {
    return ALL.stream()
        .filter(PlantedFault::atKinksOnly)
        .map(
            fault ->
                dynamicTest(
                    fault.toString(), () -> Proofs.assertProvedOffTheKinksOnly(fault.theorem())));
  }

  @Test
  void everyTheoremAboutARowHasAFaultThatBreaksIt() {
    List<Proposition> theorems = new ArrayList<>(RuleTheorems.vjp(VjpRules.PAGE));
    theorems.addAll(RuleTheorems.jvp(JvpRules.PAGE));
    Set<String> untouched =
        theorems.stream().map(Proposition::name).collect(Collectors.toCollection(TreeSet::new));
    ALL.forEach(fault -> untouched.remove(fault.theorem().name()));
    assertEquals(Set.of(), untouched);
  }

  @Test
  void everyRowOfBothPagesHasAFaultOfItsOwn() {
    for (Mode mode : Mode.values()) {
      Set<String> general =
          ALL.stream()
              .filter(fault -> fault.mode() == mode)
              .collect(
                  Collectors.groupingBy(
                      fault -> fault.pattern().subject() + " " + fault.which(),
                      Collectors.mapping(PlantedFault::name, Collectors.toSet())))
              .entrySet()
              .stream()
              .filter(row -> row.getValue().size() < 2)
              .map(row -> row.getKey())
              .collect(Collectors.toSet());
      assertEquals(Set.of(), general, mode.name());
    }
  }
}
