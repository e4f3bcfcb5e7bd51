package dev.backproof.verify.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Primitive;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.report.Calculation;
import dev.backproof.verify.report.Calculation.Step;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.ValueText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script's arithmetic, against that of the JVM. */
class ArithmeticScriptTest {
  /** exp, tanh and the like differ by a few units in the last place between libraries. */
  private static final double TOLERANCE = 1e-13;

  @TempDir Path folder;

  @Test
  void everyPrimitiveComputesAsInTheJvm() {
    ComputationGraph graph = everything();
    Calculation calculation = graph.calculation();
    Set<Primitive> used = EnumSet.noneOf(Primitive.class);
    calculation.steps().forEach(s -> s.op().ifPresent(op -> used.add(op.primitive())));
    assertEquals(EnumSet.of(Primitive.CUSTOM), EnumSet.complementOf(EnumSet.copyOf(used)));

    Lesson lesson = Lesson.of("everything", graph);
    JsonObject said =
        Browser.in(folder)
            .drive(
                "<!DOCTYPE html><html><head></head><body><script type=\"application/json\""
                    + " id=\"data\">"
                    + ExplainData.of(lesson, List.of())
                    + "</script><script>"
                    + Page.resource("arithmetic.js")
                    + "</script></body></html>",
                "",
                "const program = JSON.parse(document.getElementById('data').textContent).programs[0];"
                    + " const places = Arithmetic.evaluate(program.steps,"
                    + " i => program.steps[i].given.map(Number));"
                    + " return {places: places.map(p => p.map(String))};");
    assertEquals("[]", said.get("errors").toString());
    List<DenseTensor> expected = evaluate(calculation);
    JsonArray places = said.getAsJsonArray("places");
    assertEquals(expected.size(), places.size());
    for (int i = 0; i < places.size(); i++) {
      JsonArray entries = places.get(i).getAsJsonArray();
      assertEquals(expected.get(i).count(), entries.size());
      for (int j = 0; j < entries.size(); j++) {
        double wanted = expected.get(i).at(j);
        double found = Double.parseDouble(entries.get(j).getAsString());
        int at = i;
        assertEquals(
            wanted,
            found,
            TOLERANCE * Math.max(1, Math.abs(wanted)),
            () -> "place " + at + ": " + calculation.steps().get(at));
      }
    }
  }

  @Test
  void numbersAreWrittenAsInTheJvm() {
    double[] numbers = {
      0,
      -0.0,
      1,
      -2.5,
      0.1,
      1.0 / 3,
      12344.5,
      12345.5,
      99999.5,
      999999.4,
      1e6,
      123456.7,
      1e-4,
      9.99995e-5,
      1.5e-9,
      -2.00005,
      2.50005,
      1e300,
      Double.MIN_VALUE,
      0.6931471805599453,
      2693.147,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      65536.5,
      1048576.25
    };
    StringBuilder list = new StringBuilder();
    for (double number : numbers) {
      list.append(Double.toString(number)).append(',');
    }
    JsonObject said =
        Browser.in(folder)
            .drive(
                "<!DOCTYPE html><html><head></head><body><script>"
                    + Page.resource("numbers.js")
                    + "</script></body></html>",
                "",
                "return {texts: [" + list + "].map(Numbers.number)};");
    assertEquals("[]", said.get("errors").toString());
    JsonArray texts = said.getAsJsonArray("texts");
    for (int i = 0; i < numbers.length; i++) {
      assertEquals(ValueText.of(numbers[i]), texts.get(i).getAsString());
    }
  }

  /** The places as the dense reading fills them. */
  static List<DenseTensor> evaluate(Calculation calculation) {
    List<DenseTensor> places = new ArrayList<>();
    for (Step step : calculation.steps()) {
      if (step.given().isPresent()) {
        places.add(step.given().get());
        continue;
      }
      List<DenseTensor> x = step.operands().stream().map(places::get).toList();
      places.add(
          switch (x.size()) {
            case 0 -> DenseTensor.scalar(0).apply(step.op().orElseThrow());
            case 1 -> x.get(0).apply(step.op().orElseThrow());
            case 2 -> x.get(0).apply(step.op().orElseThrow(), x.get(1));
            default -> x.get(0).apply(step.op().orElseThrow(), x.get(1), x.get(2));
          });
    }
    return places;
  }

  /** A formula with every primitive and every elementary function, and its gradient. */
  static ComputationGraph everything() {
    RandomTensors random = RandomTensors.seeded(1);
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> a = tape.variable("a", random.normal(Shape.of(2, 3)));
    Var<DenseTensor> b = tape.variable("b", random.normal(Shape.of(3)));
    Var<DenseTensor> t = tape.variable("t", random.normal(Shape.of(2, 3, 4)));
    Var<DenseTensor> labels = tape.constant("labels", DenseTensor.vector(2, 0));
    List<Var<DenseTensor>> parts = new ArrayList<>();
    for (Elementary f : Elementary.values()) {
      Var<DenseTensor> x = f.domain() == Elementary.Domain.REAL ? a : a.map(Elementary.EXP);
      parts.add(x.map(f));
    }
    Var<DenseTensor> positive = a.map(Elementary.SOFTPLUS);
    parts.add(a.plus(b).minus(b.times(a)).div(positive));
    parts.add(a.strongTimes(b).maximum(a).minimum(b));
    parts.add(positive.pow(b));
    parts.add(a.matmul(t.slice(2, 1, 3).sum(0)));
    parts.add(t.permute(2, 0, 1).max(1).mean());
    parts.add(t.reshape(Shape.of(6, 4)).pad(0, 1, 2).slice(0, 0, 8).sum(1));
    parts.add(a.greater(b).plus(a.equal(a)).where(a, b));
    parts.add(b.broadcastTo(Shape.of(2, 3)).sumTo(Shape.of(1, 3)));
    parts.add(b.expand(0, Size.of(2)).times(labels.oneHot(Size.of(3))));
    parts.add(a.detach().times(a.pi()).times(a.size(Size.of(7))));
    Var<DenseTensor> sum = tape.constant(DenseTensor.scalar(0));
    for (Var<DenseTensor> part : parts) {
      sum = sum.plus(part.sum());
    }
    return ComputationGraph.of(sum);
  }
}
