package dev.backproof.verify.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Shape;
import dev.backproof.verify.report.ComputationGraph.Edge;
import dev.backproof.verify.tour.NotesMinibatch;
import dev.backproof.verify.tour.NotesNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryReadingTest {
  /**
   * The entries of the Jacobians between two nodes, without what stands left of the equals sign.
   */
  private static List<String> entries(ComputationGraph graph, String from, String to) {
    List<String> found = new ArrayList<>();
    for (Edge edge : graph.edges()) {
      if (edge.from().name().equals(from) && edge.to().name().equals(to)) {
        edge.local()
            .flatMap(local -> local.slope().entries())
            .ifPresent(entries -> found.add(entries.text()));
      }
    }
    return found;
  }

  /** Claims 2.9, 2.11, 2.13, 2.15 and 2.17 of the notes, one factor each. */
  @ParameterizedTest
  @CsvSource({
    "W2, oa, ∂oaᵢ/∂W2ₚᵣ = δᵢₚ · hsᵣ",
    "b2, oa, ∂oaᵢ/∂b2ₚ = δᵢₚ",
    "hs, oa, ∂oaᵢ/∂hsₚ = W2ᵢₚ",
    "ha, hs, ∂hsᵢ/∂haₚ = δᵢₚ · [haₚ > 0]",
    "W1, ha, ∂haᵢ/∂W1ₚᵣ = δᵢₚ · xᵣ",
    "x, ha, ∂haᵢ/∂xₚ = W1ᵢₚ"
  })
  void theLocalDerivativesOfTheNotesAreThoseOfTheClaims(String from, String to, String equation) {
    assertEquals(List.of(equation), entries(NotesNetwork.graph(), from, to));
  }

  @ParameterizedTest
  @CsvSource({
    "X, v1, ∂v1ᵢⱼ/∂Xₚᵣ = δᵢₚ · W1ⱼᵣ",
    "W1, v1, ∂v1ᵢⱼ/∂W1ₚᵣ = δⱼₚ · Xᵢᵣ",
    "b1, HA, ∂HAᵢⱼ/∂b1ₚ = δⱼₚ"
  })
  void aMinibatchHasAnIndexMore(String from, String to, String equation) {
    assertEquals(List.of(equation), entries(NotesMinibatch.graph(), from, to));
  }

  private static List<String> ofVector(UnaryOperator<Var<DenseTensor>> f) {
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> x = tape.variable("x", DenseTensor.vector(0.5, 2, 3));
    Var<DenseTensor> y = tape.name("y", f.apply(x));
    return entries(ComputationGraph.onPaper(y.sum()), "x", "y");
  }

  @Test
  void aSumThatADeltaDoesNotEndStaysASum() {
    assertEquals(List.of("∂yᵢ/∂xₚ = δᵢₚ · (Σᵤ xᵤ)"), ofVector(x -> x.times(x.detach().sum())));
  }

  @Test
  void elementaryFunctionsHaveTheirDerivativesOnTheDiagonal() {
    assertEquals(List.of("∂yᵢ/∂xₚ = δᵢₚ · cos(xₚ)"), ofVector(x -> x.map(Elementary.SIN)));
    assertEquals(List.of("∂yᵢ/∂xₚ = δᵢₚ · (1/xₚ)"), ofVector(x -> x.map(Elementary.LOG)));
    assertEquals(List.of("∂yᵢ/∂xₚ = δᵢₚ · (½ / yₚ)"), ofVector(x -> x.map(Elementary.SQRT)));
    assertEquals(List.of("∂yᵢ/∂xₚ = −δᵢₚ"), ofVector(Var::negate));
  }

  @Test
  void whatIsUsedTwiceHasTwoEquations() {
    assertEquals(List.of("∂yᵢ/∂xₚ = δᵢₚ · xₚ", "∂yᵢ/∂xₚ = δᵢₚ · xₚ"), ofVector(x -> x.times(x)));
  }

  @Test
  void aWindowHasNoEntryForm() {
    assertEquals(List.of(), ofVector(x -> x.slice(0, 0, 2)));
    assertEquals(List.of(), ofVector(x -> x.insertAxis(0).reshape(Shape.of(3, 1)).pad(0, 1, 0)));
  }

  @Test
  void everyEquationIsInMathMlToo() {
    for (Edge edge : NotesNetwork.graph().edges()) {
      Optional<Typeset> entries = edge.local().flatMap(local -> local.slope().entries());
      entries.ifPresent(e -> assertTrue(e.math().startsWith("<mfrac>"), e.math()));
    }
  }
}
