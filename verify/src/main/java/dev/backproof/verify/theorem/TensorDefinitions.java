package dev.backproof.verify.theorem;

import static dev.backproof.verify.theorem.BroadcastPatterns.D;
import static dev.backproof.verify.theorem.BroadcastPatterns.H;
import static dev.backproof.verify.theorem.BroadcastPatterns.N;
import static dev.backproof.verify.theorem.BroadcastPatterns.ofRank;
import static dev.backproof.verify.theorem.IndexNotation.with;

import dev.backproof.core.Formula;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The methods of {@link Tensor} that are composed of several primitives, with what they mean. */
final class TensorDefinitions {
  private TensorDefinitions() {}

  /** All of them. */
  static List<Definition> all() {
    List<Definition> all = new ArrayList<>();
    comparisons(all);
    totals(all);
    for (int rank = 1; rank <= 3; rank++) {
      for (int axis = 0; axis < rank; axis++) {
        overAxis(all, ofRank(rank), axis);
      }
    }
    products(all);
    axes(all);
    concatenations(all);
    return all;
  }

  private static void comparisons(List<Definition> all) {
    for (List<Shape> pair : BroadcastPatterns.pairs()) {
      if (pair.get(0).rank() >= pair.get(1).rank() && !pair.get(1).sizes().contains(Size.ONE)) {
        int less = pair.get(0).rank() - pair.get(1).rank();
        if (pair.get(0).sizes().contains(Size.ONE)) {
          continue;
        }
        all.add(
            Definition.of(
                    "atLeast",
                    Formula.of(Tensor::atLeast),
                    List.of(Operand.any("a", pair.get(0)), Operand.any("b", pair.get(1))),
                    (in, x, at) ->
                        IndexNotation.notLess(
                            x.get(0).at(at), x.get(1).at(at.subList(less, at.size()))))
                .by(List.of()));
      }
    }
  }

  private static void totals(List<Definition> all) {
    for (int rank = 1; rank <= 3; rank++) {
      Shape shape = ofRank(rank);
      Operand x = Operand.any("x", shape);
      all.add(
          Definition.of(
              "sum",
              Formula.of(TensorDefinitions::sum),
              x,
              (in, operands, at) -> in.sum(shape, operands.get(0)::at)));
      all.add(
          Definition.of(
              "mean",
              Formula.of(TensorDefinitions::mean),
              x,
              (in, operands, at) -> Term.divide(in.sum(shape, operands.get(0)::at), count(shape))));
    }
  }

  private static <T extends Tensor<T>> T sum(T x) {
    return x.sum();
  }

  private static <T extends Tensor<T>> T mean(T x) {
    return x.mean();
  }

  private static Term count(Shape shape) {
    return Term.multiply(shape.sizes().stream().map(size -> Term.size(size.toString())).toList());
  }

  private static void overAxis(List<Definition> all, Shape shape, int axis) {
    String range = shape.size(axis).toString();
    Operand x = Operand.any("x", shape);
    Definition mean =
        Definition.of(
            "mean",
            new OnAxis(OnAxis.Method.MEAN, axis),
            x,
            (in, operands, at) -> in.mean(range, k -> along(operands.get(0), at, axis, k)));
    Definition sum =
        Definition.of(
            "sumKeepingAxis",
            new OnAxis(OnAxis.Method.SUM_KEEPING_AXIS, axis),
            x,
            (in, operands, at) -> in.sum(range, k -> along(operands.get(0), at, axis, k)));
    Definition max =
        Definition.of(
            "maxKeepingAxis",
            new OnAxis(OnAxis.Method.MAX_KEEPING_AXIS, axis),
            x,
            (in, operands, at) -> in.max(range, k -> along(operands.get(0), at, axis, k)));
    for (Definition definition : List.of(mean, sum, max)) {
      all.add(definition.as("axis " + axis + " of"));
    }
  }

  /** The entry with an index inserted where an axis was, or is 1. */
  private static Term along(Expr x, List<Term> at, int axis, Term index) {
    List<Term> whole = new ArrayList<>(at);
    whole.add(axis, index);
    return x.at(whole);
  }

  private static void products(List<Definition> all) {
    List<List<Shape>> pairs =
        List.of(
            List.of(Shape.of(D), Shape.of(D)),
            List.of(Shape.of(N, D), Shape.of(D)),
            List.of(Shape.of(D), Shape.of(D, H)),
            List.of(Shape.of(N, D), Shape.of(D, H)));
    for (List<Shape> pair : pairs) {
      int rows = pair.get(0).rank() - 1;
      all.add(
          Definition.of(
              "matmul",
              Formula.of(Tensor::matmul),
              List.of(Operand.any("a", pair.get(0)), Operand.any("b", pair.get(1))),
              (in, x, at) -> in.sum("d", k -> product(x, at, rows, k))));
    }
    all.add(
        Definition.of(
            "dot",
            Formula.of(Tensor::dot),
            List.of(Operand.any("a", Shape.of(D)), Operand.any("b", Shape.of(D))),
            (in, x, at) -> in.sum("d", k -> product(x, at, 0, k))));
    all.add(
        Definition.of(
            "outer",
            Formula.of(Tensor::outer),
            List.of(Operand.any("a", Shape.of(N)), Operand.any("b", Shape.of(D))),
            (in, x, at) ->
                Term.multiply(x.get(0).at(at.subList(0, 1)), x.get(1).at(at.subList(1, 2)))));
  }

  /** a[i, k]·b[k, j], where i and j are there or not. */
  private static Term product(List<Expr> x, List<Term> at, int rows, Term k) {
    List<Term> column = new ArrayList<>(List.of(k));
    column.addAll(at.subList(rows, at.size()));
    return Term.multiply(x.get(0).at(with(at.subList(0, rows), k)), x.get(1).at(column));
  }

  private static void axes(List<Definition> all) {
    for (int rank = 0; rank <= 2; rank++) {
      for (int axis = 0; axis <= rank; axis++) {
        all.add(
            Definition.of(
                    "insertAxis",
                    new OnAxis(OnAxis.Method.INSERT_AXIS, axis),
                    Operand.any("x", ofRank(rank)),
                    (in, x, at) -> x.get(0).at(at))
                .as("axis " + axis + " of"));
      }
    }
    for (Shape shape : List.of(Shape.of(N, D), Shape.of(N, N))) {
      all.add(
          Definition.of(
              "transpose",
              Formula.of(Tensor::transpose),
              Operand.any("x", shape),
              (in, x, at) -> x.get(0).at(List.of(at.get(1), at.get(0)))));
    }
  }

  /** Two entries, one, and three along an axis, whose other axes are symbols. */
  private static void concatenations(List<Definition> all) {
    for (int rank = 1; rank <= 3; rank++) {
      for (int axis = 0; axis < rank; axis++) {
        Shape shape = ofRank(rank);
        List<Operand> operands = new ArrayList<>();
        int[] extents = {2, 1, 3};
        for (int i = 0; i < extents.length; i++) {
          operands.add(
              Operand.any(List.of("a", "b", "c").get(i), shape.replace(axis, Size.of(extents[i]))));
        }
        int along = axis;
        all.add(
            Definition.of(
                    "concatenate",
                    new OnAxis(OnAxis.Method.CONCATENATE, axis),
                    operands,
                    (in, x, at) -> part(x, at, along))
                .as("axis " + axis + " of"));
      }
    }
  }

  /** The entry of the operand that a position is in. */
  private static Term part(List<Expr> operands, List<Term> at, int axis) {
    int position = Integer.parseInt(at.get(axis).number().toString());
    for (Expr x : operands) {
      int extent = x.shape().size(axis).number();
      if (position < extent) {
        List<Term> inside = new ArrayList<>(at);
        inside.remove(axis);
        if (extent > 1) {
          inside.add(axis, Term.number(position));
        }
        return x.at(inside);
      }
      position -= extent;
    }
    throw new IllegalArgumentException("no entry at " + at);
  }

  /** A method with an axis, of which a formula is made. */
  private record OnAxis(Method method, int axis) implements Formula {
    /** The methods. */
    private enum Method {
      MEAN,
      SUM_KEEPING_AXIS,
      MAX_KEEPING_AXIS,
      INSERT_AXIS,
      CONCATENATE
    }

    @Override
    public <T extends Tensor<T>> T apply(List<T> operands) {
      T x = operands.get(0);
      return switch (method) {
        case MEAN -> x.mean(axis);
        case SUM_KEEPING_AXIS -> x.sumKeepingAxis(axis);
        case MAX_KEEPING_AXIS -> x.maxKeepingAxis(axis);
        case INSERT_AXIS -> x.insertAxis(axis);
        case CONCATENATE -> x.concatenate(axis, operands.subList(1, operands.size()));
      };
    }

    @Override
    public OptionalInt arity() {
      return OptionalInt.empty();
    }
  }
}
