package dev.backproof.verify.notes;

import dev.backproof.core.Size;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.notes.Sizes.Axis;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The operands of a statement as letters, some sizes taken for the same one.
 *
 * @param symbols what is declared
 * @param operands what the formulas take, in order
 */
record SymbolicOperands(Symbols symbols, List<Expr> operands) {
  /** Each size is a symbol of its own, but those that are to be another one's. */
  static SymbolicOperands of(List<Operand> operands, Map<Axis, Axis> same) {
    Symbols symbols = new Symbols();
    Set<String> names = new HashSet<>();
    return new SymbolicOperands(
        symbols, operands.stream().map(o -> declare(symbols, o, same, names)).toList());
  }

  private static Expr declare(
      Symbols symbols, Operand operand, Map<Axis, Axis> same, Set<String> names) {
    String name = operand.symbol();
    for (int number = 2; !names.add(name); number++) {
      name = operand.symbol() + number;
    }
    Size[] sizes = operand.axes().stream().map(a -> symbol(a, same)).toArray(Size[]::new);
    Size classes = symbol(Axis.M, same);
    return switch (operand) {
      case LABEL, LABELS -> symbols.labels(name, classes, sizes);
      case LABEL_FROM_1 -> symbols.labelsFrom1(name, classes, sizes);
      case POSITIVE -> symbols.positive(name, sizes);
      default -> symbols.tensor(name, sizes);
    };
  }

  private static Size symbol(Axis axis, Map<Axis, Axis> same) {
    return Size.symbol(same.getOrDefault(axis, axis).name().toLowerCase(Locale.ROOT));
  }
}
