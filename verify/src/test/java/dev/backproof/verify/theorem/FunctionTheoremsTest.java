package dev.backproof.verify.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FunctionTheoremsTest {
  private static final List<Proposition> ALL = FunctionTheorems.all();

  /** One primitive each, which the rows are about, or a constant. */
  private static final Set<String> SINGLE =
      Set.of(
          "plus",
          "minus",
          "times",
          "strongTimes",
          "div",
          "pow",
          "maximum",
          "minimum",
          "negate",
          "map",
          "equal",
          "greater",
          "where",
          "oneHot",
          "detach",
          "constant",
          "zero",
          "one",
          "pi",
          "size",
          "max",
          "permute",
          "reshape",
          "expand",
          "broadcastTo",
          "sumTo",
          "slice",
          "pad");

  @TestFactory
  Stream<DynamicTest> everyFunctionAndItsGradientIsWhatIsDefined() {
    return Proofs.tests(
        ALL,
        p -> {
          if (hasOtherSlopesAtKinks(p)) {
            Proofs.assertProvedOffTheKinksOnly(p);
          } else {
            Proofs.assertProvedEverywhere(p);
          }
        });
  }

  /** At a bound a minimum of a maximum has slope ½, a clip 1. */
  private static boolean hasOtherSlopesAtKinks(Proposition p) {
    return p.label().startsWith("smaller of larger") && !p.label().endsWith("value");
  }

  @Test
  void everyFunctionIsThere() {
    Set<String> missing =
        Arrays.stream(Functions.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    missing.removeAll(subjects());
    assertEquals(Set.of(), missing, "define it in FunctionDefinitions");
  }

  @Test
  void everyComposedMethodOfATensorIsThere() {
    Set<String> missing =
        Arrays.stream(Tensor.class.getDeclaredMethods())
            .filter(Method::isDefault)
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    missing.removeAll(subjects());
    missing.removeAll(SINGLE);
    assertEquals(Set.of(), missing, "define it in TensorDefinitions, or list it as a primitive");
  }

  @Test
  void everyFunctionIsDefinedOnRanksOneToThree() {
    Set<String> functions =
        Arrays.stream(Functions.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toSet());
    for (String function : functions) {
      for (String shape : List.of("[m]", "[n×m]", "[n×d×m]")) {
        for (String form : List.of("value", "derivative", "engine")) {
          assertEquals(
              true,
              ALL.stream()
                  .filter(p -> p.subject().equals(function))
                  .map(Proposition::label)
                  .anyMatch(label -> label.contains(shape) && label.contains(form)),
              function + " " + shape + " " + form);
        }
      }
    }
  }

  private static Set<String> subjects() {
    return ALL.stream().map(Proposition::subject).collect(Collectors.toSet());
  }
}
