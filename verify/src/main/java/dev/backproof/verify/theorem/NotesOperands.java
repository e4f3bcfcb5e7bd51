package dev.backproof.verify.theorem;

import dev.backproof.core.Size;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.notes.Operand;
import dev.backproof.verify.notes.Sizes.Axis;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The operands of a statement of the notes as letters.
 *
 * @param symbols the letters
 * @param operands what the formulas take, in order
 */
public record NotesOperands(Symbols symbols, List<Expr> operands) {
  /** Copies the list. */
  public NotesOperands {
    operands = List.copyOf(operands);
  }

  /** Declares them; a name that stands there twice gets a number. */
  public static NotesOperands of(List<Operand> operands) {
    return of(operands, Map.of());
  }

  /**
   * Declares them, some sizes being taken for others.
   *
   * @param same the size that stands for another
   */
  public static NotesOperands of(List<Operand> operands, Map<Axis, Axis> same) {
    Symbols symbols = new Symbols();
    Set<String> names = new HashSet<>();
    return new NotesOperands(
        symbols,
        operands.stream().map(o -> declare(symbols, o, unique(o.symbol(), names), same)).toList());
  }

  private static String unique(String symbol, Set<String> names) {
    String name = symbol;
    for (int number = 2; !names.add(name); number++) {
      name = symbol + number;
    }
    return name;
  }

  private static Expr declare(Symbols symbols, Operand operand, String name, Map<Axis, Axis> same) {
    Size[] sizes = operand.axes().stream().map(axis -> size(axis, same)).toArray(Size[]::new);
    Size classes = size(Axis.M, same);
    return switch (operand) {
      case LABEL, LABELS -> symbols.labels(name, classes, sizes);
      case LABEL_FROM_1 -> symbols.labelsFrom1(name, classes, sizes);
      case POSITIVE -> symbols.positive(name, sizes);
      default -> symbols.tensor(name, sizes);
    };
  }

  private static Size size(Axis axis, Map<Axis, Axis> same) {
    return Size.symbol(same.getOrDefault(axis, axis).name().toLowerCase(Locale.ROOT));
  }
}
