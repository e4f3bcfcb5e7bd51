package dev.backproof.verify.page;

import dev.backproof.verify.graph.GraphSvg;
import dev.backproof.verify.markup.Html;

/** The frame of a page: everything inside it, nothing from a network. */
final class Page {
  static final String END = "</body>\n</html>\n";

  private Page() {}

  /** The head with the styles, and the beginning of the body. */
  static String start(String title) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:">
        <title>%s</title>
        <style>
        """
            .formatted(Html.escape(title))
        + resource("page.css")
        + GraphSvg.style()
        + "</style>\n</head>\n<body>\n";
  }

  static String resource(String name) {
    return Html.resource(Page.class, name);
  }
}
