package dev.backproof.verify.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Rule;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Step;
import dev.backproof.verify.kernel.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hostile text fills neither the memory nor the stack, nor does it take forever. */
class LimitsTest {
  private static final String HEAD =
      CertificateText.HEADER
          + "\nsize d\ntensor z\n"
          + String.join(
              "", Rulebook.CONVENTIONS.stream().map(c -> "convention " + c + "\n").toList())
          + "kinks everywhere\nt0 entry z\n";

  /** t0 = t0 by a chain of terms, each made of the one before. */
  private static String chain(int length, String node, String rule) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 1; i <= length; i++) {
      text.append("t" + i + " " + node.replace("?", "t" + (i - 1))).append('\n');
    }
    return text + "left t0\nright t0\ns0 " + rule.replace("?", "t" + length) + "\nqed s0\n";
  }

  @Test
  void aDeepTermIsReplayedAsFarAsTheLimit() {
    Refused refused =
        assertThrows(
            Refused.class, () -> Replay.check(chain(Limits.DEPTH - 1, "sin ?", "reflexive ?")));
    assertTrue(refused.reason().startsWith("the last theorem is not the statement"));
    refused = assertThrows(Refused.class, () -> Replay.check(chain(1_990, "sin ?", "ring ? ?")));
    assertTrue(refused.reason().startsWith("the last theorem is not the statement"));
    MalformedCertificateTest.refused(
        chain(Limits.DEPTH, "sin ?", "reflexive ?"), "2009:11: a term nested more than 2000 deep");
  }

  @Test
  void aTermThatIsSharedIsNotLarger() {
    MalformedCertificateTest.refused(
        chain(60, "add ? ?", "reflexive ?"), "28:13: a term of more than 1000000 nodes");
  }

  @Test
  void manyLargeTermsAreTooMuchWork() {
    StringBuilder text = new StringBuilder(chain(18, "add ? ?", "reflexive ?"));
    text.setLength(text.indexOf("s0"));
    for (int i = 0; i < 200; i++) {
      text.append("s" + i + " reflexive t18\n");
    }
    String all = text + "qed s199\n";
    Refused refused = assertThrows(Refused.class, () -> Replay.check(all));
    assertEquals("more than 200000000 nodes in all", refused.reason());
    assertEquals(127, refused.step().orElseThrow());
  }

  /** What the kernel concludes grows though no term of the certificate does. */
  @Test
  void aConclusionThatDoublesIsRefused() {
    Term z = Term.entry("z");
    Declarations letters = new Declarations().size("d").tensor("z");
    Proof proof = Proof.of(letters, z, z);
    Term half = Term.number(dev.backproof.verify.kernel.Rational.HALF);
    Term twice = Term.multiply(half, Term.add(z, z));
    var step = proof.by(Rule.RING, z, twice);
    var grown = step;
    List<Step> steps;
    for (int i = 0; i < 25; i++) {
      var sum = proof.under(Rule.CONGRUENT, Term.add(z, z), grown, grown);
      var product =
          proof.under(
              Rule.CONGRUENT,
              twice,
              twice.arguments().stream()
                  .map(part -> part.equals(half) ? proof.same(half) : sum)
                  .toArray(dev.backproof.verify.kernel.Theorem[]::new));
      grown = proof.chain(step, product);
    }
    steps = proof.kernel().log();
    Certificate certificate = new Certificate(new Statement(letters, z, z), steps, List.of());
    Refused refused = assertThrows(Refused.class, () -> Replay.check(certificate));
    assertEquals("a term of more than 1000000 nodes", refused.reason());
  }

  @Test
  void aLongLineIsRefused() {
    MalformedCertificateTest.refused(
        HEAD + "t1 add" + " t0".repeat(40_000) + "\n", "10:100000: a line of more than 100000");
  }

  @Test
  void aLongNumberIsRefused() {
    MalformedCertificateTest.refused(
        HEAD + "t1 number " + "9".repeat(1_001) + "\n", "10:11: a number of 1001 characters");
  }

  @Test
  void aLongNameIsRefused() {
    MalformedCertificateTest.refused(
        HEAD + "t1 size " + "m".repeat(101) + "\n", "10:9: a name of 101 characters");
  }

  @Test
  void aLongTextIsRefused() {
    MalformedCertificateTest.refused(
        " ".repeat(Limits.TEXT + 1), "1:1: a text of more than 64000000 characters");
  }

  @Test
  void nestedLabelsAreRefused() {
    MalformedCertificateTest.refused(
        HEAD + "t1 index " + "y(".repeat(20_000) + "\n", "10:10: no index: y(y(");
  }

  @Test
  void aTowerOfPowersIsRefusedSoon() {
    Refused refused =
        assertThrows(
            Refused.class,
            () ->
                Replay.check(chain(4, "power 1000 ?", "ring ? ?").replace("entry z", "number 7")));
    assertEquals("step 0 (ring): a number of more than 100000 binary digits", refused.getMessage());
  }

  @Test
  void manyNotesAreRefused() {
    String text = CertificateText.HEADER + "\n" + "#\n".repeat(1_001);
    MalformedCertificateTest.refused(text, "1002:1: '#' where no more than 1000 notes");
  }

  @Test
  void whatCannotBeReadIsNotWritten() {
    Term deep = Term.entry("z");
    for (int i = 0; i < Limits.DEPTH; i++) {
      deep = Term.exp(deep);
    }
    Statement statement = new Statement(new Declarations().size("d").tensor("z"), deep, deep);
    Certificate certificate =
        new Certificate(
            statement, List.of(new Step(Rule.REFLEXIVE, List.of(deep), List.of())), List.of());
    assertThrows(Refusal.class, () -> CertificateText.write(certificate));
  }
}
