package dev.backproof.verify.theorem;

import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.notes.Sizes.Axis;
import dev.backproof.verify.notes.Statement.Gradient;
import dev.backproof.verify.notes.Statement.Identity;
import dev.backproof.verify.notes.WrongClaim;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The wrong versions of the claims as statements of the kernel, and what becomes of them.
 *
 * <p>One whose shapes do not fit is tried again with two sizes taken for the same, which is how it
 * goes unnoticed in a program where they happen to be.
 */
public final class WrongTheorems {
  /** The one that speaks of the diagonal of a matrix that has none: d and h are two ranges. */
  private static final String DIAGONAL = "r24";

  private WrongTheorems() {}

  /** What becomes of a wrong version. */
  public static WrongVerdict decide(WrongClaim wrong, Decider decider) {
    Decision decision = decide(wrong, decider, Map.of());
    return new WrongVerdict(
        wrong,
        decision,
        decision instanceof Decision.Malformed ? equated(wrong, decider) : Optional.empty());
  }

  /** The first two sizes that let the shapes fit if they are the same. */
  private static Optional<WrongVerdict.Equated> equated(WrongClaim wrong, Decider decider) {
    for (Axis kept : Axis.values()) {
      for (Axis other : Axis.values()) {
        if (kept.compareTo(other) < 0) {
          Decision decision = decide(wrong, decider, Map.of(other, kept));
          if (!(decision instanceof Decision.Malformed)) {
            return Optional.of(new WrongVerdict.Equated(kept, other, decision));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Decision decide(WrongClaim wrong, Decider decider, Map<Axis, Axis> same) {
    return decider.decide(() -> statement(wrong, same));
  }

  /**
   * A wrong version as a statement: of a gradient the kernel's own derivative.
   *
   * @param same the size that stands for another
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static Statement statement(WrongClaim wrong, Map<Axis, Axis> same) {
    NotesOperands in = NotesOperands.of(wrong.statement().operands(), same);
    if (wrong.statement() instanceof Identity identity) {
      return only(
          Statements.identity(in.symbols(), in.operands(), identity.left(), identity.right()));
    }
    Gradient gradient = (Gradient) wrong.statement();
    return wrong.id().equals(DIAGONAL)
        ? diagonal(gradient, in)
        : only(
            Statements.gradient(
                in.symbols(),
                in.operands(),
                gradient.function(),
                gradient.which(),
                gradient.right()));
  }

  private static Statement only(SymbolicClaim claim) {
    List<Statement> statements = claim.statements();
    if (statements.size() != 1) {
      throw new IllegalStateException(statements.size() + " statements, where one is expected");
    }
    return statements.get(0);
  }

  /**
   * ∂(∂L/∂hᵃ·W1·x)/∂x_l = ∂L/∂hᵃ_l·W1_ll, with l in the place of an index of another range: made
   * past the check that statements from Java go through, so that the kernel's own is seen.
   */
  private static Statement diagonal(Gradient gradient, NotesOperands in) {
    Expr function = gradient.function().apply(in.operands());
    Expr x = in.operands().get(gradient.which());
    Statement shape = only(Statements.gradient(in.symbols(), function, x, at -> Term.ZERO));
    Term l = shape.left().argument(1).argument(0);
    return new Statement(
        shape.declarations(),
        shape.hypotheses(),
        shape.left(),
        Term.multiply(Term.entry("grad_ha", l), Term.entry("W1", l, l)),
        false);
  }
}
