package dev.backproof.verify.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.page.PageContract;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BenchPageTest extends PageContract {
  private final String page = BenchPage.format(SampleBench.report());

  @Override
  protected String page() {
    return page;
  }

  @Override
  protected int sheets() {
    return 2;
  }

  /** The body is XML as well, so a parser that is at hand can read it. */
  private Document body() throws Exception {
    String main = page.substring(page.indexOf("<main>"), page.indexOf("</body>"));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(main)));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @Test
  void itNeedsNeitherScriptNorNetwork() {
    assertFalse(Pattern.compile("<script|https?:|src=|url\\(|@import|<link").matcher(page).find());
    assertTrue(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
  }

  @Test
  void everyPictureHasWordsForIt() throws Exception {
    List<Element> pictures = elements(body(), "svg");
    // Two sizes; n, h, depth; the making of programs.
    assertEquals(6, pictures.size());
    for (Element picture : pictures) {
      assertEquals("img", picture.getAttribute("role"));
      assertTrue(picture.getAttribute("aria-label").length() > 50);
    }
    assertTrue(
        pictures
            .get(1)
            .getAttribute("aria-label")
            .contains("graph-traced, 2 threads: 309 ± 103; "));
  }

  @Test
  void everyBarIsDrawnWithinThePicture() throws Exception {
    Element picture = elements(body(), "svg").get(0);
    NodeList bars = picture.getElementsByTagName("rect");
    assertEquals(12, bars.getLength());
    double width = Double.parseDouble(picture.getAttribute("viewBox").split(" ", -1)[2]);
    for (int i = 0; i < bars.getLength(); i++) {
      Element bar = (Element) bars.item(i);
      double from = Double.parseDouble(bar.getAttribute("x"));
      double length = Double.parseDouble(bar.getAttribute("width"));
      assertTrue(length > 5 && from + length < width, "bar " + i + ": " + length);
    }
  }

  @Test
  void everyTableHasACaptionAndAHead() throws Exception {
    List<Element> tables = elements(body(), "table");
    assertTrue(tables.size() >= 10, () -> tables.size() + " tables");
    for (Element table : tables) {
      assertEquals(1, table.getElementsByTagName("caption").getLength());
      assertEquals(1, table.getElementsByTagName("thead").getLength());
    }
  }

  @Test
  void whatIsSaidIsEscaped() {
    assertTrue(page.contains("Example &lt;CPU&gt; &amp; Co, 2 cores"), page);
  }

  @Test
  void doubtsStandAboveTheNumbers() {
    assertTrue(page.indexOf("Quick: a first impression") < page.indexOf("<table>"));
    assertTrue(page.indexOf("The machine was busy") < page.indexOf("<table>"));
  }

  @Test
  void itFollowsTheColoursOfTheSystem() {
    assertTrue(page.contains("prefers-color-scheme: dark"));
    assertTrue(page.contains("name=\"color-scheme\" content=\"light dark\""));
  }
}
