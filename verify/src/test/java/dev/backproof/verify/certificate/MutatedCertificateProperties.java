package dev.backproof.verify.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * A certificate in which something has been changed is refused, or what it then says is true.
 *
 * <p>{@code -Dbackproof.large=true} tries twenty times as many: 160,000 certificates.
 */
class MutatedCertificateProperties {
  /** Where certificates come from. */
  private static final List<Supplier<List<Certificate>>> CORPUS =
      List.of(SmallProofs::all, RuleProofs::all, ProverProofs::all);

  /** In each try. */
  private static final int EACH = Boolean.getBoolean("backproof.large") ? 80 : 4;

  private static final String REFUSED = "refused";

  /** What is then proved speaks of no point that was found. */
  private static final String VACUOUS = "true of no point";

  /** Once for all tries: jqwik makes an instance for each. */
  private static final List<Certificate> CERTIFICATES =
      CORPUS.stream().flatMap(supplier -> supplier.get().stream()).toList();

  private static final List<String> TEXTS =
      CERTIFICATES.stream().map(CertificateText::write).toList();

  @Property(tries = 1_000, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void aChangedLineIsRefusedOrHarmless(@ForAll long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < EACH; i++) {
      int which = random.nextInt(CERTIFICATES.size());
      String text = TEXTS.get(which);
      int changes = 1 + random.nextInt(2);
      for (int j = 0; j < changes; j++) {
        text = TextMutations.of(text, random);
      }
      judge(CERTIFICATES.get(which), text, random.nextLong());
    }
    mostAreRefused();
  }

  @Property(tries = 1_000, seed = "2", edgeCases = EdgeCasesMode.NONE)
  void aChangedPartIsRefusedOrHarmless(@ForAll long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < EACH; i++) {
      Certificate original = CERTIFICATES.get(random.nextInt(CERTIFICATES.size()));
      int changes = 1 + random.nextInt(2);
      Certificate changed = original;
      String text;
      try {
        for (int j = 0; j < changes; j++) {
          changed = Mutations.of(changed, random);
        }
        text = CertificateText.write(changed);
      } catch (Refusal e) {
        // Such a certificate cannot even be made.
        Statistics.collect(REFUSED);
        continue;
      }
      judge(original, text, random.nextLong());
    }
    mostAreRefused();
  }

  private static void judge(Certificate original, String text, long seed) {
    Statement proved;
    try {
      proved = Replay.check(text).statement();
    } catch (MalformedCertificate | Refused e) {
      Statistics.collect(REFUSED);
      return;
    }
    if (said(proved).equals(said(original.statement()))) {
      Statistics.collect("says the same");
      return;
    }
    Evaluated evaluated = Evaluated.of(proved, seed);
    assertEquals("", evaluated.counterexample(), text);
    if (evaluated.points() == 0) {
      // Only what was added as a hypothesis, or assumed of what was changed, can contradict itself.
      assertFalse(
          proved.hypotheses().isEmpty() && !proved.isDerivative() && !proved.offKinks(), text);
    }
    Statistics.collect(evaluated.points() > 0 ? "true where evaluated" : VACUOUS);
  }

  private static void mostAreRefused() {
    Statistics.coverage(
        coverage -> {
          coverage.check(REFUSED).percentage(share -> share > 50);
          coverage.check(VACUOUS).percentage(share -> share < 1);
        });
  }

  /** Everything a statement says. */
  private static List<Object> said(Statement s) {
    List<Object> said = new ArrayList<>();
    said.add(s.declarations().sizes());
    said.add(s.declarations().tensors());
    said.add(s.declarations().labels());
    for (Hypothesis h : s.hypotheses()) {
      said.add(h);
    }
    said.add(s.left());
    said.add(s.right());
    said.add(s.offKinks());
    return said;
  }
}
