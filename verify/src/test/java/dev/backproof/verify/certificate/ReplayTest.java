package dev.backproof.verify.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {
  @ParameterizedTest
  @MethodSource("dev.backproof.verify.certificate.SmallProofs#all")
  void aProofIsProvedAgain(Certificate certificate) {
    Replayed replayed = Replay.check(CertificateText.write(certificate));
    assertEquals(certificate.statement().left(), replayed.statement().left());
    assertEquals(certificate.statement().right(), replayed.statement().right());
    assertEquals(certificate.steps().size(), replayed.steps());
  }
}
