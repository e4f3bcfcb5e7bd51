package dev.backproof.verify.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.rule.JvpRules;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Primitive;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientCheckTest {
  private static final long BILLION = 1_000_000_000L;
  private static final GradientCheck CHECK = new GradientCheck();

  private static Map<Witness, Comparison> ask(
      GradientCheck check, Elementary f, Formula hand, DenseTensor at) {
    Map<Witness, Comparison> said = new EnumMap<>(Witness.class);
    Question question = new Question(SampleFormulas.sumOf(f), 0, hand, List.of(at));
    check.atSmoothPoint(question).forEach(c -> said.put(c.witness(), c));
    return said;
  }

  private static Comparison by(Witness witness, Elementary f, Formula hand, DenseTensor at) {
    return Objects.requireNonNull(ask(CHECK, f, hand, at).get(witness));
  }

  private static DenseTensor point(long seed) {
    return RandomTensors.seeded(seed).uniform(0.25, 1.5, Shape.of(3));
  }

  @ParameterizedTest
  @EnumSource(
      value = Elementary.class,
      names = {"SIGN", "STEP"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyWitnessAgreesWithTheSlopesOfTheElementaryFunctions(Elementary f) {
    for (long seed = 0; seed < 10; seed++) {
      Map<Witness, Comparison> said = ask(CHECK, f, SampleFormulas.slopeOf(f), point(seed));
      assertEquals(5, said.size());
      said.values()
          .forEach(
              c -> {
                assertEquals(Verdict.AGREES, c.verdict(), c::toString);
                assertEquals(3, c.entries(), c::toString);
              });
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Witness.class,
      names = {"GRAPH", "FORWARD", "COMPLEX_STEP", "HIGH_PRECISION"})
  void aHandSideOffByOnePartInAThousandBillionsIsRejected(Witness witness) {
    for (Elementary f : List.of(Elementary.TANH, Elementary.EXP, Elementary.SQUARE)) {
      for (long part : List.of(BILLION, 1000 * BILLION)) {
        Comparison wrong =
            by(witness, f, SampleFormulas.off(SampleFormulas.slopeOf(f), part), point(1));
        assertEquals(Verdict.DISAGREES, wrong.verdict(), wrong::toString);
      }
    }
  }

  /** Their own bound, at most 10⁻⁹ of the value, is usually near 10⁻¹². */
  @Test
  void differencesRejectAHandSideOffByOnePartInTenBillions() {
    for (Elementary f : List.of(Elementary.TANH, Elementary.EXP, Elementary.SQUARE)) {
      for (long seed = 0; seed < 10; seed++) {
        Comparison wrong =
            by(
                Witness.DIFFERENCES,
                f,
                SampleFormulas.off(SampleFormulas.slopeOf(f), 10 * BILLION),
                point(seed));
        assertEquals(Verdict.DISAGREES, wrong.verdict(), wrong::toString);
      }
    }
  }

  @Test
  void aWrongPageIsSeenByItsOwnWitnessAlone() {
    GradientCheck vjp =
        new GradientCheck(new WrongPages.ScaledVjp(Primitive.MAP, BILLION), JvpRules.PAGE);
    GradientCheck jvp =
        new GradientCheck(VjpRules.PAGE, new WrongPages.ScaledJvp(Primitive.MAP, BILLION));
    Formula slope = SampleFormulas.slopeOf(Elementary.TANH);
    ask(vjp, Elementary.TANH, slope, point(2))
        .forEach((witness, c) -> assertEquals(witness == Witness.GRAPH, isWrong(c)));
    ask(jvp, Elementary.TANH, slope, point(2))
        .forEach((witness, c) -> assertEquals(witness == Witness.FORWARD, isWrong(c)));
  }

  private static boolean isWrong(Comparison c) {
    return c.verdict() == Verdict.DISAGREES;
  }

  @Test
  void differencesOnAKinkAreNotAsked() {
    Comparison kink =
        by(
            Witness.DIFFERENCES,
            Elementary.RECT,
            SampleFormulas.slopeOf(Elementary.RECT),
            DenseTensor.vector(0));
    assertEquals(Verdict.NOT_CHECKABLE, kink.verdict());
    assertEquals(0, kink.entries());
    assertFalse(kink.detail().orElseThrow().isEmpty());
  }

  @Test
  void anEntryOnAKinkHidesNoWrongEntryBesideIt() {
    DenseTensor at = DenseTensor.vector(0, 1.5);
    Comparison right =
        by(Witness.DIFFERENCES, Elementary.ABS, SampleFormulas.slopeOf(Elementary.ABS), at);
    assertEquals(Verdict.AGREES, right.verdict());
    assertEquals(1, right.entries(), "the kink is not counted");
    Comparison wrong =
        by(Witness.DIFFERENCES, Elementary.ABS, SampleFormulas.slopeOf(Elementary.SQUARE), at);
    assertEquals(Verdict.DISAGREES, wrong.verdict());
  }

  @Test
  void atAKinkBothModesAreHeldToTheConvention() {
    List<DenseTensor> zero = List.of(DenseTensor.vector(0, 0));
    Formula rect = SampleFormulas.sumOf(Elementary.RECT);
    Formula right = SampleFormulas.slopeOf(Elementary.RECT);
    for (Comparison c : CHECK.atKink(new Question(rect, 0, right, zero))) {
      assertEquals(Verdict.AGREES, c.verdict(), c::toString);
    }
    Formula half = SampleFormulas.slopeOf(Elementary.SIGMOID);
    List<Comparison> wrong = CHECK.atKink(new Question(rect, 0, half, zero));
    assertEquals(
        List.of(Witness.GRAPH_AT_KINKS, Witness.FORWARD_AT_KINKS),
        wrong.stream().map(Comparison::witness).toList());
    wrong.forEach(c -> assertEquals(Verdict.DISAGREES, c.verdict()));
  }

  @Test
  void aHandSideOfAnotherShapeIsSaidByEveryWitness() {
    Formula total = Formula.of(GradientCheckTest::total);
    ask(CHECK, Elementary.TANH, total, point(3))
        .values()
        .forEach(
            c -> {
              assertEquals(Verdict.DISAGREES, c.verdict());
              assertTrue(c.detail().orElseThrow().endsWith("has shape [3], the hand side []"));
            });
  }

  @Test
  void aHandSideThatIsNoNumberIsRejectedByEveryWitness() {
    Formula undefined = Formula.of(GradientCheckTest::undefined);
    ask(CHECK, Elementary.TANH, undefined, point(3))
        .values()
        .forEach(c -> assertEquals(Verdict.DISAGREES, c.verdict(), c::toString));
  }

  private static <T extends Tensor<T>> T total(T x) {
    return x.sum();
  }

  private static <T extends Tensor<T>> T undefined(T x) {
    return x.negate().map(Elementary.LOG);
  }
}
