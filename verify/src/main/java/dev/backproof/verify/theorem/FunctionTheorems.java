package dev.backproof.verify.theorem;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Formula;
import dev.backproof.core.Tensor;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.theorem.Proposition.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The theorems about composed functions: that the form which is computed is what the textbook
 * defines, and that its gradients are those of the definition.
 */
public final class FunctionTheorems {
  private FunctionTheorems() {}

  /** All theorems, about the rules as they stand. */
  public static List<Proposition> all() {
    return all(VjpRules.PAGE);
  }

  /** All theorems, where the backward sweep uses a page of rules. */
  public static List<Proposition> all(VjpRules page) {
    List<Definition> definitions = new ArrayList<>(FunctionDefinitions.all());
    definitions.addAll(TensorDefinitions.all());
    List<Proposition> all = new ArrayList<>();
    for (Definition definition : definitions) {
      all.add(
          proposition(
              definition, "value", "what is computed is what is defined", () -> value(definition)));
      for (int which : definition.by()) {
        String by = " by " + definition.operands().get(which).name();
        all.add(
            proposition(
                definition,
                "derivative" + by,
                "the derivative of what is defined is that of what is computed",
                () -> derivative(definition, which)));
        all.add(
            proposition(
                definition,
                "engine" + by,
                "the derivative of what is defined is what a sweep over what is computed finds",
                () -> engine(page, definition, which)));
      }
    }
    return List.copyOf(all);
  }

  private static Proposition proposition(
      Definition of, String form, String says, Supplier<SymbolicClaim> claim) {
    return new Proposition(Part.FUNCTIONS, of.subject(), of.label() + " " + form, says, claim);
  }

  private static SymbolicClaim value(Definition definition) {
    Symbols symbols = new Symbols();
    List<Expr> x = definition.declare(symbols);
    IndexNotation in = new IndexNotation();
    return Statements.identity(
        symbols, definition.stable().apply(x), at -> definition.textbook().at(in, x, at));
  }

  private static SymbolicClaim derivative(Definition definition, int which) {
    Symbols symbols = new Symbols();
    List<Expr> x = definition.declare(symbols);
    Expr y = definition.stable().apply(x);
    Expr yBar = symbols.tensor("yBar", y.shape());
    Term weighted = weighted(definition, x, yBar);
    Expr by = x.get(which);
    return Statements.gradient(
        symbols, weighted, by, at -> Term.derivative(y.times(yBar).sum().at(List.of()), by.at(at)));
  }

  private static SymbolicClaim engine(VjpRules page, Definition definition, int which) {
    Symbols symbols = new Symbols();
    List<Expr> x = definition.declare(symbols);
    Expr yBar = symbols.tensor("yBar", definition.stable().apply(x).shape());
    List<Expr> withWeights = new ArrayList<>(x);
    withWeights.add(yBar);
    Expr swept = Statements.swept(page, withWeights, new Weighted(definition.stable()), which);
    return Statements.gradient(symbols, weighted(definition, x, yBar), x.get(which), swept);
  }

  /** Σ ȳ·y, where y is as the textbook defines it. */
  private static Term weighted(Definition definition, List<Expr> x, Expr yBar) {
    IndexNotation in = new IndexNotation();
    return in.sum(
        yBar.shape(), at -> Term.multiply(yBar.at(at), definition.textbook().at(in, x, at)));
  }

  /** Σ ȳ·f(x), where ȳ is the last operand. */
  private record Weighted(Formula f) implements Formula {
    @Override
    public <T extends Tensor<T>> T apply(List<T> operands) {
      int last = operands.size() - 1;
      return f.apply(operands.subList(0, last)).times(operands.get(last)).sum();
    }

    @Override
    public OptionalInt arity() {
      return OptionalInt.empty();
    }
  }
}
