package dev.backproof.verify.notes;

import dev.backproof.core.Formula;
import java.util.ArrayList;
import java.util.List;

/**
 * A natural wrong version of a claim: the right statement with another right side.
 *
 * @param id its number, {@code r15}
 * @param wrong what it says
 * @param why what is wrong with it
 * @param right the statement it is a wrong version of
 * @param statement the same function of the same operands with the wrong right side
 * @param shows where its error shows
 * @param visible the smallest sizes at which it shows, and larger ones
 * @param blind sizes at which it is right by accident
 * @param refused sizes at which the shapes do not fit, and what the refusal names
 */
record WrongClaim(
    String id,
    String wrong,
    String why,
    Statement right,
    Statement statement,
    Shows shows,
    List<Sizes> visible,
    List<Sizes> blind,
    List<Refusal> refused) {
  /** Where an error shows. */
  enum Shows {
    /** At points like any other. */
    ANYWHERE,
    /** At a kink or jump only. */
    AT_KINKS
  }

  /**
   * Sizes at which the shapes do not fit.
   *
   * @param sizes the sizes
   * @param named what the message must name
   */
  record Refusal(Sizes sizes, List<String> named) {}

  /** A wrong version of a claim of the notes, at first without any sizes. */
  static WrongClaim of(
      String id, String wrong, String why, String claim, String label, Formula rightSide) {
    return of(id, wrong, why, statement(claim, label), rightSide);
  }

  /** A wrong version of a statement, at first without any sizes. */
  static WrongClaim of(String id, String wrong, String why, Statement right, Formula rightSide) {
    return new WrongClaim(
        id,
        wrong,
        why,
        right,
        with(right, rightSide),
        Shows.ANYWHERE,
        List.of(),
        List.of(),
        List.of());
  }

  /** The same, seen at kinks and jumps only. */
  WrongClaim atKinks() {
    return new WrongClaim(
        id, wrong, why, right, statement, Shows.AT_KINKS, visible, blind, refused);
  }

  /** The same, visible from these sizes on. */
  WrongClaim visible(Sizes... sizes) {
    return new WrongClaim(id, wrong, why, right, statement, shows, List.of(sizes), blind, refused);
  }

  /** The same, invisible at these sizes. */
  WrongClaim blind(Sizes... sizes) {
    return new WrongClaim(
        id, wrong, why, right, statement, shows, visible, List.of(sizes), refused);
  }

  /** The same, refused at these sizes too. */
  WrongClaim refused(Sizes sizes, String... named) {
    List<Refusal> more = new ArrayList<>(refused);
    more.add(new Refusal(sizes, List.of(named)));
    return new WrongClaim(id, wrong, why, right, statement, shows, visible, blind, more);
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
    return id + " " + wrong + " (" + why + ")";
  }
}
