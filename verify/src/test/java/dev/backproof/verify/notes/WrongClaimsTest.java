package dev.backproof.verify.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.GradientCheck;
import dev.backproof.verify.check.IdentityCheck;
import dev.backproof.verify.check.Question;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.check.Witness;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every wrong version of a claim is rejected by every witness where it shows, and accepted where it
 * cannot be seen: sizes at which all is right by accident check nothing.
 */
class WrongClaimsTest {
  private static final int POINTS = 8;
  private static final Set<Witness> OF_GRADIENTS =
      EnumSet.of(
          Witness.GRAPH,
          Witness.FORWARD,
          Witness.COMPLEX_STEP,
          Witness.HIGH_PRECISION,
          Witness.DIFFERENCES);
  private static final Set<Witness> OF_IDENTITIES =
      EnumSet.of(Witness.VALUE, Witness.HIGH_PRECISION);

  private static final GradientCheck CHECK = new GradientCheck();

  @Test
  void thereAreThirtyInOrder() {
    assertEquals(
        IntStream.rangeClosed(1, 30).mapToObj(i -> "r" + i).toList(),
        WrongClaims.all().stream().map(WrongClaim::id).toList());
  }

  @Test
  void eachShowsSomewhere() {
    for (WrongClaim wrong : WrongClaims.all()) {
      WrongSizes at = WrongSizes.of(wrong);
      assertFalse(at.visible().isEmpty() && at.refused().isEmpty(), wrong::toString);
    }
  }

  @TestFactory
  Stream<DynamicTest> eachIsRejectedByEveryWitnessWhereItShows() {
    return tests(WrongSizes::visible, this::rejected);
  }

  @TestFactory
  Stream<DynamicTest> eachIsAcceptedWhereItIsRightByAccident() {
    return tests(
        WrongSizes::blind,
        (wrong, sizes) -> accepted(wrong, wrong.statement(), smooth(wrong, sizes)));
  }

  /** Else a rejection might be the fault of the function, or of the witnesses. */
  @TestFactory
  Stream<DynamicTest> theRightVersionIsAcceptedThere() {
    return tests(
        at -> Stream.concat(at.visible().stream(), at.blind().stream()).toList(),
        (wrong, sizes) -> accepted(wrong, wrong.right(), smooth(wrong, sizes)));
  }

  @TestFactory
  Stream<DynamicTest> eachIsRefusedWhereTheShapesDoNotFit() {
    return WrongClaims.all().stream()
        .flatMap(
            wrong ->
                WrongSizes.of(wrong).refused().stream()
                    .map(
                        refusal ->
                            DynamicTest.dynamicTest(
                                wrong.id() + " " + refusal.sizes(),
                                () -> refused(wrong, refusal))));
  }

  @Test
  void theSlopeOfAbsIsRightForPositiveNumbersOnly() {
    WrongClaim wrong = WrongClaims.find("r6").orElseThrow();
    accepted(wrong, wrong.statement(), List.of(List.of(DenseTensor.scalar(0.75))));
    unanimous(Verdict.DISAGREES, wrong.statement(), List.of(DenseTensor.scalar(-0.75)));
  }

  @Test
  void aLabelOffByOneIsRejectedWhileItIsInRange() {
    WrongClaim wrong = WrongClaims.find("r14").orElseThrow();
    for (int m = 2; m <= 4; m++) {
      for (List<DenseTensor> at : smooth(wrong, new Sizes(1, 1, m, 1))) {
        for (int y = 1; y < m; y++) {
          List<DenseTensor> labelled = List.of(at.get(0), DenseTensor.scalar(y));
          unanimous(Verdict.DISAGREES, wrong.statement(), labelled);
          accepted(wrong, wrong.right(), List.of(labelled));
        }
      }
    }
  }

  @Test
  void aLabelOffByOneIsRefusedForTheLastClass() {
    WrongClaim wrong = WrongClaims.find("r14").orElseThrow();
    for (int m = 1; m <= 4; m++) {
      List<DenseTensor> at =
          List.of(smooth(wrong, new Sizes(1, 1, m, 1)).get(0).get(0), DenseTensor.scalar(m));
      String message = messages(wrong.statement(), at).get(0);
      assertTrue(message.contains("label " + m) && message.contains("count from 0"), message);
      accepted(wrong, wrong.right(), List.of(at));
    }
  }

  @Test
  void crossEntropyFromProbabilitiesHasTheShortGradientForDistributions() {
    WrongClaim wrong = WrongClaims.find("r28").orElseThrow();
    RandomTensors random = RandomTensors.seeded(28);
    for (int i = 0; i < POINTS; i++) {
      Sizes sizes = new Sizes(1, 1, 1 + i % 3, 2);
      DenseTensor y = Operand.LABELS.sample(sizes, random);
      accepted(
          wrong,
          wrong.statement(),
          List.of(
              List.of(
                  Operand.BATCH_OA.sample(sizes, random),
                  NetworkFormulas.oneHot(y, DenseTensor.full(Operand.OA.shape(sizes), 0)))));
    }
  }

  private interface At {
    void check(WrongClaim wrong, Sizes sizes);
  }

  private static Stream<DynamicTest> tests(Function<WrongSizes, List<Sizes>> sizes, At check) {
    return WrongClaims.all().stream()
        .flatMap(
            wrong ->
                sizes.apply(WrongSizes.of(wrong)).stream()
                    .map(
                        at ->
                            DynamicTest.dynamicTest(
                                wrong.id() + " " + at, () -> check.check(wrong, at))));
  }

  /** Several points, the same for a wrong version and its right one. */
  private static List<List<DenseTensor>> smooth(WrongClaim wrong, Sizes sizes) {
    RandomTensors random = RandomTensors.seeded(sizes.hashCode());
    return Stream.generate(() -> SamplePoint.smooth(wrong.right(), sizes, random))
        .limit(POINTS)
        .toList();
  }

  private void rejected(WrongClaim wrong, Sizes sizes) {
    if (WrongSizes.of(wrong).shows() == WrongSizes.Shows.AT_KINKS) {
      accepted(wrong, wrong.statement(), smooth(wrong, sizes));
      RandomTensors random = RandomTensors.seeded(7);
      List<DenseTensor> kink = SamplePoint.onKinks(wrong.right(), sizes, random);
      atKink(wrong.statement(), kink).forEach(c -> assertEquals(Verdict.DISAGREES, c.verdict()));
      atKink(wrong.right(), kink).forEach(c -> assertEquals(Verdict.AGREES, c.verdict()));
      return;
    }
    // abs and sign, rect and its slope, two labels: at some points a wrong version is right
    List<Verdict> verdicts = new ArrayList<>();
    for (List<DenseTensor> at : smooth(wrong, sizes)) {
      verdicts.add(unanimous(wrong.statement(), at));
    }
    long seen = verdicts.stream().filter(Verdict.DISAGREES::equals).count();
    assertTrue(seen >= POINTS / 4, () -> wrong + " at " + sizes + ": " + verdicts);
  }

  private static void accepted(
      WrongClaim wrong, Statement statement, List<List<DenseTensor>> points) {
    for (List<DenseTensor> at : points) {
      for (Comparison c : ask(statement, at)) {
        assertEquals(Verdict.AGREES, c.verdict(), () -> wrong + ": " + c);
        assertTrue(c.entries() > 0, c::toString);
      }
    }
  }

  /** All witnesses say the same. */
  private static Verdict unanimous(Statement statement, List<DenseTensor> at) {
    List<Comparison> all = ask(statement, at);
    Verdict first = all.get(0).verdict();
    all.forEach(c -> assertEquals(first, c.verdict(), () -> "not unanimous: " + all));
    return first;
  }

  private static void unanimous(Verdict expected, Statement statement, List<DenseTensor> at) {
    assertEquals(expected, unanimous(statement, at));
  }

  private void refused(WrongClaim wrong, WrongSizes.Refusal refusal) {
    List<DenseTensor> at = smooth(wrong, refusal.sizes()).get(0);
    for (String message : messages(wrong.statement(), at)) {
      refusal.named().forEach(n -> assertTrue(message.contains(n), () -> n + " in: " + message));
    }
  }

  /** What is said of shapes: by the formula itself, or by each witness of another shape. */
  private static List<String> messages(Statement statement, List<DenseTensor> at) {
    try {
      List<Comparison> all = ask(statement, at);
      all.forEach(c -> assertEquals(Verdict.DISAGREES, c.verdict(), c::toString));
      return all.stream().map(c -> c.detail().orElseThrow()).toList();
    } catch (IllegalArgumentException misfit) {
      return List.of(String.valueOf(misfit.getMessage()));
    }
  }

  private static List<Comparison> ask(Statement statement, List<DenseTensor> at) {
    boolean gradient = statement instanceof Statement.Gradient;
    List<Comparison> all =
        gradient ? CHECK.atSmoothPoint(question(statement, at)) : identity(statement, at);
    Set<Witness> asked = EnumSet.noneOf(Witness.class);
    all.forEach(c -> asked.add(c.witness()));
    assertEquals(gradient ? OF_GRADIENTS : OF_IDENTITIES, asked);
    return all;
  }

  private static List<Comparison> atKink(Statement statement, List<DenseTensor> at) {
    return statement instanceof Statement.Gradient
        ? CHECK.atKink(question(statement, at))
        : identity(statement, at);
  }

  private static List<Comparison> identity(Statement statement, List<DenseTensor> at) {
    return IdentityCheck.at(((Statement.Identity) statement).left(), statement.right(), at);
  }

  private static Question question(Statement statement, List<DenseTensor> at) {
    Statement.Gradient g = (Statement.Gradient) statement;
    return new Question(g.function(), g.which(), g.right(), at);
  }
}
