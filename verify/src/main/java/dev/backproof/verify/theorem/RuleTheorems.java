package dev.backproof.verify.theorem;

import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Primitive;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.theorem.Proposition.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * The theorems about the rule pages: that each row is the adjoint, or the tangent, of the kernel's
 * own derivative of what the primitive means.
 *
 * <p>The page is an argument, so that a page with a fault can be put to the same test.
 */
public final class RuleTheorems {
  private RuleTheorems() {}

  /** Σ ȳ·∂y/∂x = what the row pulls back from ȳ, for each row, operand and pattern of shapes. */
  public static List<Proposition> vjp(VjpRules page) {
    return all((pattern, which) -> vjp(page, pattern, which));
  }

  /** Σ ∂y/∂x·ẋ = what the row pushes on from ẋ, for each row, operand and pattern of shapes. */
  public static List<Proposition> jvp(JvpRules page) {
    return all((pattern, which) -> jvp(page, pattern, which));
  }

  /** The theorem about one operand of one pattern. */
  private interface Row {
    Proposition of(RowPattern pattern, int which);
  }

  private static List<Proposition> all(Row row) {
    List<Proposition> all = new ArrayList<>();
    for (Primitive primitive : Primitive.values()) {
      for (RowPattern pattern : RowPatterns.of(primitive)) {
        for (int which : pattern.differentiated()) {
          all.add(row.of(pattern, which));
        }
      }
    }
    return List.copyOf(all);
  }

  static Proposition vjp(VjpRules page, RowPattern pattern, int which) {
    return new Proposition(
        Part.VJP,
        pattern.subject(),
        pattern.label(which),
        "Σ ȳ·∂y/∂x is what the row pulls back from ȳ",
        () -> pullback(page, pattern, which));
  }

  static Proposition jvp(JvpRules page, RowPattern pattern, int which) {
    return new Proposition(
        Part.JVP,
        pattern.subject(),
        pattern.label(which),
        "Σ ∂y/∂x·ẋ is what the row pushes on from ẋ",
        () -> pushforward(page, pattern, which));
  }

  private static SymbolicClaim pullback(VjpRules page, RowPattern pattern, int which) {
    Symbols symbols = new Symbols();
    List<Expr> operands = pattern.declare(symbols);
    OneOperation formula = new OneOperation(pattern.op());
    Expr yBar = symbols.tensor("yBar", formula.apply(operands).shape());
    return Statements.pullback(page, symbols, operands, formula, which, yBar);
  }

  private static SymbolicClaim pushforward(JvpRules page, RowPattern pattern, int which) {
    Symbols symbols = new Symbols();
    List<Expr> operands = pattern.declare(symbols);
    OneOperation formula = new OneOperation(pattern.op());
    symbols.sizes(formula.apply(operands).shape());
    Expr dot = symbols.tensor("dot", operands.get(which).shape());
    return Statements.pushforward(page, symbols, operands, formula, which, dot);
  }
}
