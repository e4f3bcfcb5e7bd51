package dev.backproof.verify.markup;

import java.util.List;

/** A page without script that is being written: text, lists, tables, pictures; all is escaped. */
public final class HtmlPage {
  private final StringBuilder html = new StringBuilder();

  /** An empty page. */
  public HtmlPage(String title) {
    html.append(start(title, Html.resource(HtmlPage.class, "plain.css") + Chart.style()))
        .append("<main>\n");
  }

  /**
   * The head of any page, and the beginning of its body: nothing may be asked of a network.
   *
   * @param style the style sheet
   */
  public static String start(String title, String style) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:; img-src data:">
        <title>%s</title>
        <style>
        """
            .formatted(Html.escape(title))
        + style
        + "</style>\n</head>\n<body>\n";
  }

  /** The heading of the page. */
  public HtmlPage title(String said) {
    return element("h1", said);
  }

  /** The heading of a part. */
  public HtmlPage heading(String said) {
    return element("h2", said);
  }

  /** A paragraph. */
  public HtmlPage paragraph(String said) {
    return element("p", said);
  }

  /** Something that has to be seen. */
  public HtmlPage warning(String said) {
    html.append("<p class=\"warning\"><strong>Note:</strong> ")
        .append(Html.escape(said))
        .append("</p>\n");
    return this;
  }

  private HtmlPage element(String name, String said) {
    html.append('<').append(name).append('>').append(Html.escape(said));
    html.append("</").append(name).append(">\n");
    return this;
  }

  /** A list with points. */
  public HtmlPage list(List<String> lines) {
    html.append("<ul>\n");
    lines.forEach(line -> element("li", line));
    html.append("</ul>\n");
    return this;
  }

  /** Begins a group with a class of the style sheet. */
  public HtmlPage open(String style) {
    html.append("<div class=\"").append(style).append("\">\n");
    return this;
  }

  /** Ends it. */
  public HtmlPage close() {
    html.append("</div>\n");
    return this;
  }

  /** A picture that has been drawn. */
  public HtmlPage figure(String caption, String more, String svg) {
    html.append("<figure>\n<figcaption>")
        .append(Html.escape(caption))
        .append(" <small>")
        .append(Html.escape(more))
        .append("</small></figcaption>\n")
        .append(svg)
        .append("</figure>\n");
    return this;
  }

  /** A picture made of pixels. */
  public HtmlPage picture(String address, String described, String caption, String more) {
    html.append("<figure class=\"pixels\">\n<img src=\"")
        .append(Html.escape(address))
        .append("\" alt=\"")
        .append(Html.escape(described))
        .append("\">\n<figcaption>")
        .append(Html.escape(caption))
        .append(" <small>")
        .append(Html.escape(more))
        .append("</small></figcaption>\n</figure>\n");
    return this;
  }

  /**
   * A table whose first column heads its rows.
   *
   * @param style a class for a cell, by row and column, or nothing
   */
  public HtmlPage table(String caption, List<String> head, List<List<String>> rows, Style style) {
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(Html.escape(caption))
        .append("\">\n<table>\n<caption><span>")
        .append(Html.escape(caption))
        .append("</span></caption>\n<thead><tr>");
    head.forEach(
        cell -> html.append("<th scope=\"col\">").append(Html.escape(cell)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (int r = 0; r < rows.size(); r++) {
      html.append("<tr>");
      for (int c = 0; c < rows.get(r).size(); c++) {
        String name = style.of(r, c);
        html.append(c == 0 ? "<th scope=\"row\"" : "<td");
        html.append(name.isEmpty() ? ">" : " class=\"" + name + "\">")
            .append(Html.escape(rows.get(r).get(c)))
            .append(c == 0 ? "</th>" : "</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n</div>\n");
    return this;
  }

  /** A table whose first column heads its rows. */
  public HtmlPage table(String caption, List<String> head, List<List<String>> rows) {
    return table(caption, head, rows, (row, column) -> "");
  }

  /** The class of a cell, from 0; empty for none. */
  @FunctionalInterface
  public interface Style {
    String of(int row, int column);
  }

  @Override
  public String toString() {
    return html + "</main>\n</body>\n</html>\n";
  }
}
