package dev.backproof.verify.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.verify.kernel.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateTextTest {
  static List<Certificate> all() {
    return Stream.concat(SmallProofs.all().stream(), RuleProofs.all().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsWrittenIsReadAndWrittenAgainTheSame(Certificate certificate) {
    String text = CertificateText.write(certificate);
    Certificate read = CertificateText.read(text);
    assertEquals(text, CertificateText.write(read));
    assertEquals(certificate.steps(), read.steps());
    assertEquals(certificate.notes(), read.notes());
  }

  @ParameterizedTest
  @MethodSource("all")
  void aProofIsProvedAgain(Certificate certificate) {
    Replayed replayed = Replay.check(CertificateText.write(certificate));
    assertEquals(certificate.statement().left(), replayed.statement().left());
    assertEquals(certificate.statement().right(), replayed.statement().right());
    assertEquals(certificate.steps().size(), replayed.steps());
  }

  @Test
  void everyRuleIsInOne() {
    Set<Rule> missing = EnumSet.allOf(Rule.class);
    all().forEach(c -> c.steps().forEach(step -> missing.remove(step.rule())));
    assertEquals(Set.of(), missing);
  }
}
