package dev.backproof.verify.theorem;

import dev.backproof.core.Size;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.notes.Operand;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The operands of a statement of the notes as letters.
 *
 * @param symbols the letters
 * @param operands what the formulas take, in order
 */
record NotesOperands(Symbols symbols, List<Expr> operands) {
  /** Declares them; a name that stands there twice gets a number. */
  static NotesOperands of(List<Operand> operands) {
    Symbols symbols = new Symbols();
    Set<String> names = new HashSet<>();
    return new NotesOperands(
        symbols,
        operands.stream().map(o -> declare(symbols, o, unique(o.symbol(), names))).toList());
  }

  private static String unique(String symbol, Set<String> names) {
    String name = symbol;
    for (int number = 2; !names.add(name); number++) {
      name = symbol + number;
    }
    return name;
  }

  private static Expr declare(Symbols symbols, Operand operand, String name) {
    Size[] sizes =
        operand.axes().stream()
            .map(axis -> Size.symbol(axis.name().toLowerCase(Locale.ROOT)))
            .toArray(Size[]::new);
    return switch (operand) {
      case LABEL, LABELS -> symbols.labels(name, NotesLetters.M, sizes);
      case LABEL_FROM_1 -> symbols.labelsFrom1(name, NotesLetters.M, sizes);
      case POSITIVE -> symbols.positive(name, sizes);
      default -> symbols.tensor(name, sizes);
    };
  }
}
