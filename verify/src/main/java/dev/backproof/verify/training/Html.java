package dev.backproof.verify.training;

import dev.backproof.verify.bench.report.BenchPage;
import dev.backproof.verify.bench.report.Svg;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A page that is being written; all text is escaped. */
final class Html {
  private final StringBuilder html = new StringBuilder();

  Html(String title) {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
        .append(Svg.escape(title))
        .append("</title>\n<style>\n")
        .append(style(BenchPage.class, "bench.css"))
        .append(style(Html.class, "training.css"))
        .append("</style>\n</head>\n<body>\n<main>\n");
  }

  private static String style(Class<?> beside, String name) {
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Html title(String said) {
    return element("h1", said);
  }

  Html heading(String said) {
    return element("h2", said);
  }

  Html paragraph(String said) {
    return element("p", said);
  }

  Html warning(String said) {
    html.append("<p class=\"warning\"><strong>Note:</strong> ")
        .append(Svg.escape(said))
        .append("</p>\n");
    return this;
  }

  private Html element(String name, String said) {
    html.append('<').append(name).append('>').append(Svg.escape(said));
    html.append("</").append(name).append(">\n");
    return this;
  }

  Html list(List<String> lines) {
    html.append("<ul>\n");
    lines.forEach(line -> element("li", line));
    html.append("</ul>\n");
    return this;
  }

  Html open(String style) {
    html.append("<div class=\"").append(style).append("\">\n");
    return this;
  }

  Html close() {
    html.append("</div>\n");
    return this;
  }

  /** A picture that has been drawn. */
  Html figure(String caption, String more, String svg) {
    html.append("<figure>\n<figcaption>")
        .append(Svg.escape(caption))
        .append(" <small>")
        .append(Svg.escape(more))
        .append("</small></figcaption>\n")
        .append(svg)
        .append("</figure>\n");
    return this;
  }

  /** A picture made of pixels. */
  Html picture(String address, String described, String caption, String more) {
    html.append("<figure class=\"pixels\">\n<img src=\"")
        .append(Svg.escape(address))
        .append("\" alt=\"")
        .append(Svg.escape(described))
        .append("\">\n<figcaption>")
        .append(Svg.escape(caption))
        .append(" <small>")
        .append(Svg.escape(more))
        .append("</small></figcaption>\n</figure>\n");
    return this;
  }

  /**
   * A table whose first column heads its rows.
   *
   * @param style a class for a cell, by row and column, or nothing
   */
  Html table(String caption, List<String> head, List<List<String>> rows, Style style) {
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(Svg.escape(caption))
        .append("\">\n<table>\n<caption>")
        .append(Svg.escape(caption))
        .append("</caption>\n<thead><tr>");
    head.forEach(
        cell -> html.append("<th scope=\"col\">").append(Svg.escape(cell)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    for (int r = 0; r < rows.size(); r++) {
      html.append("<tr>");
      for (int c = 0; c < rows.get(r).size(); c++) {
        String name = style.of(r, c);
        html.append(c == 0 ? "<th scope=\"row\"" : "<td");
        html.append(name.isEmpty() ? ">" : " class=\"" + name + "\">")
            .append(Svg.escape(rows.get(r).get(c)))
            .append(c == 0 ? "</th>" : "</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n</div>\n");
    return this;
  }

  Html table(String caption, List<String> head, List<List<String>> rows) {
    return table(caption, head, rows, (row, column) -> "");
  }

  /** The class of a cell, from 0; empty for none. */
  @FunctionalInterface
  interface Style {
    String of(int row, int column);
  }

  @Override
  public String toString() {
    return html + "</main>\n</body>\n</html>\n";
  }
}
