package dev.backproof.verify.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Attribute.None;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Functions;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.witness.ComplexStep;
import dev.backproof.core.witness.Estimate;
import dev.backproof.core.witness.FiniteDifferences;
import dev.backproof.verify.check.BigTensor;
import dev.backproof.verify.check.HighPrecision;
import dev.backproof.verify.check.RunningError;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Both modes against witnesses that use values only, off the kinks: for every primitive, every
 * elementary function and every composed function.
 *
 * <p>What an error is measured by is μ of the same derivative, run over {@link RunningError}.
 */
class DerivativesTest {
  private static final long SEED = 11;
  private static final int CASES = 12;

  /** Smaller arguments are stepped over by differences: the least step is 1e-30. */
  private static final double LEAST_ARGUMENT = 1e-8;

  private final SplittableRandom random = new SplittableRandom(SEED);

  @ParameterizedTest
  @EnumSource
  void everyPrimitiveAgreesWithEveryWitness(Primitive primitive) {
    int checked = 0;
    for (OpCase c : new OpCases(SEED, Values.SMOOTH).of(primitive, CASES)) {
      int arity = c.op().arity();
      Point point = Point.of(c.written(), random, which -> which < arity && c.op().flows(which));
      assertWitnesses(point);
      checked += assertDifferences(point);
    }
    assertTrue(checked > CASES / 2, "differences could judge only " + checked);
  }

  @ParameterizedTest
  @EnumSource
  void everyElementaryFunctionAgreesWithEveryWitness(Elementary f) {
    int checked = 0;
    for (OpCase c : new OpCases(SEED, Values.SMOOTH).of(f, CASES)) {
      Point point = Point.of(c.written(), random);
      assertWitnesses(point);
      checked += assertDifferences(point);
    }
    assertTrue(checked > CASES / 2, "differences could judge only " + checked);
  }

  @ParameterizedTest
  @EnumSource
  void everyElementaryFunctionIsRightInTheTails(Elementary f) {
    for (double size : Tails.SIZES) {
      for (double x : new double[] {size, -size}) {
        if (f.domain().contains(x)) {
          Op op = new Op(Primitive.MAP, f);
          Written at = OpCase.of(op, DenseTensor.vector(x)).written();
          Point point = new Point(at, List.of(DenseTensor.vector(1)), DenseTensor.vector(1));
          assertExact(point);
          if (size >= LEAST_ARGUMENT && point.pushed(y -> y).at(0) < 1e20) {
            assertWitnesses(point);
          }
        }
      }
    }
  }

  @Test
  void wholePowersOfNegativeNumbersAgreeWithEveryWitness() {
    for (double exponent : new double[] {-3, -2, -1, 1, 2, 3, 7}) {
      OpCase c =
          OpCase.of(
              new Op(Primitive.POW, None.NONE),
              DenseTensor.vector(-1.5, -0.0625, -3.75),
              DenseTensor.scalar(exponent));
      assertWitnesses(Point.of(c.written(), random, which -> which == 0));
    }
  }

  @Test
  void everyComposedFunctionAgreesWithEveryWitness() {
    int checked = 0;
    List<Written> cases = Composites.all(SEED);
    for (Written at : cases) {
      Point point = Point.of(at, random);
      assertWitnesses(point);
      checked += assertDifferences(point);
    }
    assertTrue(checked > cases.size() / 2, "differences could judge only " + checked);
  }

  @Test
  void everyComposedFunctionHasACase() {
    Set<String> functions =
        Arrays.stream(Functions.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toSet());
    assertEquals(
        functions, Composites.all(SEED).stream().map(Written::name).collect(Collectors.toSet()));
  }

  @Test
  void functionsOfLogitsAreFiniteAndRightAtAThousand() {
    for (Written at : Composites.ofLargeLogits(SEED)) {
      RunningError value = at.formula().apply(at.at().stream().map(RunningError::of).toList());
      assertFinite(at, value.value());
      Closeness.assertExact(at, value, HighPrecision.value(at.formula(), at.at()));
      Point point = Point.of(at, random);
      assertFinite(at, point.pushed(x -> x));
      point.pulled(x -> x).forEach(gradient -> assertFinite(at, gradient));
      assertExact(point);
      assertWitnesses(point);
    }
  }

  private static void assertFinite(Written at, DenseTensor x) {
    assertTrue(Arrays.stream(x.toArray()).allMatch(Double::isFinite), () -> at + ": " + x);
  }

  /** Both modes in float64 are both modes in high precision, rounded. */
  private static void assertExact(Point point) {
    Closeness.assertExact(point, point.pushed(RunningError::of), point.pushed(BigTensor::of));
    List<RunningError> back = point.pulled(RunningError::of);
    List<BigTensor> exact = point.pulled(BigTensor::of);
    for (int which = 0; which < back.size(); which++) {
      Closeness.assertExact(point, back.get(which), exact.get(which));
    }
  }

  private static void assertWitnesses(Point point) {
    Written at = point.at();
    RunningError forward = point.pushed(RunningError::of);
    assertEquals(forward.value(), point.pushed(x -> x), "another value with its error beside it");
    Closeness.assertDifference(
        point, forward, HighPrecision.derivative(at.formula(), at.at(), point.v()));
    Closeness.assertComplex(
        point, forward, ComplexStep.derivative(at.formula(), at.at(), point.v()));
    List<RunningError> back = point.pulled(RunningError::of);
    for (int which = 0; which < back.size(); which++) {
      DenseTensor x = at.at().get(which);
      if (point.moves(which)) {
        DenseTensor exact = HighPrecision.gradient(at.formula(), at.at(), which, point.w());
        // rounded to float64, half a unit of which is u·|x̄|
        Closeness.assertDifference(point, widened(back.get(which)), BigTensor.of(exact));
        Closeness.assertComplex(
            point,
            back.get(which),
            ComplexStep.gradient(point.contracted(), point.withCotangent(), which));
      } else if (point.at().at().size() == 1 || which == 0) {
        assertEquals(DenseTensor.full(x.shape(), 0), back.get(which).value(), at::toString);
      }
    }
  }

  private static RunningError widened(RunningError x) {
    DenseTensor mu = x.mu().plus(x.value().map(Elementary.ABS).times(DenseTensor.scalar(1.5)));
    return RunningError.of(x.value(), mu);
  }

  /** 1 if differences of values can judge the point. */
  private static int assertDifferences(Point point) {
    Written at = point.at();
    Estimate estimate =
        FiniteDifferences.derivative(x -> at.formula().apply(x), at.at(), point.v(), point.w());
    if (!estimate.isOk()) {
      return 0;
    }
    RunningError slope = point.pushed(RunningError::of).times(RunningError.of(point.w())).sum();
    double error = Math.abs(slope.value().item() - estimate.value());
    double bound = estimate.bound() + Closeness.U * slope.mu().item();
    assertTrue(error <= bound, () -> estimate + " and " + slope + ": " + point);
    return 1;
  }
}
