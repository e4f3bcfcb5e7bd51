package dev.backproof.verify.page;

import dev.backproof.verify.graph.GraphSvg;
import dev.backproof.verify.markup.Html;
import dev.backproof.verify.markup.HtmlPage;

/** The frame of a page: everything inside it, nothing from a network. */
public final class Page {
  /** What closes a page. */
  public static final String END = "</body>\n</html>\n";

  private Page() {}

  static String start(String title) {
    return start(title, "");
  }

  /**
   * The head with the styles, and the beginning of the body.
   *
   * @param style more of a style sheet
   */
  public static String start(String title, String style) {
    return HtmlPage.start(title, font() + resource("page.css") + GraphSvg.style() + style);
  }

  /** The font for formulas; it is in the page, since many systems have none with a MATH table. */
  private static String font() {
    String base64 = resource("noto-sans-math.base64").replace("\n", "");
    return "@font-face { font-family: \"Formulas\"; src: url(data:font/woff2;base64,"
        + base64
        + "); }\n";
  }

  static String resource(String name) {
    return Html.resource(Page.class, name);
  }
}
