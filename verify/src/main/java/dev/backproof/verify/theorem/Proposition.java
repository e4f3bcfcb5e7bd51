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
    NOTES("notes", "the claims of the notes"),
    /** The rows of the rule pages of reverse mode. */
    VJP("vjp", "every row of reverse mode is the adjoint of the derivative"),
    /** The rows of the rule pages of forward mode. */
    JVP("jvp", "every row of forward mode is the derivative"),
    /** The composite functions. */
    FUNCTIONS("functions", "stable forms are the definitions, and so are their gradients");

    private final String word;
    private final String says;

    Part(String word, String says) {
      this.word = word;
      this.says = says;
    }

    /** How it is called on the command line and in file names. */
    public String word() {
      return word;
    }

    /** What it says in a line. */
    public String says() {
      return says;
    }
  }

  /** Its name: unique, and fit for a file. */
  public String name() {
    return (part.word() + " " + subject + " " + label)
        .toLowerCase(Locale.ROOT)
        .replace('·', '.')
        .replaceAll("[^a-z0-9.]+", "-")
        .replaceAll("^-|-$", "");
  }
}
