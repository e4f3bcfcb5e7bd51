package dev.backproof.autodiff.rule;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.Nesting;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KinkTableTest {
  private static List<DenseTensor> point(Kink row) {
    return row.at().stream().map(DenseTensor::scalar).toList();
  }

  private static List<DenseTensor> along(Kink row) {
    return IntStream.range(0, row.at().size())
        .mapToObj(i -> DenseTensor.scalar(i == row.which() ? 1 : 0))
        .toList();
  }

  /** Adding 0.0 turns −0.0 into 0.0: the table does not speak about signs of zero. */
  private static double unsigned(DenseTensor x) {
    return x.item() + 0.0;
  }

  @TestFactory
  Stream<DynamicTest> everyRowHoldsInBothModesAndAtSecondOrder() {
    return KinkTable.ROWS.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.toString(),
                    () ->
                        assertAll(
                            Stream.concat(
                                Stream.of(
                                    () -> assertEquals(row.slope(), reverse(row), "reverse"),
                                    () -> assertEquals(row.slope(), forward(row), "forward")),
                                Stream.of(Nesting.values())
                                    .map(
                                        nesting ->
                                            () ->
                                                assertEquals(
                                                    row.curvature(),
                                                    second(nesting, row),
                                                    nesting.name()))))));
  }

  private static double reverse(Kink row) {
    return unsigned(
        Differentiation.grad(row.formula(), point(row), row.at().size()).get(row.which()));
  }

  private static double forward(Kink row) {
    return unsigned(Differentiation.jvp(row.formula(), point(row), along(row)).tangent());
  }

  private static double second(Nesting nesting, Kink row) {
    return unsigned(nesting.hvp(row.formula(), point(row), along(row)).get(row.which()));
  }

  @Test
  void printsAsATable() {
    List<String> lines = KinkTable.text().lines().toList();
    assertEquals(KinkTable.ROWS.size() + 1, lines.size());
    assertEquals(1, lines.stream().map(String::length).distinct().count(), "columns are aligned");
    assertTrue(lines.get(0).matches("at the kink +first +second"), lines.get(0));
    assertTrue(lines.get(1).matches("rect′\\(0\\) +0 +0"), lines.get(1));
    assertTrue(lines.stream().anyMatch(line -> line.matches("sqrt′\\(0\\) +\\+∞ +−∞")));
    assertTrue(lines.stream().anyMatch(line -> line.matches("maximum\\(z, 0\\)′ at 0 +½ +0")));
  }

  @Test
  void aRowPrintsItsConvention() {
    assertEquals("rect′(0) = 0", KinkTable.ROWS.get(0).toString());
    assertEquals(
        "f = 0.25",
        new Kink("f", Formula.of(Functions::l1Norm), List.of(0.0), 0, 0.25, 0).toString());
  }

  @Test
  void aRowNamesOneOfItsOperands() {
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> new Kink("f", Formula.of(Functions::l1Norm), List.of(0.0), 1, 0, 0));
  }

  @Test
  void atNanTheSlopesAreWhatFalseComparisonsMakeThem() {
    DenseTensor nan = DenseTensor.vector(Double.NaN);
    assertEquals(1, slopeAt(nan, x -> x.map(Elementary.RECT)));
    assertEquals(1, slopeAt(nan, x -> Functions.clip(x, x.zero(), x.one())));
    assertEquals(0, slopeAt(nan, x -> x.maximum(x.zero())));
    assertEquals(0, slopeAt(nan, x -> x.minimum(x.zero())));
    assertEquals(Double.NaN, slopeAt(nan, x -> x.max(0)));
  }

  private static double slopeAt(DenseTensor at, UnaryOperator<Var<DenseTensor>> f) {
    return Differentiation.grad(x -> f.apply(x).sum(), at).item();
  }
}
