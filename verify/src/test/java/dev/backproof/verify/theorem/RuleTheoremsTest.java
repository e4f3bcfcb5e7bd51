package dev.backproof.verify.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RuleTheoremsTest {
  private static final List<Proposition> VJP = RuleTheorems.vjp(VjpRules.PAGE);
  private static final List<Proposition> JVP = RuleTheorems.jvp(JvpRules.PAGE);

  @TestFactory
  Stream<DynamicTest> everyRowOfReverseModeIsTheAdjointOfTheDerivative() {
    return Proofs.tests(VJP, Proofs::assertProvedEverywhere);
  }

  @TestFactory
  Stream<DynamicTest> everyRowOfForwardModeIsTheDerivative() {
    return Proofs.tests(JVP, Proofs::assertProvedEverywhere);
  }

  @Test
  void namesAreUnique() {
    List<Proposition> all = new ArrayList<>(VJP);
    all.addAll(JVP);
    all.addAll(FunctionTheorems.all());
    Set<String> names = all.stream().map(Proposition::name).collect(Collectors.toSet());
    assertEquals(all.size(), names.size());
  }

  @Test
  void everyPrimitiveThroughWhichSomethingFlowsHasPatterns() {
    for (Primitive primitive : Primitive.values()) {
      boolean constant =
          EnumSet.of(
                  Primitive.EQUAL,
                  Primitive.GREATER,
                  Primitive.ONE_HOT,
                  Primitive.SIZE,
                  Primitive.CONSTANT,
                  Primitive.DETACH)
              .contains(primitive);
      assertEquals(constant, RowPatterns.of(primitive).isEmpty(), primitive::name);
    }
  }

  @Test
  void everyOperandThatADerivativeFlowsToIsDifferentiatedBy() {
    for (Primitive primitive : Primitive.values()) {
      Set<Integer> flows = new HashSet<>();
      Set<Integer> differentiated = new HashSet<>();
      for (RowPattern pattern : RowPatterns.of(primitive)) {
        for (int which = 0; which < pattern.op().arity(); which++) {
          if (pattern.op().flows(which)) {
            flows.add(which);
          }
        }
        differentiated.addAll(pattern.differentiated());
      }
      assertEquals(flows, differentiated, primitive::name);
    }
  }

  @Test
  void everyElementaryFunctionWithASlopeHasPatterns() {
    Set<Op> mapped =
        RowPatterns.of(Primitive.MAP).stream().map(RowPattern::op).collect(Collectors.toSet());
    for (Elementary f : Elementary.values()) {
      boolean flows = f.slope() != Elementary.Slope.NONE;
      assertEquals(flows, mapped.contains(new Op(Primitive.MAP, f)), f::name);
    }
  }

  @Test
  void entrywiseOperationsAreProvedForAllPairsOfRanks() {
    Set<List<Integer>> ranks =
        RowPatterns.of(Primitive.TIMES).stream()
            .map(
                pattern ->
                    pattern.declare(new dev.backproof.verify.expr.Symbols()).stream()
                        .map(x -> x.shape().rank())
                        .toList())
            .collect(Collectors.toSet());
    for (int a = 0; a <= 3; a++) {
      for (int b = 0; b <= 3; b++) {
        assertTrue(ranks.contains(List.of(a, b)), "ranks " + a + " and " + b);
      }
    }
  }
}
