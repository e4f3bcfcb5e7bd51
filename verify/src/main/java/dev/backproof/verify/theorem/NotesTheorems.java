package dev.backproof.verify.theorem;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.notes.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The claims of the notes as theorems about the code that runs.
 *
 * <p>Of a gradient: that the kernel's own derivative of the very loss that runs is the very closed
 * form, and that the engine's backward sweep finds it too. Of an identity: that its sides are
 * equal. Beside them the index forms, entry by entry, and that a minibatch is the mean of its
 * examples.
 */
public final class NotesTheorems {
  private NotesTheorems() {}

  /** Those of all claims, with the engine's rules as they stand. */
  public static List<Proposition> all() {
    return all(VjpRules.PAGE);
  }

  /** Those of all claims, with other rules for the engine. */
  public static List<Proposition> all(VjpRules page) {
    return NotesClaims.all().stream().flatMap(claim -> of(claim, page).stream()).toList();
  }

  /** Those of one claim; of 3.3, which is a numerical check, none. */
  public static List<Proposition> of(Claim claim, VjpRules page) {
    List<Proposition> all = new ArrayList<>();
    for (Statement statement : claim.statements()) {
      if (statement instanceof Statement.Gradient gradient) {
        all.add(proposition(claim, gradient, "derivative", () -> derivative(gradient)));
        all.add(proposition(claim, gradient, "engine", () -> engine(gradient, page)));
      } else if (statement instanceof Statement.Identity identity) {
        all.add(
            new Proposition(
                Proposition.Part.NOTES,
                claim.id(),
                identity.label(),
                claim.title(),
                () -> identity(identity)));
      }
    }
    all.addAll(BasicTheorems.of(claim));
    all.addAll(IndexTheorems.of(claim));
    all.addAll(MinibatchTheorems.of(claim));
    all.addAll(MeanTheorems.of(claim, page));
    return all;
  }

  private static Proposition proposition(
      Claim claim, Statement.Gradient gradient, String left, Supplier<SymbolicClaim> made) {
    return new Proposition(
        Proposition.Part.NOTES, claim.id(), gradient.label() + ", " + left, claim.title(), made);
  }

  /** The kernel's derivative = the closed form. */
  public static SymbolicClaim derivative(Statement.Gradient gradient) {
    NotesOperands in = NotesOperands.of(gradient.operands());
    return Statements.gradient(
        in.symbols(), in.operands(), gradient.function(), gradient.which(), gradient.right());
  }

  /** What the engine's backward sweep finds = the closed form. */
  public static SymbolicClaim engine(Statement.Gradient gradient, VjpRules page) {
    NotesOperands in = NotesOperands.of(gradient.operands());
    return Statements.engine(
        page, in.symbols(), in.operands(), gradient.function(), gradient.which(), gradient.right());
  }

  /** Both sides are equal. */
  public static SymbolicClaim identity(Statement.Identity identity) {
    NotesOperands in = NotesOperands.of(identity.operands());
    return Statements.identity(in.symbols(), in.operands(), identity.left(), identity.right());
  }
}
