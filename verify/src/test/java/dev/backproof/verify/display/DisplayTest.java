package dev.backproof.verify.display;

import static dev.backproof.verify.assertion.GradientAssertions.assertGradient;
import static dev.backproof.verify.assertion.Operand.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.backproof.autodiff.program.Input;
import dev.backproof.autodiff.program.Program;
import dev.backproof.autodiff.program.pass.Optimizer;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.verify.page.Browser;
import dev.backproof.verify.page.Lesson;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.TextTable;
import dev.backproof.verify.tour.NotesNetwork;
import dev.backproof.verify.training.SampleTraining;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class DisplayTest {
  private static final String MARKUP = "<b>&\"x\"</b>";

  @TempDir Path folder;

  static <T extends Tensor<T>> T norm(T x) { // ‖x‖₂²
    return Functions.squaredL2Norm(x);
  }

  static <T extends Tensor<T>> T twice(T x) { // 2x
    return x.plus(x);
  }

  /** One of everything; names that look like markup where there are names. */
  private static Map<String, Display> all() {
    Map<String, Display> all = new LinkedHashMap<>();
    all.put("graph", Display.of(NotesNetwork.graph()));
    all.put("named graph", Display.of(named()));
    all.put("lesson", Display.of(Lesson.of("a " + MARKUP, NotesNetwork.graph())));
    all.put("program", Display.of(Optimizer.optimize(program())));
    all.put("training", Display.of(SampleTraining.moons()));
    all.put(
        "training of no epochs",
        Display.of(SampleTraining.of(SampleTraining.patient().data(), 0, 0.5, 0)));
    all.put(
        "evidence",
        Display.of(
            assertGradient(DisplayTest::norm)
                .at(DenseTensor.vector(1, 2))
                .matches(DisplayTest::twice)));
    all.put(
        "proof",
        Display.of(
            assertGradient(DisplayTest::norm)
                .forAll(vector("x", "n"))
                .isProvedFor(DisplayTest::twice)));
    all.put("table", Display.of(new TextTable().row("name", MARKUP).row("value", "1")));
    return all;
  }

  private static ComputationGraph named() {
    Tape<DenseTensor> tape = new Tape<>();
    var x = tape.variable(MARKUP, DenseTensor.vector(1, 2));
    return ComputationGraph.onPaper(tape.name("y", x.map(Elementary.SQUARE).sum()));
  }

  private static Program program() {
    Shape shape = Shape.of(Size.symbol("n"));
    return Program.trace(
        List.of(new Input(MARKUP, shape), new Input("y", shape)),
        in -> List.of(norm(in.get(0).minus(in.get(1))), twice(in.get(1))));
  }

  private static Element parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  @Test
  void everyPictureIsAFileOfItsOwnInWords() throws Exception {
    for (Map.Entry<String, Display> each : all().entrySet()) {
      Element svg = parsed(each.getValue().svg());
      assertEquals("svg", svg.getTagName(), each.getKey());
      assertEquals("http://www.w3.org/2000/svg", svg.getAttribute("xmlns"), each.getKey());
      assertTrue(Double.parseDouble(svg.getAttribute("width")) > 50, each.getKey());
      assertFalse(svg.getAttribute("aria-label").isEmpty(), each.getKey());
      assertEquals(0, svg.getElementsByTagName("b").getLength(), each.getKey());
    }
  }

  @Test
  void everyPartOfAPageIsWellFormedAndAsksForNothing() throws Exception {
    for (Map.Entry<String, Display> each : all().entrySet()) {
      String html = each.getValue().html();
      Element part = parsed("<part>" + html + "</part>");
      assertEquals(0, part.getElementsByTagName("b").getLength(), each.getKey());
      assertFalse(Pattern.compile("https?://|@import|<link").matcher(html).find(), each.getKey());
    }
  }

  @Test
  void theSameThingIsShownInTheSameBytes() {
    Iterator<Display> again = all().values().iterator();
    all()
        .forEach(
            (name, display) -> {
              Display second = again.next();
              assertEquals(display.html(), second.html(), name);
              assertEquals(display.svg(), second.svg(), name);
              assertEquals(display.toString(), second.toString(), name);
            });
  }

  private static String text(String name) {
    return Objects.requireNonNull(all().get(name)).toString();
  }

  @Test
  void aTerminalGetsText() {
    assertTrue(text("graph").contains("Backward: upstream × local"));
    assertTrue(text("lesson").contains("Backward through ha"));
    assertTrue(text("program").contains("out "));
    assertTrue(text("training").contains("accuracy "));
    assertTrue(text("evidence").startsWith("graph AGREES"));
    assertTrue(text("proof").startsWith("PROVED"));
  }

  /**
   * A notebook puts the parts into its page when it is there already, one below the other, and has
   * styles of its own: neither side may change what the other looks like.
   */
  @Test
  void partsAndTheirSurroundingsLeaveEachOtherAlone() {
    StringBuilder parts = new StringBuilder("const parts = [];\n");
    all()
        .values()
        .forEach(
            display ->
                parts
                    .append("parts.push(")
                    .append(new com.google.gson.Gson().toJson(display.html()))
                    .append(");\n"));
    String host =
        "<!DOCTYPE html><html><head><style>body { font: 20px serif; color: rgb(1, 2, 3); }"
            + " h1 { color: rgb(4, 5, 6); }</style></head><body>"
            + "<h1 class=\"box graph chart name\">Notes</h1><p class=\"graph\">text</p>"
            + "<div id=\"cells\"></div></body></html>";
    JsonObject said =
        Browser.in(folder)
            .drive(
                host,
                "",
                """
                const look = () => [...document.querySelectorAll('body, h1, body > p')].map(e => {
                  const s = getComputedStyle(e);
                  return [s.font, s.color, s.backgroundColor, s.margin, s.fill].join();
                }).join('; ');
                const before = look();
                """
                    + parts
                    + """
                for (const part of parts) {
                  const cell = document.createElement('div');
                  cell.innerHTML = part;
                  document.getElementById('cells').append(cell);
                }
                const cells = [...document.getElementById('cells').children];
                const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
                const markers = [...document.querySelectorAll('[marker-end]')].map(
                  e => e.getAttribute('marker-end').slice(5, -1));
                return {same: before === look(), count: cells.length,
                  low: Math.min(...cells.map(c => c.offsetHeight)),
                  wide: Math.max(...cells.map(c => c.scrollWidth)) - document.body.clientWidth,
                  twice: ids.length - new Set(ids).size,
                  lost: markers.filter(m => !document.getElementById(m)).length,
                  frames: frames.length};
                """);
    assertEquals("[]", said.get("errors").toString());
    assertTrue(said.get("same").getAsBoolean(), said::toString);
    assertEquals(9, said.get("count").getAsInt());
    assertTrue(said.get("low").getAsInt() > 20, said::toString);
    assertTrue(said.get("wide").getAsInt() <= 0, said::toString);
    assertEquals(0, said.get("twice").getAsInt());
    assertEquals(0, said.get("lost").getAsInt());
    assertEquals(3, said.get("frames").getAsInt());
  }

  /** The frame has no origin, so its page is asked to say itself what has become of it. */
  @Test
  void aLessonIsGoneThroughInItsFrame() {
    String html = Display.of(Lesson.of("The notes", NotesNetwork.graph())).html();
    String watched =
        html.replace(
            "&lt;/body&gt;",
            "&lt;script&gt;addEventListener(&#39;error&#39;, e =&gt; parent.postMessage(e.message,"
                + " &#39;*&#39;)); document.getElementById(&#39;next&#39;).click();"
                + " document.getElementById(&#39;next&#39;).click(); parent.postMessage(document"
                + ".querySelector(&#39;.step.current&#39;).id, &#39;*&#39;);&lt;/script&gt;"
                + "&lt;/body&gt;");
    String dom =
        Browser.in(folder)
            .dom(
                "<!DOCTYPE html><html><head></head><body><script>addEventListener('message', e => {"
                    + " document.body.append(Object.assign(document.createElement('output'),"
                    + " {textContent: e.data})); });</script>"
                    + watched
                    + "</body></html>");
    assertTrue(dom.contains("<output>step-3</output></body>"), dom);
  }
}
