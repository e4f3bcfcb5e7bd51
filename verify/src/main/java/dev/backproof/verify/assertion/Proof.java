package dev.backproof.verify.assertion;

import dev.backproof.verify.certificate.CertificateText;
import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.prover.Decision;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What a proof for all sizes came to.
 *
 * @param subject what is proved
 * @param entries the proofs: one, or one for each position on the axes whose extents are numbers
 * @param unseen the conditions that hold at all points that were looked at: that the function is
 *     not defined elsewhere, or the claim right there too, was seen of the others only
 */
public record Proof(String subject, List<Decision.Proved> entries, List<Condition> unseen) {
  /** Copies the lists. */
  public Proof {
    entries = List.copyOf(entries);
    unseen = List.copyOf(unseen);
  }

  Proof withUnseen(List<Condition> conditions) {
    return new Proof(subject, entries, conditions);
  }

  /** The certificates as text, one for each entry: what {@code backproof replay} reads. */
  public List<String> certificates() {
    return entries.stream().map(p -> CertificateText.write(p.certificate())).toList();
  }

  /**
   * What has to hold for the function and its derivative to make sense, and for a proof off the
   * kinks that they are left out; elsewhere nothing is proved.
   */
  public List<String> conditions() {
    return all((shown, proved) -> shown.conditions(proved.conditions()));
  }

  /** What was assumed of the operands and used. */
  public List<String> hypotheses() {
    return all((shown, proved) -> shown.hypotheses(proved.hypotheses()));
  }

  private List<String> all(BiFunction<Shown, Decision.Proved, List<String>> what) {
    return entries.stream()
        .flatMap(p -> what.apply(new Shown(p.certificate().statement().declarations()), p).stream())
        .distinct()
        .toList();
  }

  /** The number of steps of all certificates. */
  public int steps() {
    return entries.stream().mapToInt(p -> p.certificate().steps().size()).sum();
  }

  /** At how many points both sides were evaluated afterwards, and agreed. */
  public int trials() {
    return entries.stream().mapToInt(Decision.Proved::trials).sum();
  }

  /** Whether the points are left out at which the function has a kink. */
  public boolean offTheKinks() {
    return entries.stream().anyMatch(Decision.Proved::offKinks);
  }

  /** A few lines for people. */
  @Override
  public String toString() {
    Lines lines = new Lines((offTheKinks() ? "PROVED off the kinks: " : "PROVED: ") + subject);
    if (!conditions().isEmpty()) {
      lines.row("where", String.join("\n", conditions()));
    }
    if (!hypotheses().isEmpty()) {
      lines.row("assuming", String.join("\n", hypotheses()));
    }
    if (!unseen.isEmpty()) {
      Shown shown = new Shown(entries.get(0).certificate().statement().declarations());
      lines.row(
          "elsewhere",
          "no point was found outside of " + String.join(", ", shown.conditions(unseen)));
    }
    return lines
        .row("steps", steps() + ", replayed by the checker")
        .row("evaluated", "at " + trials() + " points, where both sides agree")
        .toString();
  }
}
