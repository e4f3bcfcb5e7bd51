package dev.backproof.verify.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateTextTest {
  @ParameterizedTest
  @MethodSource("dev.backproof.verify.certificate.SmallProofs#all")
  void whatIsWrittenIsReadAndWrittenAgainTheSame(Certificate certificate) {
    String text = CertificateText.write(certificate);
    Certificate read = CertificateText.read(text);
    assertEquals(text, CertificateText.write(read));
    assertEquals(certificate.steps(), read.steps());
    assertEquals(certificate.notes(), read.notes());
  }
}
