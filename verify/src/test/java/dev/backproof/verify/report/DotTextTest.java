package dev.backproof.verify.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import org.junit.jupiter.api.Test;

class DotTextTest {
  private final Tape<DenseTensor> tape = new Tape<>();

  @Test
  void quotesBackslashesAndLineFeedsAreEscaped() {
    assertEquals("\"a\\\"b\"", DotText.quoted("a\"b"));
    assertEquals("\"a\\\\b\"", DotText.quoted("a\\b"));
    assertEquals("\"a\\nb\"", DotText.quoted("a\nb"));
    assertEquals("\"<b>&amp;\"", DotText.quoted("<b>&amp;"));
  }

  @Test
  void anOddNameStaysInsideItsQuotes() {
    String odd = "\"]; x -> y; //\\\n<b>";
    Var<DenseTensor> w = tape.variable(odd, DenseTensor.scalar(1));
    String text = DotText.of(ComputationGraph.of(tape.name("y", w.times(w))));
    assertTrue(text.contains("label=\"‹\\\"]; x -> y; //\\\\\\\\n<b>›\\n1"), text);
    // Every line but the first and last is one statement: a semicolon ends it, quotes are even.
    for (String line : text.lines().skip(1).filter(l -> !l.equals("}")).toList()) {
      assertTrue(line.endsWith(";"), line);
      String bare = line.replace("\\\\", "").replace("\\\"", "");
      assertEquals(0, bare.chars().filter(c -> c == '"').count() % 2, line);
    }
  }

  @Test
  void aBackslashAtTheEndOfANameDoesNotEatTheQuote() {
    assertEquals("\"a\\\\\"", DotText.quoted("a\\"));
  }

  @Test
  void theSameProgramGivesTheSameBytes() {
    assertEquals(DotText.of(graph()), DotText.of(graph()));
  }

  @Test
  void parallelEdgesAndWhatFlowsBackAreDrawn() {
    String text = DotText.of(graph());
    assertEquals(2, text.lines().filter(l -> l.equals("  n1 -> n2;")).count());
    assertTrue(
        text.contains("n2 -> n1 [style=dashed, constraint=false, label=\"w̄ = ȳ ⊛ w\\n3\"]"));
    assertTrue(text.contains("label=\"w̄ += ȳ ⊛ w\\n3\""), text);
  }

  @Test
  void constantsAndLiteralsAreDrawnApart() {
    Var<DenseTensor> x = tape.variable("x", DenseTensor.scalar(2));
    Var<DenseTensor> t = tape.constant("t", DenseTensor.scalar(4));
    String text = DotText.of(ComputationGraph.of(x.times(t).times(x.constant(1, 2))));
    assertTrue(text.contains("[style=\"\", label=\"t\\n4\"]"), text);
    assertTrue(text.contains("[shape=plaintext, label=\"½\"]"), text);
    assertTrue(text.contains(" [color=gray];"), text);
  }

  private static ComputationGraph graph() {
    Tape<DenseTensor> own = new Tape<>();
    Var<DenseTensor> w = own.variable("w", DenseTensor.scalar(3));
    return ComputationGraph.of(own.name("y", w.times(w)));
  }
}
