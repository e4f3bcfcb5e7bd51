package dev.backproof.verify.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.verify.graph.Content;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.tour.DeepNetwork;
import org.junit.jupiter.api.Test;

class GraphPageTest extends PageContract {
  @Override
  protected String page() {
    return GraphPage.of("Two layers", DeepNetwork.graph(2), Content.GRADIENTS, true);
  }

  @Override
  protected int sheets() {
    return 2;
  }

  @Test
  void everyFoldedBoxLeadsToItsInside() {
    JsonObject said =
        Browser.in(folder)
            .drive(
                page(),
                "",
                "const links = [...document.querySelectorAll('a')].map(a => a.getAttribute('href'));"
                    + " return {count: links.length,"
                    + " lost: links.filter(l => !document.getElementById(l.slice(1))).join()};");
    assertNoErrors(said);
    assertTrue(said.get("count").getAsInt() >= 4, said::toString);
    assertEquals("", said.get("lost").getAsString());
  }

  @Test
  void namesThatLookLikeMarkupAreText() {
    Tape<DenseTensor> tape = new Tape<>();
    var x = tape.variable("<i>x</i>.<img src=x onerror=\"1\">", DenseTensor.vector(1, 2));
    var y = tape.name("<b>.y", x.map(Elementary.SQUARE).sum());
    ComputationGraph graph = ComputationGraph.onPaper(y);
    for (boolean folded : new boolean[] {false, true}) {
      JsonObject said =
          Browser.in(folder)
              .drive(
                  GraphPage.of("a <title> & \"more\"", graph, Content.GRADIENTS, folded),
                  "",
                  "return {marks: document.querySelectorAll('i, b, img').length,"
                      + " title: document.title};");
      assertNoErrors(said);
      assertEquals(0, said.get("marks").getAsInt());
      assertEquals("a <title> & \"more\"", said.get("title").getAsString());
    }
  }
}
