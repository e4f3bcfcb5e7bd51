package dev.backproof.verify.derivation;

import java.util.List;

/**
 * A derivation as a lecture note has it: the letters, and chains of equations under headings.
 *
 * @param id the number of the claim
 * @param title what is derived
 * @param writer how terms are written
 * @param where the names of the definitions that are explained first
 * @param parts the chains
 */
public record Lecture(
    String id, Symbol title, MathText writer, List<String> where, List<Part> parts) {
  /** Copies the lists. */
  public Lecture {
    where = List.copyOf(where);
    parts = List.copyOf(parts);
  }

  /**
   * A chain under a heading.
   *
   * @param heading what is said before it; nothing for the first
   * @param chain the chain
   */
  public record Part(Reason heading, Chain chain) {}

  /**
   * Proves every "=" of every part.
   *
   * @throws UnprovedLink if one is not proved
   */
  public ProvedLecture prove() {
    return new ProvedLecture(this, parts.stream().map(part -> part.chain().prove()).toList());
  }
}
