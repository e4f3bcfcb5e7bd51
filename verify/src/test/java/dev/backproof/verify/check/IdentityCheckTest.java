package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityCheckTest {
  private static final List<DenseTensor> AT = List.of(DenseTensor.vector(0.5, -1.25, 2));
  private static final Formula SOFTMAX = Formula.of(IdentityCheckTest::softmax);
  private static final Formula SHIFTED = Formula.of(IdentityCheckTest::softmaxOfShifted);

  private static void assertAll(Verdict expected, Formula left, Formula right) {
    List<Comparison> said = IdentityCheck.at(left, right, AT);
    assertEquals(
        List.of(Witness.VALUE, Witness.HIGH_PRECISION),
        said.stream().map(Comparison::witness).toList());
    said.forEach(c -> assertEquals(expected, c.verdict(), c::toString));
  }

  @Test
  void equalFormulasAgree() {
    assertAll(Verdict.AGREES, SOFTMAX, SHIFTED);
    assertAll(Verdict.AGREES, SHIFTED, SOFTMAX);
  }

  @Test
  void aSideOffByOnePartInATrillionIsRejected() {
    Formula off = SampleFormulas.off(SOFTMAX, 1_000_000_000_000L);
    assertAll(Verdict.DISAGREES, SOFTMAX, off);
    assertAll(Verdict.DISAGREES, off, SOFTMAX);
  }

  /** A sum beside a vector would broadcast; it is another shape all the same. */
  @Test
  void sidesOfDifferentShapeAreSaid() {
    Formula sum = SampleFormulas.sumOf(Elementary.TANH);
    assertAll(Verdict.DISAGREES, SOFTMAX, sum);
    String detail = IdentityCheck.at(sum, SOFTMAX, AT).get(0).detail().orElseThrow();
    assertTrue(detail.contains("[]") && detail.contains("[3]"), detail);
  }

  private static <T extends Tensor<T>> T softmax(T x) {
    return Functions.softmax(x);
  }

  private static <T extends Tensor<T>> T softmaxOfShifted(T x) {
    return Functions.softmax(x.plus(x.one()));
  }
}
