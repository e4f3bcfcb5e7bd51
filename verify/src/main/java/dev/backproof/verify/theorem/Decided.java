package dev.backproof.verify.theorem;

import dev.backproof.verify.certificate.Certificate;
import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.prover.ProofVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A proposition and what became of it.
 *
 * @param proposition what was to be proved
 * @param decisions one for each of its statements, or that there are none
 * @param time what it took to decide
 */
public record Decided(Proposition proposition, List<Decision> decisions, Duration time) {
  /** Copies the list. */
  public Decided {
    decisions = List.copyOf(decisions);
  }

  /** Decides a proposition. */
  public static Decided of(Proposition proposition, Decider decider) {
    long start = System.nanoTime();
    List<Decision> decisions = new ArrayList<>();
    try {
      proposition.claim().get().statements().forEach(s -> decisions.add(decider.decide(s)));
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      decisions.add(new Decision.Malformed(String.valueOf(e.getMessage())));
    }
    return new Decided(proposition, decisions, Duration.ofNanos(System.nanoTime() - start));
  }

  /** The gravest of the verdicts. */
  public ProofVerdict verdict() {
    return gravest(decisions.stream().map(Decision::verdict));
  }

  /** REFUTED before MALFORMED before UNDECIDED before PROVED; of nothing UNDECIDED. */
  public static ProofVerdict gravest(Stream<ProofVerdict> verdicts) {
    List<ProofVerdict> all = verdicts.toList();
    return Stream.of(
            ProofVerdict.REFUTED,
            ProofVerdict.MALFORMED,
            ProofVerdict.UNDECIDED,
            ProofVerdict.PROVED)
        .filter(all::contains)
        .findFirst()
        .orElse(ProofVerdict.UNDECIDED);
  }

  /** Those of the decisions that are proofs. */
  public List<Decision.Proved> proofs() {
    return decisions.stream()
        .filter(Decision.Proved.class::isInstance)
        .map(Decision.Proved.class::cast)
        .toList();
  }

  /** The certificates of the proofs, by a name for a file. */
  public Map<String, Certificate> certificates() {
    Map<String, Certificate> certificates = new LinkedHashMap<>();
    List<Decision.Proved> proofs = proofs();
    for (int i = 0; i < proofs.size(); i++) {
      Certificate proof = proofs.get(i).certificate();
      String entry = proofs.size() == 1 ? "" : "-" + i;
      certificates.put(
          proposition.name() + entry + ".cert",
          new Certificate(
              proof.statement(),
              proof.steps(),
              List.of(proposition.subject() + ", " + proposition.label(), proposition.says())));
    }
    return certificates;
  }

  /** The conditions under which it is proved. */
  public List<Condition> conditions() {
    return proofs().stream().flatMap(proof -> proof.conditions().stream()).distinct().toList();
  }

  /** Whether a proof leaves out the kinks. */
  public boolean offKinks() {
    return proofs().stream().anyMatch(Decision.Proved::offKinks);
  }

  /** The steps of all proofs. */
  public int steps() {
    return proofs().stream().mapToInt(proof -> proof.certificate().steps().size()).sum();
  }

  /** At how many points both sides were evaluated. */
  public int trials() {
    return proofs().stream().mapToInt(Decision.Proved::trials).sum();
  }

  /** The sizes it is about, {@code d, h >= 1}; empty if there are none. */
  public String sizes() {
    List<String> sizes =
        proofs().stream()
            .flatMap(p -> p.certificate().statement().declarations().sizes().stream())
            .distinct()
            .toList();
    return sizes.isEmpty() ? "" : String.join(", ", sizes) + " >= 1";
  }
}
