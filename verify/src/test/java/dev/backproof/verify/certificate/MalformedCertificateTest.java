package dev.backproof.verify.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are no certificates: where they go wrong, and what was expected. */
class MalformedCertificateTest {
  private static final String TEXT = CertificateText.write(SmallProofs.squaredNorm());

  /** A line replaced; the message begins with where. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "backproof certificate 1|backproof certificate 2|1:1: 'backproof certificate 2' where",
        "# 1.8 the squared norm|#1.8|2:1: '#1.8' where '# ' and a note",
        "size d|size|3:5: the line ends where a name was expected",
        "size d|size  d|3:6: a space too many where a name",
        "size d|size d e|3:8: 'e' where the end of the line",
        "size d|size 9|3:6: '9' where a name was expected",
        "size d|sizes d|3:1: 'sizes d' where 'convention every size",
        "tensor x d|tensor x e|4:10: no such size: e",
        "tensor x d|tensor d d|4:10: declared twice: d",
        "tensor x d|tensor x d d d d d d d d d d d d d d d d d|4:42: one more axis",
        "label l d|label l|5:8: the line ends where a size",
        "label l d|label l e|5:9: no such size: e",
        "kinks everywhere|kinks here|10:1: 'kinks here' where 'kinks everywhere' or 'kinks off'",
        "t0 entry x %0|t1 entry x %0|11:1: t1 where t0 was expected",
        "t0 entry x %0|t00 entry x %0|11:1: 't00' where a term",
        "t0 entry x %0|t0 entry|11:9: the line ends where a tensor",
        "t0 entry x %0|t0 bound 0|11:4: 'bound' where what the term is",
        "t0 entry x %0|t0 entri x %0|11:4: 'entri' where what the term is",
        "t0 entry x %0|t0 entry x %00|11:12: no index: %00",
        "t0 entry x %0|t0 entry x l(|11:12: no index: l(",
        "t0 entry x %0|t0 entry x l()|11:12: no index: l()",
        "t0 entry x %0|t0 entry x #0:d(l)|11:12: no index: #0:d(l)",
        "t0 entry x %0|t0 entry x #00:d|11:12: no index: #00:d",
        "t1 power 2 t0|t1 power 1 t0|12:10: exponent 1 where another one",
        "t1 power 2 t0|t1 power 2/4 t0|12:10: '2/4' where a whole number, or a fraction in lowest",
        "t1 power 2 t0|t1 power -0 t0|12:10: '-0' where",
        "t1 power 2 t0|t1 power 02 t0|12:10: '02' where",
        "t1 power 2 t0|t1 power 1/0 t0|12:10: '1/0' where",
        "t1 power 2 t0|t1 power 1001 t0|12:10: exponent 1001 where none beyond 1000",
        "t1 power 2 t0|t1 power -1/1001 t0|12:10: exponent -1/1001 where",
        "t1 power 2 t0|t1 power 2 t1|12:12: no t1 yet where a term that stands above",
        "t1 power 2 t0|t1 power 2 t0 t0|12:15: 't0' where the end of the line",
        "t1 power 2 t0|t1 power 2 s0|12:12: 's0' where a term",
        "t2 sum d t1|t2 sum t1|13:10: the line ends where a term",
        "t2 sum d t1|t2 max d|13:9: the line ends where a term",
        "t3 entry x l|t3 entry x %0|14:12: t0 again where a term that has no number yet",
        "left t4|left t0|16:6: a term with an index bound outside where a closed term",
        "left t4|right t4|16:1: 'right t4' where a term, or 'left' and its number,",
        "left t4|left t4 t4|16:9: 't4' where the end",
        "left t4|hypothesis sure t4 t4|16:12: 'sure' where any, positive",
        "left t4|hypothesis any t4 t4 l|16:22: 'l' where an index made by the machine",
        "left t4|hypothesis any t4 t4 #0:e|16:22: no such size: e",
        "t6 multiply t5 t3|t6 multiply t5|18:15: the line ends where a term",
        "right t6|left t6|19:1: 'left t6' where a term, or 'right' and its number,",
        "s0 derive t4|s1 derive t4|20:1: s1 where s0",
        "s0 derive t4|s0 derives t4|20:4: 'derives' where the word of a rule",
        "s0 derive t4|s0 derive s0|20:11: no s0 yet where a step that stands above",
        "s0 derive t4|qed s0|20:5: no s0 yet where the last step",
        "s2 transitive s0 s1|s2 transitive s0 t4|26:18: 't4' where a step",
        "s2 transitive s0 s1|s2 transitive s0  s1|26:18: a space too many where a step",
        "s2 transitive s0 s1|\"s2 transitive s0 s1 \"|26:21: a space too many",
        "qed s2|qed s1|27:5: s1 where s2, the last step,",
        "qed s2|qed s2 now|27:8: 'now' where the end of the line",
        "qed s2|end|27:1: 'end' where a term, a step or 'qed'",
      })
  void aLineIsRefusedWhereItGoesWrong(String line, String by, String message) {
    assertTrue(TEXT.contains(line + "\n"), line);
    refused(("\n" + TEXT).replace("\n" + line + "\n", "\n" + by + "\n").substring(1), message);
  }

  @Test
  void aMissingConventionIsRefused() {
    String guard = "convention the derivative of a guard is 0, also at its kink\n";
    refused(TEXT.replace(guard, ""), "7:1: 'convention the derivative of a maximum");
    refused(
        TEXT.replace(guard, guard.replace("0", "1")),
        "7:1: 'convention the derivative of a guard is 1");
  }

  @Test
  void aTextThatEndsEarlyIsRefused() {
    for (int end = 0; end < TEXT.length(); end++) {
      String start = TEXT.substring(0, end);
      assertThrows(MalformedCertificate.class, () -> CertificateText.read(start), start);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", " ", "qed s2\n", "# more\n", "\0"})
  void nothingMayFollow(String more) {
    refused(TEXT + more, "28:1: something after the last line");
  }

  @Test
  void linesOfOtherSystemsAreRefused() {
    refused(TEXT.replace("\n", "\r\n"), "1:1: 'backproof certificate 1?' where");
  }

  @Test
  void aMessageDoesNotSteerTheTerminal() {
    MalformedCertificate e =
        refused(TEXT.replace("size d", "size \u001b[31m\u202e"), "3:6: '?[31m?'");
    assertFalse(String.valueOf(e.getMessage()).contains("\u001b"));
    refused(TEXT.replace("# 1.8", "# \u001b1.8"), "2:1: '# ?1.8");
  }

  @Test
  void aMessageIsShortHoweverLongTheWord() {
    MalformedCertificate e =
        refused(TEXT.replace("s0 derive", "s0 " + "x".repeat(90_000)), "20:4: 'xxx");
    assertTrue(String.valueOf(e.getMessage()).length() < 200, e.getMessage());
  }

  static MalformedCertificate refused(String text, String message) {
    MalformedCertificate e =
        assertThrows(MalformedCertificate.class, () -> CertificateText.read(text));
    String all = e.line() + ":" + e.column() + ": " + e.getMessage();
    assertEquals(message, all.substring(0, Math.min(message.length(), all.length())));
    return e;
  }
}
