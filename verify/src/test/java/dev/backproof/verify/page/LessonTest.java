package dev.backproof.verify.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.verify.page.Lesson.Phase;
import dev.backproof.verify.page.Lesson.Step;
import dev.backproof.verify.report.ComputationGraph.Pull;
import dev.backproof.verify.tour.NotesNetwork;
import dev.backproof.verify.tour.OneVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LessonTest {
  private static final Lesson NOTES = Lesson.of("The notes", NotesNetwork.graph());

  @Test
  void itGoesForwardInTheOrderOfComputationAndBackInThatOfTheSweep() {
    List<String> way = new ArrayList<>();
    NOTES.steps().forEach(step -> way.add(step.phase() + " " + step.node().name()));
    assertEquals(List.of("inputs L", "forward ha", "forward hs", "forward oa"), way.subList(0, 4));
    assertEquals(
        List.of("backward oa", "backward hs", "backward ha", "gradients L"),
        way.subList(way.size() - 4, way.size()));
    assertEquals(1, NOTES.steps().stream().filter(s -> s.phase() == Phase.SEED).count());
  }

  @Test
  void everyPullIsInExactlyOneStepInOrder() {
    List<Integer> pulls = new ArrayList<>();
    NOTES.steps().forEach(step -> pulls.addAll(step.pulls()));
    for (int i = 0; i < pulls.size(); i++) {
      assertEquals(i, pulls.get(i));
    }
    assertEquals(NOTES.graph().pulls().size(), pulls.size());
  }

  @Test
  void whereThreePathsMeetEachKnowsTheOneBefore() {
    // w³ = w·w·w: pulls 1, 2 and 3 arrive at w.
    Lesson lesson = Lesson.of("w³", OneVariable.graph());
    assertEquals(Optional.empty(), lesson.before(1));
    assertEquals(Optional.of(1), lesson.before(2));
    assertEquals(Optional.of(2), lesson.before(3));
    assertFalse(lesson.isLast(2));
    assertTrue(lesson.isLast(3));
  }

  @Test
  void everyStepAndEveryPullHasASentence() {
    for (Lesson lesson :
        List.of(NOTES, Lesson.of("everything", ArithmeticScriptTest.everything()))) {
      for (Step step : lesson.steps()) {
        assertTrue(step.reason().endsWith("."), step::reason);
      }
      for (Pull pull : lesson.graph().pulls()) {
        assertTrue(Reasons.pull(pull).endsWith("."));
        assertFalse(Reasons.pull(pull).startsWith("No derivative"), pull.text());
      }
    }
  }

  @Test
  void aResultOfManyEntriesWantsACotangent() {
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> x = tape.variable("x", DenseTensor.vector(1, 2));
    assertEquals(
        "graph: the result [2] is not a scalar; sum it, or give a cotangent of its shape",
        assertThrows(IllegalArgumentException.class, () -> Lesson.of("x", x)).getMessage());
  }
}
