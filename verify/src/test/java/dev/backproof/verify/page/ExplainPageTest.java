package dev.backproof.verify.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Functions;
import dev.backproof.core.Shape;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.ComputationGraph.Node;
import dev.backproof.verify.report.ValueText;
import dev.backproof.verify.tour.DeepNetwork;
import dev.backproof.verify.tour.NotesMinibatch;
import dev.backproof.verify.tour.NotesNetwork;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExplainPageTest extends PageContract {
  private static final int MOST_BYTES = 1_500_000;

  private static final String TEXTS =
      "const texts = {}; document.querySelectorAll('[data-v]').forEach(e => {"
          + " if (e.closest('[data-scope]')) return; const field = e.querySelector('input');"
          + " texts[e.dataset.v] = field ? field.value.replace('-', '−') : e.textContent; });";

  private static final Lesson NOTES = Lesson.of("The notes", NotesNetwork.graph());

  @Override
  protected String page() {
    return ExplainPage.of(NOTES);
  }

  @Override
  protected int sheets() {
    return 3;
  }

  @Test
  void everyStepIsThereInOrderWithoutAScript() {
    // Chromium gives no DOM back when scripts are off altogether; so the page forbids its own.
    String page = ExplainPage.of(NOTES);
    String still = page.replace("script-src 'unsafe-inline'", "script-src 'none'");
    assertNotEquals(page, still);
    String dom = Browser.in(folder).dom(still);
    assertFalse(dom.contains("class=\"stepping\""), "a script has run");
    int last = 0;
    for (int i = 1; i <= NOTES.steps().size(); i++) {
      int at = dom.indexOf("id=\"step-" + i + "\"");
      assertTrue(at > last, "step " + i);
      last = at;
    }
  }

  @Test
  void theButtonsReachTheLastStepAndComeBack() {
    int steps = NOTES.steps().size();
    JsonObject said =
        Browser.in(folder)
            .drive(
                ExplainPage.of(NOTES),
                "",
                """
                const shown = () => [...document.querySelectorAll('.step')]
                  .filter(s => getComputedStyle(s).display !== 'none').map(s => s.id).join();
                const press = id => document.getElementById(id).click();
                const seen = [shown()];
                while (!document.getElementById('next').disabled) { press('next'); seen.push(shown()); }
                const end = document.getElementById('where').textContent;
                while (!document.getElementById('previous').disabled) { press('previous'); seen.push(shown()); }
                const key = k => document.body.dispatchEvent(
                  new KeyboardEvent('keydown', {key: k, bubbles: true}));
                key('ArrowRight'); key('ArrowRight'); key('ArrowLeft');
                const keyed = shown();
                key('End');
                const ended = shown();
                press('first');
                document.getElementById('p-%s').dispatchEvent(new MouseEvent('click', {bubbles: true}));
                return {seen: seen.join(' '), end, keyed, ended, clicked: shown()};
                """
                    .formatted("n" + NOTES.graph().node("oa").id()));
    assertNoErrors(said);
    StringBuilder way = new StringBuilder("step-1");
    for (int i = 2; i <= steps; i++) {
      way.append(" step-").append(i);
    }
    for (int i = steps - 1; i >= 1; i--) {
      way.append(" step-").append(i);
    }
    assertEquals(way.toString(), said.get("seen").getAsString());
    assertEquals("Step " + steps + " of " + steps, said.get("end").getAsString());
    assertEquals("step-2", said.get("keyed").getAsString());
    assertEquals("step-" + steps, said.get("ended").getAsString());
    String clicked = said.get("clicked").getAsString();
    int index = Integer.parseInt(clicked.substring("step-".length())) - 1;
    assertEquals("oa", NOTES.steps().get(index).node().name());
  }

  @Test
  void aFragmentLeadsToItsStep() {
    JsonObject said =
        Browser.in(folder)
            .drive(
                ExplainPage.of(NOTES),
                "#at-9",
                "return {at: document.querySelector('.step.current').id};");
    assertNoErrors(said);
    assertEquals("step-9", said.get("at").getAsString());
  }

  /** Without a change the script shows what the JVM wrote; computed anew it is the same again. */
  @Test
  void theScriptComputesWhatTheJvmWrote() {
    for (ComputationGraph graph :
        new ComputationGraph[] {
          NotesNetwork.graph(), NotesMinibatch.graph(), DeepNetwork.graph(2)
        }) {
      JsonObject said =
          Browser.in(folder)
              .drive(
                  ExplainPage.of(Lesson.of("The same", graph)),
                  "",
                  "const all = () => [...document.querySelectorAll('[data-v], [data-t]')]"
                      + ".map(e => e.querySelector('input')?.value ?? e.textContent);"
                      + " const before = all(); document.getElementById('reset').click();"
                      + " const after = all(); return {count: before.length,"
                      + " other: before.map((b, i) => b === after[i] ? '' : b + ' / ' + after[i])"
                      + ".filter(Boolean).join('; ')};");
      assertNoErrors(said);
      assertTrue(said.get("count").getAsInt() > 100);
      assertEquals("", said.get("other").getAsString());
    }
  }

  @Test
  void aChangedInputChangesEverythingAsInTheJvm() {
    JsonObject said =
        Browser.in(folder)
            .drive(
                ExplainPage.of(Lesson.of("Curved", curved(0.5))),
                "",
                "const field = document.querySelector('input[aria-label=\"x[1]\"]');"
                    + " field.value = '-1.25'; field.dispatchEvent(new Event('change'));"
                    + TEXTS
                    + " return {texts, message: document.getElementById('message').textContent};");
    assertNoErrors(said);
    assertEquals("", said.get("message").getAsString());
    ComputationGraph expected = curved(-1.25);
    JsonObject texts = said.getAsJsonObject("texts");
    int compared = 0;
    for (Node node : expected.nodes()) {
      compared += compare(texts, "v" + node.id(), node.value());
      if (node.cotangent().isPresent()) {
        compared += compare(texts, "b" + node.id(), node.cotangent().orElseThrow());
      }
    }
    for (int i = 0; i < expected.pulls().size(); i++) {
      compared +=
          compare(texts, "k" + i, expected.pulls().get(i).edge().local().orElseThrow().value());
      compared += compare(texts, "u" + i, expected.pulls().get(i).sum());
    }
    assertTrue(compared > 50, () -> texts.toString());
  }

  /** Scalar graphs, Jacobians, formulas with numbers: all as on a page written for that input. */
  @Test
  void aChangedPageIsThePageOfTheOtherInput() {
    String read =
        "return {texts: [...document.querySelectorAll('[data-v], [data-t]')].map("
            + "e => e.querySelector('input')?.value ?? e.textContent)};";
    Browser browser = Browser.in(folder);
    JsonObject changed =
        browser.drive(
            ExplainPage.of(Lesson.of("Curved", curved(0.5))),
            "",
            "const field = document.querySelector('input[aria-label=\"x[1]\"]');"
                + " field.value = '-1.25'; field.dispatchEvent(new Event('change'));"
                + read);
    JsonObject written =
        browser.drive(ExplainPage.of(Lesson.of("Curved", curved(-1.25))), "", read);
    assertNoErrors(changed);
    assertNoErrors(written);
    JsonArray expected = written.getAsJsonArray("texts");
    JsonArray texts = changed.getAsJsonArray("texts");
    assertEquals(expected.size(), texts.size());
    assertTrue(texts.size() > 500, () -> "only " + texts.size());
    for (int i = 0; i < expected.size(); i++) {
      String wanted = expected.get(i).getAsString();
      String found = texts.get(i).getAsString();
      // A box is as wide as its text was, so what is cut may be cut elsewhere.
      if (!wanted.endsWith("…") && !found.endsWith("…")) {
        assertEquals(wanted, found, "text " + i);
      }
    }
  }

  /** The number of entries that are on the page; each is what the JVM has. */
  private static int compare(JsonObject texts, String name, DenseTensor expected) {
    int compared = 0;
    for (int i = 0; i < expected.count(); i++) {
      String key = name + ":" + i;
      if (texts.has(key)) {
        assertEquals(ValueText.of(expected.at(i)), texts.get(key).getAsString(), key);
        compared++;
      }
    }
    return compared;
  }

  /**
   * Many functions, a product, a broadcast, a maximum and a choice; the second entry of x is free.
   */
  private static ComputationGraph curved(double free) {
    Tape<DenseTensor> tape = new Tape<>();
    Var<DenseTensor> x = tape.variable("x", DenseTensor.vector(0.3, free, -0.7));
    Var<DenseTensor> w =
        tape.variable("W", DenseTensor.matrix(new double[][] {{1.5, -2, 0.25}, {0, 3, 1}}));
    Var<DenseTensor> a = tape.name("a", w.matmul(x.map(Elementary.TANH)));
    Var<DenseTensor> s = tape.name("s", w.plus(x).map(Elementary.SIGMOID).sum(0));
    Var<DenseTensor> c = tape.name("c", a.greater(a.zero()).where(a.map(Elementary.SQUARE), a));
    Var<DenseTensor> m = tape.name("m", s.max(0).times(c.sum()));
    return ComputationGraph.onPaper(tape.name("L", m.plus(Functions.logSumExp(s.times(x)))));
  }

  @Test
  void whatIsNoNumberOrNoLabelIsRefusedAndTheValueKept() {
    JsonObject said =
        Browser.in(folder)
            .drive(
                ExplainPage.of(NOTES),
                "",
                """
                const field = name => document.querySelector(`input[aria-label="${name}"]`);
                const put = (name, text) => {
                  field(name).value = text;
                  field(name).dispatchEvent(new Event('change'));
                  return document.getElementById('message').textContent + ' ' +
                    field(name).getAttribute('aria-invalid');
                };
                return {word: put('x[0]', 'two'), label: put('y', '2'), right: put('y', '1')};
                """);
    assertNoErrors(said);
    assertEquals(
        "‘two’ is not a number; the value before it is kept. true", said.get("word").getAsString());
    assertEquals(
        "a label is one of 0 … 1, not 2; the value before it is kept. true",
        said.get("label").getAsString());
    assertEquals(" false", said.get("right").getAsString());
  }

  @Test
  void aPageOfTheNotesIsLightAndSelfContained() {
    for (ComputationGraph graph :
        new ComputationGraph[] {NotesNetwork.graph(), NotesMinibatch.graph()}) {
      String page = ExplainPage.of(Lesson.of("The notes", graph));
      assertTrue(page.getBytes(StandardCharsets.UTF_8).length < MOST_BYTES);
      assertEquals(page, ExplainPage.of(Lesson.of("The notes", graph)), "the same bytes");
    }
  }

  @Test
  void namesThatLookLikeMarkupAreText() {
    Tape<DenseTensor> tape = new Tape<>();
    String name = "</script><img src=x onerror=\"errors.push('ran')\">&'";
    Var<DenseTensor> x = tape.variable(name, DenseTensor.vector(1, 2));
    Var<DenseTensor> y = tape.name("<b>y</b>", x.map(Elementary.SQUARE).sum());
    String title = "\"quotes\" & <script>errors.push('title')</script>";
    JsonObject said =
        Browser.in(folder)
            .drive(
                ExplainPage.of(Lesson.of(title, y)),
                "",
                "return {images: document.images.length, bold: document.querySelectorAll('b').length,"
                    + " title: document.title,"
                    + " named: document.body.textContent.includes('<' + '/script><img src=x')};");
    assertNoErrors(said);
    assertEquals(0, said.get("images").getAsInt());
    assertEquals(0, said.get("bold").getAsInt());
    assertEquals(title, said.get("title").getAsString());
    assertTrue(said.get("named").getAsBoolean());
  }

  @Test
  void aLargeArrayIsAStripOfColours() {
    Tape<DenseTensor> tape = new Tape<>();
    double[] entries = new double[40 * 100];
    Arrays.setAll(entries, i -> Math.sin(i));
    Var<DenseTensor> x = tape.variable("x", DenseTensor.of(Shape.of(40, 100), entries));
    String page = ExplainPage.of(Lesson.of("Large", x.map(Elementary.SQUARE).sum()));
    assertTrue(page.contains("class=\"heat\""));
    JsonObject said =
        Browser.in(folder)
            .drive(
                page,
                "",
                "const colours = () => [...document.querySelectorAll('.heat rect')]"
                    + ".map(r => r.getAttribute('class')).join();"
                    + " const before = colours(); document.getElementById('reset').click();"
                    + " return {same: before === colours(), cells: before.length > 1000};");
    assertNoErrors(said);
    assertTrue(said.get("same").getAsBoolean());
    assertTrue(said.get("cells").getAsBoolean());
  }
}
