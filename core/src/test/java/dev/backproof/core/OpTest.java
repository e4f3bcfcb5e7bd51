package dev.backproof.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Attribute.Permutation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpTest {
  private static final Size N = Size.symbol("n");

  @Test
  void equalOperationsAreEqual() {
    assertEquals(Op.sum(1), Op.sum(1));
    assertEquals(Op.sum(1).hashCode(), Op.sum(1).hashCode());
    assertNotEquals(Op.sum(1), Op.sum(0));
    assertNotEquals(Op.sum(1), Op.max(1));
    assertEquals(Op.constant(50, 100), Op.constant(1, 2));
    assertEquals(Op.constant(4, 2), Op.constant(2, 1));
    assertEquals(Op.reshape(Shape.of(2, 3)), Op.reshape(Shape.of(2, 3)));
    assertEquals(Op.map(Elementary.EXP), Op.map(Elementary.EXP));
    assertNotEquals(Op.slice(0, 1, 2), Op.pad(0, 1, 2));
  }

  @Test
  void bindingReplacesSymbolsInEveryAttribute() {
    Map<String, Integer> numbers = Map.of("n", 4);
    assertEquals(Op.expand(1, Size.of(4)), Op.expand(1, N).bind(numbers));
    assertEquals(Op.size(Size.of(4)), Op.size(N).bind(numbers));
    assertEquals(Op.oneHot(Size.of(4)), Op.oneHot(N).bind(numbers));
    assertEquals(Op.reshape(Shape.of(4)), Op.reshape(Shape.of(N)).bind(numbers));
    assertEquals(Op.sumTo(Shape.of(4)), Op.sumTo(Shape.of(N)).bind(numbers));
    assertEquals(Op.broadcastTo(Shape.of(4)), Op.broadcastTo(Shape.of(N)).bind(numbers));
    assertEquals(Op.PLUS, Op.PLUS.bind(numbers));
    assertEquals(Op.size(N), Op.size(N).bind(Map.of()));
  }

  @Test
  void nothingFlowsThroughMasksLabelsAndDetachedValues() {
    for (Op op :
        List.of(
            Op.EQUAL,
            Op.GREATER,
            Op.DETACH,
            Op.oneHot(N),
            Op.map(Elementary.SIGN),
            Op.map(Elementary.STEP))) {
      assertFalse(op.flows(0), op.toString());
    }
    assertFalse(Op.WHERE.flows(0));
    assertTrue(Op.WHERE.flows(1));
    assertTrue(Op.WHERE.flows(2));
    for (Op op : List.of(Op.TIMES, Op.POW, Op.MATMUL, Op.MAXIMUM, Op.STRONG_TIMES)) {
      assertTrue(op.flows(0) && op.flows(1), op.toString());
    }
    assertTrue(Op.map(Elementary.RECT).flows(0));
    assertTrue(Op.sum(0).flows(0));
  }

  @Test
  void namesAreTheWordsPeopleUse() {
    assertEquals("strongTimes", Op.STRONG_TIMES.name());
    assertEquals("tanh", Op.map(Elementary.TANH).name());
    assertEquals("sum(1)", Op.sum(1).toString());
    assertEquals("plus", Op.PLUS.toString());
    assertEquals("sumTo([2×n])", Op.sumTo(Shape.of(Size.of(2), N)).toString());
    assertEquals("slice(0, 1, 2)", Op.slice(0, 1, 2).toString());
    assertEquals("expand(1, n)", Op.expand(1, N).toString());
    assertEquals("permute([1, 0])", Op.TRANSPOSE.toString());
    assertEquals("1/2", Op.constant(2, 4).toString());
    assertEquals("π", Op.PI.toString());
  }

  @Test
  void aritiesAreThoseOfThePrimitives() {
    assertEquals(0, Op.PI.arity());
    assertEquals(1, Op.sum(0).arity());
    assertEquals(2, Op.MATMUL.arity());
    assertEquals(3, Op.WHERE.arity());
  }

  @Test
  void theInversePermutationLeadsBack() {
    Permutation order = new Permutation(List.of(2, 0, 1));
    assertEquals(new Permutation(List.of(1, 2, 0)), order.inverse());
    assertEquals(order, order.inverse().inverse());
  }
}
