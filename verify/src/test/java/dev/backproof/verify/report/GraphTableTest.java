package dev.backproof.verify.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTableTest {
  private final Tape<DenseTensor> tape = new Tape<>();

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  @Test
  void columnsAreAlignedUnderBarsWideCharactersAndEscapes() {
    Var<DenseTensor> a = tape.variable("重み", DenseTensor.scalar(2));
    Var<DenseTensor> b = tape.variable("a\nb\tc\u202E", DenseTensor.scalar(3));
    String text = GraphTable.of(ComputationGraph.of(tape.name("y", a.times(b))));
    List<String> forward = lines(text).subList(2, 6);
    assertTrue(forward.get(1).contains("重み"));
    assertTrue(forward.get(2).contains("‹a\\nb\\tc\\u202E›"), forward.get(2));
    int column = TextTable.width(forward.get(0).substring(0, forward.get(0).indexOf("shape")));
    for (String line : forward.subList(1, 4)) {
      assertEquals(column, TextTable.width(line.substring(0, line.indexOf("[]"))), text);
    }
  }

  @Test
  void aLargeArrayIsSummarised() {
    Var<DenseTensor> x = tape.variable("x", DenseTensor.full(Shape.of(100, 7), 0.25).with(3, -2));
    String text = GraphTable.of(ComputationGraph.of(x.map(Elementary.RECT).sum()));
    assertTrue(text.contains("[100×7]  −2 … 0.25"), text);
    assertTrue(text.contains("0 … 1"), text);
    assertTrue(lines(text).stream().allMatch(line -> line.length() < 130), text);
  }

  @Test
  void theSumSoFarIsShownWherePathsMeet() {
    Var<DenseTensor> w = tape.variable("w", DenseTensor.scalar(3));
    String text = GraphTable.of(ComputationGraph.of(tape.name("y", w.times(w))));
    assertTrue(text.contains("w̄ = 3\n"), text);
    assertTrue(text.contains("w̄ = 6\n"), text);
    assertTrue(text.contains("1 ⊛ 3 = 3"), text);
  }

  @Test
  void theLegendExplainsWhatOccursAndNothingElse() {
    Var<DenseTensor> w = tape.variable("w", DenseTensor.scalar(3));
    String text = GraphTable.of(ComputationGraph.of(w.times(w)));
    assertTrue(text.contains("in which a zero wins"));
    assertTrue(text.contains("contributions add up"));
    assertFalse(text.contains("transposed"));
    assertFalse(text.contains("onehot"));
    assertFalse(GraphTable.of(ComputationGraph.of(w.plus(w.one()))).contains("add up"));
  }

  @Test
  void aVariableAloneIsAGraphToo() {
    String text = GraphTable.of(ComputationGraph.of(tape.variable("w", DenseTensor.scalar(3))));
    assertTrue(text.contains("w̄  =  1"), text);
  }
}
