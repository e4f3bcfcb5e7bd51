package dev.backproof.verify.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTextTest {
  private static final Point POINT =
      new Point(
          Map.of("d", 2),
          Map.of("x", List.of(Rational.ONE, Rational.of(-1, 2))),
          Map.of("l", List.of(1)));

  private static final String TEXT = CertificateText.write(SmallProofs.squaredNorm().with(POINT));

  @Test
  void aSampleIsWrittenAndReadAgain() {
    assertTrue(
        TEXT.contains("\nsample size d 2\nsample tensor x 1 -1/2\nsample label l 1\n"), TEXT);
    Certificate read = CertificateText.read(TEXT);
    assertEquals(POINT, read.sample().orElseThrow());
    assertEquals(TEXT, CertificateText.write(read));
  }

  /** At x = (1, −½) the derivative of 1 + ¼ by the second entry is −1. */
  @Test
  void theStatementIsEvaluatedThere() {
    assertTrue(Replay.check(TEXT).sample().orElseThrow().left().toString().contains("-1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sample size d 2|sample size d 256|20:15: '256' where a whole number from 0 to 255",
        "sample size d 2|sample size d -1|20:15: '-1' where a whole number",
        "sample size d 2|sample size d 1/2|20:15: '1/2' where a whole number",
        "sample size d 2|sample size d|20:14: the line ends where a number",
        "sample size d 2|sample sizes d 2|20:8: 'sizes' where size, tensor or label",
        "sample tensor x 1 -1/2|sample tensor x|21:16: the line ends where a number",
        "sample tensor x 1 -1/2|sample size d 2|21:13: d again where another name",
      })
  void aLineIsRefusedWhereItGoesWrong(String line, String by, String message) {
    MalformedCertificateTest.refused(TEXT.replace(line + "\n", by + "\n"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "sample size d 2, sample size d 0",
    "sample size d 2, sample size d 3",
    "sample size d 2, sample size e 2",
    "sample tensor x 1 -1/2, sample tensor x 1",
    "sample label l 1, sample label l 2",
    "sample label l 1, sample label l 1 1",
  })
  void aPointThatDoesNotFitIsRefused(String line, String by) {
    assertThrows(Refused.class, () -> Replay.check(TEXT.replace(line + "\n", by + "\n")));
  }

  /** The logarithm of −1 says nothing. */
  @Test
  void aPointAtWhichNothingIsSaidIsRefused() {
    Point minus = new Point(Map.of("d", 1), Map.of("z", List.of(Rational.MINUS_ONE)), Map.of());
    Certificate certificate = SmallProofs.logarithm().with(minus);
    Refused refused = assertThrows(Refused.class, () -> Replay.check(certificate));
    assertTrue(refused.reason().startsWith("the assumption does not hold"), refused.reason());
    Point one = new Point(Map.of("d", 1), Map.of("z", List.of(Rational.ONE)), Map.of());
    assertTrue(Replay.check(SmallProofs.logarithm().with(one)).sample().isPresent());
  }

  @Test
  void missingAndUnknownLettersAreRefused() {
    Declarations declared = new Declarations().size("n").tensor("s").index("t", "n");
    Map<String, Integer> sizes = Map.of("n", 1);
    Map<String, List<Rational>> tensors = Map.of("s", List.of(Rational.ONE));
    Map<String, List<Integer>> labels = Map.of("t", List.of(0));
    SampleText.check(new Point(sizes, tensors, labels), declared);
    refused("sizes [] are given", new Point(Map.of(), tensors, labels), declared);
    refused("tensors [] are given", new Point(sizes, Map.of(), labels), declared);
    refused("labels [] are given", new Point(sizes, tensors, Map.of()), declared);
    Map<String, Integer> more = Map.of("n", 1, "q", 1);
    refused("declared are [n]", new Point(more, tensors, labels), declared);
  }

  private static void refused(String reason, Point point, Declarations declared) {
    Refusal refusal = assertThrows(Refusal.class, () -> SampleText.check(point, declared));
    assertTrue(String.valueOf(refusal.getMessage()).contains(reason), refusal::getMessage);
  }
}
