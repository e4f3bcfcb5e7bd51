package dev.backproof.verify.notes;

import java.util.List;

/**
 * A claim of the notes.
 *
 * @param id its number, {@code 2.13}
 * @param title what it says, in a line
 * @param statements the equations it stands for
 */
public record Claim(String id, String title, List<Statement> statements) {
  /** Copies the list. */
  public Claim {
    statements = List.copyOf(statements);
  }
}
