package dev.backproof.verify.notes;

import dev.backproof.core.Formula;

/**
 * A natural wrong version of a claim: the right statement with another right side.
 *
 * @param id its number, {@code r15}
 * @param claim the number of the claim it belongs to
 * @param wrong what it says
 * @param correct what it should say
 * @param mistake what is wrong with it, in words
 * @param right the statement it is a wrong version of
 * @param statement the same function of the same operands with the wrong right side
 */
public record WrongClaim(
    String id,
    String claim,
    String wrong,
    String correct,
    String mistake,
    Statement right,
    Statement statement) {
  /** A wrong version of a form of a claim. */
  static WrongClaim of(
      String id, String wrong, String mistake, String claim, String label, Formula rightSide) {
    return of(id, wrong, mistake, claim, statement(claim, label), rightSide);
  }

  /** A wrong version of a statement that belongs to a claim. */
  static WrongClaim of(
      String id, String wrong, String mistake, String claim, Statement right, Formula rightSide) {
    String title = NotesClaims.find(claim).orElseThrow().title();
    return new WrongClaim(id, claim, wrong, title, mistake, right, with(right, rightSide));
  }

  /** The same where it is not the title of the claim that it should say. */
  WrongClaim insteadOf(String formula) {
    return new WrongClaim(id, claim, wrong, formula, mistake, right, statement);
  }

  private static Statement statement(String claim, String label) {
    return NotesClaims.find(claim).orElseThrow().statements().stream()
        .filter(statement -> statement.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(claim + " has no statement " + label));
  }

  private static Statement with(Statement right, Formula side) {
    if (right instanceof Statement.Gradient g) {
      return new Statement.Gradient(
          g.label(), g.operands(), g.function(), g.which(), side, g.kinks());
    }
    Statement.Identity identity = (Statement.Identity) right;
    return new Statement.Identity(
        identity.label(), identity.operands(), identity.left(), side, identity.kinks());
  }

  @Override
  public String toString() {
    return id + " " + wrong + " (" + mistake + ")";
  }
}
