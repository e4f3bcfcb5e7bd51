package dev.backproof.verify.assertion;

import dev.backproof.verify.certificate.CertificateText;
import dev.backproof.verify.prover.Decision;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a proof for all sizes came to.
 *
 * @param subject what is proved
 * @param entries the proofs: one, or one for each position on the axes whose extents are numbers
 */
public record Proof(String subject, List<Decision.Proved> entries) {
  /** Copies the list. */
  public Proof {
    entries = List.copyOf(entries);
  }

  /** The certificates as text, to be stored and replayed: {@code backproof replay FILE}. */
  public List<String> certificates() {
    return entries.stream().map(p -> CertificateText.write(p.certificate())).toList();
  }

  /**
   * What has to hold for the function and its derivative to make sense; elsewhere nothing is
   * proved.
   */
  public List<String> conditions() {
    return entries.stream()
        .flatMap(p -> p.conditions().stream())
        .map(Shown::condition)
        .distinct()
        .toList();
  }

  /** What was assumed of the operands, and used. */
  public List<String> hypotheses() {
    return entries.stream()
        .flatMap(p -> p.hypotheses().stream())
        .map(Shown::hypothesis)
        .distinct()
        .toList();
  }

  /** The number of steps of the certificates. */
  public int steps() {
    return entries.stream().mapToInt(p -> p.certificate().steps().size()).sum();
  }

  /** Whether the points are left out at which the function has a kink. */
  public boolean offTheKinks() {
    return entries.stream().anyMatch(Decision.Proved::offKinks);
  }

  /** A few lines for people. */
  @Override
  public String toString() {
    Lines lines =
        new Lines("PROVED" + (offTheKinks() ? " off the kinks" : "") + ": " + subject)
            .row("steps", steps() + ", replayed by the checker");
    if (!conditions().isEmpty()) {
      lines.row("where", conditions().stream().collect(Collectors.joining("\n")));
    }
    if (!hypotheses().isEmpty()) {
      lines.row("assuming", hypotheses().stream().collect(Collectors.joining("\n")));
    }
    int trials = entries.stream().mapToInt(Decision.Proved::trials).sum();
    return lines.row("evaluated", "at " + trials + " points, where both sides agree").toString();
  }
}
