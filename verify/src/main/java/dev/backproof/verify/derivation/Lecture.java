package dev.backproof.verify.derivation;

import java.util.List;

/**
 * A derivation as a lecture note has it: the letters, and chains of equations under headings.
 *
 * @param id the number of the claim
 * @param writer how terms are written; what its definitions stand for is explained first
 * @param parts the chains
 */
public record Lecture(String id, MathText writer, List<Part> parts) {
  /** Copies the list. */
  public Lecture {
    parts = List.copyOf(parts);
  }

  /**
   * A chain under a heading.
   *
   * @param heading what is said before it; nothing for the first
   * @param chain the chain
   * @param isResult whether its ends are what is derived: they make the title
   */
  public record Part(Reason heading, Chain chain, boolean isResult) {
    /** A chain on the way, or one that follows. */
    static Part of(Reason heading, Chain chain) {
      return new Part(heading, chain, false);
    }

    /** A chain whose ends are the result. */
    static Part result(Reason heading, Chain chain) {
      return new Part(heading, chain, true);
    }
  }

  /** What the definitions stand for; those of derivatives say it themselves. */
  List<Symbol> where() {
    return writer.definitions().stream()
        .filter(definition -> !definition.isDerivative())
        .map(writer::equation)
        .toList();
  }

  /** What is derived: the ends of the chains that are results. */
  List<Symbol> results() {
    return parts.stream().filter(Part::isResult).map(part -> part.chain().ends(writer)).toList();
  }

  /**
   * Proves every "=" of every part.
   *
   * @throws UnprovedLink if one is not proved
   */
  public ProvedLecture prove() {
    return new ProvedLecture(this, parts.stream().map(part -> part.chain().prove()).toList());
  }
}
