package dev.backproof.verify.theorem;

import dev.backproof.verify.expr.SymbolicClaim;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Something to be proved about the code.
 *
 * @param part which part of the catalogue it belongs to
 * @param subject the claim's number, the primitive or the function it is about
 * @param label which form of it: {@code matrix, W1 end to end, engine}
 * @param says what is equal to what, in a line
 * @param claim makes the statements; throws if the shapes do not fit
 */
public record Proposition(
    Part part, String subject, String label, String says, Supplier<SymbolicClaim> claim) {
  /** The parts of the catalogue. */
  public enum Part {
    /** The claims of the notes. */
    NOTES("notes"),
    /** The rows of the rule pages of reverse mode. */
    VJP("vjp"),
    /** The rows of the rule pages of forward mode. */
    JVP("jvp"),
    /** The composite functions. */
    FUNCTIONS("functions");

    private final String word;

    Part(String word) {
      this.word = word;
    }

    /** How it is called on the command line and in file names. */
    public String word() {
      return word;
    }
  }

  /** Its name: unique, and fit for a file. */
  public String name() {
    return (part.word() + " " + subject + " " + label)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9.]+", "-")
        .replaceAll("^-|-$", "");
  }
}
