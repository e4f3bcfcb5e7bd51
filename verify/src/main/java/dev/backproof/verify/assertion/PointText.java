package dev.backproof.verify.assertion;

import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * A point of the kernel in the words of the one who declared it: sizes, operands as small arrays,
 * labels counted as declared, and the entry of the result.
 *
 * @param claim what is claimed
 * @param firstLabels the number of the first class, by the name of the operand
 * @param point the point
 */
record PointText(SymbolicClaim claim, Map<String, Integer> firstLabels, Point point) {
  /** {@code h = 2, d = 1}. */
  String sizes() {
    return point.sizes().entrySet().stream()
        .map(size -> size.getKey() + " = " + size.getValue())
        .collect(Collectors.joining(", "));
  }

  /** A line for each operand, {@code W = [[1, 0], [2, −1]]}. */
  String inputs() {
    return claim.operands().entrySet().stream()
        .map(operand -> operand.getKey() + " = " + array(operand.getKey(), operand.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private String array(String name, Expr operand) {
    List<String> entries = new ArrayList<>();
    List<Size> factors =
        operand.shape().sizes().stream().flatMap(size -> size.factors().stream()).toList();
    collect(factors, 0, name, 0, name, entries);
    return nested(operand.shape().bind(point.sizes()), entries, 0, 0);
  }

  /** Entries in row-major order; literal axes name members of a family, symbols count in one. */
  private void collect(
      List<Size> factors, int next, String member, int offset, String name, List<String> into) {
    if (next == factors.size()) {
      into.add(value(member, offset, name));
      return;
    }
    Size factor = factors.get(next);
    int extent = factor.bind(point.sizes()).number();
    for (int p = 0; p < extent; p++) {
      if (factor.isNumber()) {
        collect(factors, next + 1, member + "." + p, offset, name, into);
      } else {
        collect(factors, next + 1, member, offset * extent + p, name, into);
      }
    }
  }

  private String value(String member, int offset, String name) {
    List<Integer> labels = point.labels().get(member);
    if (labels != null) {
      return String.valueOf(labels.get(offset) + firstLabels.getOrDefault(name, 0));
    }
    return String.valueOf(point.tensors().getOrDefault(member, List.of()).get(offset));
  }

  private static String nested(Shape shape, List<String> entries, int axis, int from) {
    if (axis == shape.rank()) {
      return entries.get(from);
    }
    int[] extents = shape.extents();
    int stride = 1;
    for (int i = axis + 1; i < extents.length; i++) {
      stride *= extents[i];
    }
    StringJoiner text = new StringJoiner(", ", "[", "]");
    for (int i = 0; i < extents[axis]; i++) {
      text.add(nested(shape, entries, axis + 1, from + i * stride));
    }
    return text.toString();
  }

  /** Where in the result an entry of the claim is, counted from 0: {@code [1, 0]}. */
  String entry(SymbolicClaim.Entry entry) {
    StringJoiner text = new StringJoiner(", ", "[", "]");
    int next = 0;
    for (Size size : claim.shape().sizes()) {
      int position = 0;
      for (Size factor : size.factors()) {
        int own = coordinate(entry.at().get(next++));
        position = position * factor.bind(point.sizes()).number() + own;
      }
      text.add(String.valueOf(position));
    }
    return text.toString();
  }

  private int coordinate(Term at) {
    return at.is(Term.Kind.NUMBER)
        ? at.number().intValue()
        : point.labels().getOrDefault(at.name(), List.of()).get(0);
  }
}
