package dev.backproof.verify.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.verify.report.ComputationGraph;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TourTest {
  /** σ(1), from the digits 0.73105857863000487925 of a table. */
  private static final double SIGMOID_OF_1 = 0.7310585786300049;

  @Test
  void thereAreTen() {
    List<Tour> tour = Arrays.asList(Tour.values());
    assertEquals(10, tour.size());
    assertEquals(10, new HashSet<>(tour.stream().map(Tour::toString).toList()).size());
  }

  @ParameterizedTest
  @EnumSource
  void printsWhatTheReadmeQuotes(Tour program) throws IOException {
    Golden.matches(program == Tour.NOTES ? "notes-network.txt" : program + ".txt", program.text());
  }

  @ParameterizedTest
  @EnumSource
  void theScriptHasTheLinesOfTheProgram(Tour program) throws IOException {
    assertEquals(ProgramSource.of(program).script(), program.lines());
  }

  @Test
  void theStartUpFileHasWhatTheScriptsNeed() {
    assertTrue(Tour.startUp().contains("import dev.backproof.core.*;"), Tour::startUp);
    assertTrue(Tour.startUp().endsWith("var out = System.out;\n"), Tour::startUp);
  }

  // The gradients, by hand; every number is exact but those of the last one.

  @Test
  void theSlopeOfOneOverOnePlusTheSquareIsMinusAHalfAt1() {
    assertEquals(DenseTensor.scalar(-0.5), gradient(Tour.FORWARD_MODE, "x"));
  }

  @Test
  void theFirstRowOfTheJacobianHasTheOtherFactorEach() {
    assertEquals(DenseTensor.vector(3, 2, 0), gradient(Tour.JACOBIAN, "x"));
  }

  @Test
  void theGradientOfTheSumOfCubesIsThreeTimesTheSquares() {
    assertEquals(DenseTensor.vector(12, 3), gradient(Tour.HAND_GRADIENT, "w"));
  }

  @Test
  void atTheKinkTheConventionGivesNothing() {
    assertEquals(0, gradient(Tour.KINKS, "z").item());
  }

  @Test
  void theGradientOfTheQuarticIsTheSquaredNormTimesTheVector() {
    assertEquals(DenseTensor.vector(5, 10), gradient(Tour.HESSIAN_VECTOR, "x"));
  }

  @Test
  void theDescentBeginsWithTheColumnSumsOfTheResiduals() {
    // Xᵀ·(X·0 − y) = −(1 + 3, 2 + 3).
    assertEquals(DenseTensor.vector(-4, -5), gradient(Tour.COMPILED_STEP, "w"));
  }

  @Test
  void theLayerSendsBackTheOuterProductWithItsInput() {
    // z = (1, 0), so the slopes are s + s·(1 − s) with s = σ(1), and ½; x = (1, 1), ȳ = (1, 2).
    double slope = SIGMOID_OF_1 + SIGMOID_OF_1 * (1 - SIGMOID_OF_1);
    DenseTensor bar = gradient(Tour.OWN_LAYER, "W");
    // Four roundings of numbers below 1.
    assertEquals(slope, bar.get(0, 0), 4e-16);
    assertEquals(slope, bar.get(0, 1), 4e-16);
    assertEquals(1, bar.get(1, 0), 4e-16);
    assertEquals(1, bar.get(1, 1), 4e-16);
  }

  private static DenseTensor gradient(Tour program, String variable) {
    ComputationGraph graph = program.graph();
    return graph.node(variable).cotangent().orElseThrow();
  }
}
