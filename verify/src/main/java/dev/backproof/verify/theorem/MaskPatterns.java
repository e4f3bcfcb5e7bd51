package dev.backproof.verify.theorem;

import dev.backproof.core.Elementary;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The patterns of a selection: each way to broadcast, each way a mask comes about. */
final class MaskPatterns {
  private MaskPatterns() {}

  static List<RowPattern> all() {
    List<RowPattern> patterns = new ArrayList<>();
    for (List<Shape> shapes : BroadcastPatterns.triples()) {
      patterns.add(
          pattern(
              shapes,
              "greater",
              (symbols, shape) -> symbols.tensor("p", shape).greater(symbols.tensor("q", shape))));
    }
    for (List<Shape> shapes : BroadcastPatterns.triples().subList(1, 8)) {
      patterns.add(
          pattern(
              shapes,
              "equal",
              (symbols, shape) -> symbols.tensor("p", shape).equal(symbols.tensor("q", shape))));
      patterns.add(
          pattern(
              shapes, "step", (symbols, shape) -> symbols.tensor("p", shape).map(Elementary.STEP)));
      patterns.add(pattern(shapes, "non zero", (symbols, shape) -> symbols.tensor("p", shape)));
    }
    return patterns;
  }

  private static RowPattern pattern(
      List<Shape> shapes, String word, BiFunction<Symbols, Shape, Expr> mask) {
    Operand condition =
        new Operand(
            "c",
            word + " " + Operand.text(shapes.get(0)),
            false,
            symbols -> mask.apply(symbols, shapes.get(0)));
    return RowPattern.of(
        RowPatterns.plain(Primitive.WHERE),
        condition,
        Operand.any("a", shapes.get(1)),
        Operand.any("b", shapes.get(2)));
  }
}
