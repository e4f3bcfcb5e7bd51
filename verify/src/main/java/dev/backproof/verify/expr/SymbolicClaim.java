package dev.backproof.verify.expr;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An equation between arrays, as statements of the kernel: one, or one for each position on the
 * axes whose extents are numbers.
 *
 * @param operands what was declared
 * @param shape the shape of both sides
 * @param indices the free indices, one for each symbol of the shape
 * @param entries the statements
 */
public record SymbolicClaim(
    Map<String, Expr> operands, Shape shape, List<Index> indices, List<Entry> entries) {
  /**
   * The statement about one entry.
   *
   * @param at its coordinates
   * @param statement that both sides are equal there
   */
  public record Entry(List<Term> at, Statement statement) {
    /** Copies the list. */
    public Entry {
      at = List.copyOf(at);
    }
  }

  /** Copies what it is given. */
  public SymbolicClaim {
    operands = Collections.unmodifiableMap(new LinkedHashMap<>(operands));
    indices = List.copyOf(indices);
    entries = List.copyOf(entries);
  }

  /** The statements. */
  public List<Statement> statements() {
    return entries.stream().map(Entry::statement).toList();
  }

  /**
   * The left side on numbers.
   *
   * @throws IllegalArgumentException if the numbers do not fit
   */
  public DenseTensor left(ExprEvaluation on) {
    return value(on, Statement::left);
  }

  /**
   * The right side on numbers.
   *
   * @throws IllegalArgumentException if the numbers do not fit
   */
  public DenseTensor right(ExprEvaluation on) {
    return value(on, Statement::right);
  }

  private DenseTensor value(ExprEvaluation on, Function<Statement, Term> side) {
    List<Term> entry = entries.stream().map(Entry::statement).map(side).toList();
    return on.array(shape, indices, entry);
  }
}
