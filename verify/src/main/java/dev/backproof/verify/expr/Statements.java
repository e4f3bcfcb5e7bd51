package dev.backproof.verify.expr;

import dev.backproof.autodiff.forward.Dual;
import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.Formula;
import dev.backproof.core.Shape;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Kernel statements from formulas: the only place where they are made from Java.
 *
 * <p>A statement about arrays is one about the entry at free indices. Both sides must have the same
 * shape; an operand that is differentiated by must be a declared tensor.
 */
public final class Statements {
  private Statements() {}

  /**
   * left = right.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public static SymbolicClaim identity(Symbols symbols, Expr left, Expr right) {
    Equations.requireEqual("identity", left.shape(), right.shape());
    Lowering lowering = new Lowering();
    return claim(symbols, left.shape(), Side.of(lowering, left), Side.of(lowering, right));
  }

  /** As {@link #identity(Symbols, Expr, Expr)}, of two formulas over the same operands. */
  public static SymbolicClaim identity(
      Symbols symbols, List<Expr> operands, Formula left, Formula right) {
    return identity(symbols, left.apply(operands), right.apply(operands));
  }

  /** left = right, where the right side is written entry by entry. */
  public static SymbolicClaim identity(Symbols symbols, Expr left, IndexForm right) {
    return claim(symbols, left.shape(), Side.of(new Lowering(), left), Side.of(right));
  }

  /**
   * ∂function/∂operand = right, the left side being the kernel's own derivative.
   *
   * @param which the operand differentiated by
   * @param right the gradient, of the shape of that operand
   * @throws IllegalArgumentException if the function is no scalar, the operand not declared, or the
   *     shapes differ
   */
  public static SymbolicClaim gradient(
      Symbols symbols, List<Expr> operands, Formula function, int which, Formula right) {
    return gradient(symbols, function.apply(operands), operands.get(which), right.apply(operands));
  }

  /** As above, of graphs. */
  public static SymbolicClaim gradient(Symbols symbols, Expr function, Expr by, Expr right) {
    Equations.requireEqual("gradient", by.shape(), right.shape());
    Lowering lowering = new Lowering();
    return claim(
        symbols, by.shape(), Side.derivative(lowering, function, by), Side.of(lowering, right));
  }

  /** As above, where the right side is written entry by entry. */
  public static SymbolicClaim gradient(Symbols symbols, Expr function, Expr by, IndexForm right) {
    return claim(
        symbols, by.shape(), Side.derivative(new Lowering(), function, by), Side.of(right));
  }

  /**
   * As above, where the function is written in index notation and the right side is an array.
   *
   * @param function a scalar without free indices
   */
  public static SymbolicClaim gradient(Symbols symbols, Term function, Expr by, Expr right) {
    Side.requireDeclared(by);
    Equations.requireEqual("gradient", by.shape(), right.shape());
    Equations.requireNumbers("gradient", right);
    Lowering lowering = new Lowering();
    return claim(
        symbols,
        by.shape(),
        (place, letters) -> Term.derivative(function, lowering.entry(by, place)),
        (place, letters) -> lowering.entry(right, place));
  }

  /** As above, of two functions written in index notation, or of what their derivatives make. */
  public static SymbolicClaim gradient(Symbols symbols, Term function, Expr by, IndexForm right) {
    Side.requireDeclared(by);
    Lowering lowering = new Lowering();
    return claim(
        symbols,
        by.shape(),
        (place, letters) -> Term.derivative(function, lowering.entry(by, place)),
        Side.of(right));
  }

  /**
   * The gradient that a backward sweep finds = right: both sides are free of derivatives.
   *
   * @param page the rules of the sweep
   * @throws IllegalArgumentException if the function is no scalar, or the shapes differ
   */
  public static SymbolicClaim engine(
      VjpRules page,
      Symbols symbols,
      List<Expr> operands,
      Formula function,
      int which,
      Formula right) {
    return identity(symbols, swept(page, operands, function, which), right.apply(operands));
  }

  /**
   * ∂function/∂operand = the gradient that a backward sweep finds, the left side being the kernel's
   * own derivative.
   *
   * @throws IllegalArgumentException if the function is no scalar, or the operand not declared
   */
  public static SymbolicClaim sweep(
      VjpRules page, Symbols symbols, List<Expr> operands, Formula function, int which) {
    Expr right = swept(page, operands, function, which);
    return gradient(symbols, function.apply(operands), operands.get(which), right);
  }

  /**
   * Σ ȳ·∂y/∂operand = what a backward sweep from ȳ finds, for a function of any shape.
   *
   * @param yBar a cotangent of the shape of the value
   * @throws IllegalArgumentException if it has another shape, or the operand is not declared
   */
  public static SymbolicClaim pullback(
      VjpRules page, Symbols symbols, List<Expr> operands, Formula function, int which, Expr yBar) {
    Expr y = function.apply(operands);
    Equations.requireEqual("pullback", y.shape(), yBar.shape());
    List<Var<Expr>> x = variables(new Tape<>(page), operands, which);
    Expr right = function.apply(x).backward(yBar).of(x.get(which));
    return gradient(symbols, yBar.times(y).sum(), operands.get(which), right);
  }

  /**
   * Σ ∂y/∂operand·ẋ = the tangent that forward mode finds, for a function of any shape.
   *
   * @param dot a tangent of the shape of the operand
   * @throws IllegalArgumentException if it has another shape, or the operand is not declared
   */
  public static SymbolicClaim pushforward(
      JvpRules page, Symbols symbols, List<Expr> operands, Formula function, int which, Expr dot) {
    Expr by = operands.get(which);
    Side.requireDeclared(by);
    Equations.requireEqual("pushforward", by.shape(), dot.shape());
    Expr y = function.apply(operands);
    List<Dual<Expr>> x =
        IntStream.range(0, operands.size())
            .mapToObj(i -> i == which ? Dual.of(by, dot, page) : Dual.constant(operands.get(i)))
            .toList();
    Expr right = function.apply(x).tangent();
    Lowering lowering = new Lowering();
    return claim(
        symbols,
        y.shape(),
        (at, declarations) ->
            lowering.sum(
                Place.factors(by.shape()),
                at,
                List.of(y, by, dot),
                k -> slope(lowering, y, at, by, dot, Place.of(by.shape(), k))),
        Side.of(lowering, right));
  }

  private static Term slope(Lowering lowering, Expr y, Place at, Expr by, Expr dot, Place place) {
    Term derivative = Term.derivative(lowering.entry(y, at), lowering.entry(by, place));
    return Term.multiply(derivative, lowering.entry(dot, place));
  }

  /**
   * The gradient that a backward sweep finds, as a graph.
   *
   * @throws IllegalArgumentException if the function is no scalar
   */
  public static Expr swept(VjpRules page, List<Expr> operands, Formula function, int which) {
    List<Var<Expr>> x = variables(new Tape<>(page), operands, which);
    Var<Expr> y = function.apply(x);
    Side.requireScalar(y.primal());
    return y.backward().of(x.get(which));
  }

  private static List<Var<Expr>> variables(Tape<Expr> tape, List<Expr> operands, int which) {
    return IntStream.range(0, operands.size())
        .mapToObj(i -> i == which ? tape.variable(operands.get(i)) : tape.constant(operands.get(i)))
        .toList();
  }

  private static SymbolicClaim claim(Symbols symbols, Shape shape, Side left, Side right) {
    List<Index> indices = symbols.freeIndices(shape);
    Declarations declarations = symbols.declarations();
    indices.forEach(index -> declarations.index(index.term().name(), index.range().toString()));
    List<SymbolicClaim.Entry> entries = new ArrayList<>();
    Place.each(
        shape,
        indices.stream().map(Index::term).toList(),
        place ->
            entries.add(
                new SymbolicClaim.Entry(
                    place.coordinates(),
                    new Statement(
                        declarations,
                        symbols.hypotheses(),
                        left.at(place, declarations),
                        right.at(place, declarations),
                        false))));
    return new SymbolicClaim(symbols.operands(), shape, indices, entries);
  }
}
