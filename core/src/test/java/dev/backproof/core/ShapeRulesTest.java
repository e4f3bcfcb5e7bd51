package dev.backproof.core;

import static dev.backproof.core.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeRulesTest {
  private static final Size N = Size.symbol("n");
  private static final Size D = Size.symbol("d");

  private static DenseTensor zeros(int... extents) {
    return DenseTensor.full(Shape.of(extents), 0);
  }

  @Test
  void broadcastingAlignsAtTheLastAxis() {
    assertEquals(Shape.of(2, 3), ShapeRules.infer(Op.PLUS, Shape.of(2, 3), Shape.of(3)));
    assertEquals(Shape.of(2, 3), ShapeRules.infer(Op.PLUS, Shape.of(2, 1), Shape.of(1, 3)));
    assertEquals(Shape.of(4, 2, 3), ShapeRules.infer(Op.TIMES, Shape.of(4, 1, 1), Shape.of(2, 3)));
    assertEquals(Shape.of(2), ShapeRules.infer(Op.DIV, Shape.SCALAR, Shape.of(2)));
    assertEquals(Shape.of(0), ShapeRules.infer(Op.MINUS, Shape.of(1), Shape.of(0)));
    assertEquals(
        Shape.of(2, 3), ShapeRules.infer(Op.WHERE, Shape.of(2, 1), Shape.of(3), Shape.SCALAR));
  }

  @Test
  void aSymbolBroadcastsOnlyAgainstTheLiteralOne() {
    Shape rows = Shape.of(N, D);
    assertEquals(rows, ShapeRules.infer(Op.PLUS, rows, Shape.of(D)));
    assertEquals(rows, ShapeRules.infer(Op.PLUS, rows, Shape.of(Size.ONE, D)));
    refuses(
        "plus: shapes do not broadcast: [n×d] and [n] (d ≠ n)",
        () -> ShapeRules.infer(Op.PLUS, rows, Shape.of(N)));
    refuses(
        "plus: shapes do not broadcast: [n] and [3] (n ≠ 3)",
        () -> ShapeRules.infer(Op.PLUS, Shape.of(N), Shape.of(3)));
  }

  @Test
  void symbolsPassThroughEveryRule() {
    Shape rows = Shape.of(N, D);
    assertEquals(Shape.of(N), ShapeRules.infer(Op.sum(1), rows));
    assertEquals(Shape.of(D), ShapeRules.infer(Op.max(0), rows));
    assertEquals(Shape.of(D, N), ShapeRules.infer(Op.TRANSPOSE, rows));
    assertEquals(Shape.of(N, N), ShapeRules.infer(Op.MATMUL, rows, Shape.of(D, N)));
    assertEquals(Shape.of(N.times(D)), ShapeRules.infer(Op.reshape(Shape.of(N.times(D))), rows));
    assertEquals(Shape.of(N, D, Size.of(3)), ShapeRules.infer(Op.oneHot(Size.of(3)), rows));
    refuses(
        "reshape: [n×d] to [d×n] changes the number of entries or their order",
        () -> ShapeRules.infer(Op.reshape(Shape.of(D, N)), rows));
  }

  @Test
  void constantsHaveRankZeroWhateverLendsThem() {
    assertEquals(Shape.SCALAR, ShapeRules.infer(Op.PI, Shape.of(2, 3)));
    assertEquals(Shape.SCALAR, ShapeRules.infer(Op.size(N), Shape.of(2, 3)));
  }

  @Test
  void refusesShapesThatDoNotBroadcast() {
    refuses("plus: shapes do not broadcast: [2] and [3] (2 ≠ 3)", () -> zeros(2).plus(zeros(3)));
    refuses(
        "strongTimes: shapes do not broadcast: [2×3] and [2] (3 ≠ 2)",
        () -> zeros(2, 3).strongTimes(zeros(2)));
    refuses(
        "where: shapes do not broadcast: [2] and [3] (2 ≠ 3)",
        () -> zeros(2).where(zeros(3), zeros(3)));
    refuses("plus: shapes do not broadcast: [0] and [2] (0 ≠ 2)", () -> zeros(0).plus(zeros(2)));
  }

  @Test
  void refusesProductsThatDoNotFit() {
    refuses(
        "matmul: inner extents differ: [1×2] · [1×2] (2 ≠ 1)",
        () -> zeros(1, 2).matmul(zeros(1, 2)));
    refuses("matmul: inner extents differ: [3] · [2] (3 ≠ 2)", () -> zeros(3).matmul(zeros(2)));
    refuses(
        "matmul: wants vectors or matrices, not [] · [2]; multiply by a scalar with times",
        () -> zeros().matmul(zeros(2)));
    refuses(
        "matmul: wants vectors or matrices, not [2] · [2×2×2]; multiply by a scalar with times",
        () -> zeros(2).matmul(zeros(2, 2, 2)));
    refuses(
        "matmul: the primitive wants matrices, not [2] · [2×2]",
        () -> zeros(2).apply(Op.MATMUL, zeros(2, 2)));
    refuses("dot: wants two vectors, not [2×2] · [2]", () -> zeros(2, 2).dot(zeros(2)));
    refuses(
        "outer: wants two vectors, not [2] ⊗ [2×2]; of rows use transpose and matmul",
        () -> zeros(2).outer(zeros(2, 2)));
    refuses("transpose: wants a matrix, not [2]", () -> zeros(2).transpose());
  }

  @Test
  void refusesAxesAndTargets() {
    DenseTensor a = zeros(2, 3);
    refuses("sum: no axis 2 in [2×3], which has rank 2", () -> a.sum(2));
    refuses("max: no axis -3 in [2×3], which has rank 2", () -> a.max(-3));
    refuses("mean: no axis 0 in [], which has rank 0", () -> zeros().mean(0));
    refuses("expand: no place 3 for a new axis in [2×3]; 0 to 2", () -> a.expand(3, N));
    refuses("expand: no place -1 for a new axis in [2×3]; 0 to 2", () -> a.insertAxis(-4));
    refuses("broadcastTo: [2×3] does not broadcast to [3]", () -> a.broadcastTo(Shape.of(3)));
    refuses("broadcastTo: [3] does not broadcast to [1]", () -> zeros(3).broadcastTo(Shape.of(1)));
    refuses("sumTo: shapes do not broadcast: [2] and [2×3] (2 ≠ 3)", () -> a.sumTo(Shape.of(2)));
    refuses("sumTo: [1×2×3] does not broadcast to [2×3]", () -> a.sumTo(Shape.of(1, 2, 3)));
    refuses("reshape: [2×3] to [4] changes the number of entries", () -> a.reshape(Shape.of(4)));
    refuses("permute: [0] orders 1 axes, but [2×3] has 2", () -> a.permute(0));
    refuses("permute: [0, 0] does not name axis 1 once", () -> a.permute(0, 0));
    refuses("permute: [0, 2] does not name axis 1 once", () -> a.permute(0, 2));
  }

  @Test
  void refusesWindowsThatLeaveTheAxis() {
    DenseTensor a = zeros(2, 3);
    refuses("slice: entries 1 to 4 leave axis 1 of [2×3]", () -> a.slice(1, 1, 4));
    refuses("slice: entries -1 to 2 leave axis 0 of [2×3]", () -> a.slice(0, -1, 2));
    refuses("slice: entries 2 to 1 leave axis 1 of [2×3]", () -> a.slice(-1, 2, 1));
    refuses("pad: [2×3] at -1 does not fit into 3 entries of axis 1", () -> a.pad(1, -1, 1));
    refuses("pad: [2×3] at 0 does not fit into 2 entries of axis 1", () -> a.pad(1, 0, -1));
    refuses(
        "concatenate: [2×3] and [3×3] differ beside axis 1",
        () -> a.concatenate(1, List.of(zeros(3, 3))));
    refuses(
        "concatenate: [2×3] and [3] differ beside axis 0",
        () -> a.concatenate(0, List.of(zeros(3))));
  }

  @Test
  void refusesEmptyAxesWhereNothingHasNoValue() {
    refuses(
        "max: axis 1 of [2×0] is empty; a maximum of nothing has no value",
        () -> zeros(2, 0).max(-1));
    refuses(
        "mean: axis 1 of [2×0] is empty; a mean of nothing has no value",
        () -> zeros(2, 0).mean(-1));
  }

  @Test
  void refusesTheWrongNumberOfOperands() {
    DenseTensor a = zeros(2);
    refuses("plus: takes 2 operands, not 1", () -> a.apply(Op.PLUS));
    refuses("tanh: takes 1 operands, not 2", () -> a.apply(Op.map(Elementary.TANH), a));
    refuses("where: takes 3 operands, not 2", () -> a.apply(Op.WHERE, a));
    refuses("sum(0): takes 1 operands, not 3", () -> a.apply(Op.sum(0), a, a));
    refuses("π: takes 0 operands, not 2", () -> a.apply(Op.PI, a));
  }
}
