package dev.backproof.verify.derivation;

import dev.backproof.verify.markup.LatexMath;
import dev.backproof.verify.markup.MathMl;
import java.util.List;

/**
 * A derivation as part of a page, its formulas in MathML; the style sheet is {@code
 * derivation.css}.
 *
 * <p>Formulas are those of the LaTeX, set in MathML, so that all three say the same.
 */
final class HtmlPart {
  /** Chains with longer lines, as text, have the reasons below. */
  private static final int WIDEST = 60;

  private HtmlPart() {}

  /** The chains from the first matrix form on. */
  static String matrixForm(ProvedLecture proved) {
    StringBuilder html = new StringBuilder("<div class=\"derivation\">\n");
    List<Lecture.Part> parts = proved.lecture().parts();
    parts.stream()
        .dropWhile(part -> !part.heading().equals(Say.MATRIX))
        .forEach(
            part ->
                chain(html, part.chain().written(proved.lecture().writer()), part.chain().lines()));
    return html.append("</div>\n").toString();
  }

  static String of(ProvedLecture proved) {
    Lecture lecture = proved.lecture();
    StringBuilder html = new StringBuilder("<div class=\"derivation\">\n");
    html.append("<div class=\"results scroll\" tabindex=\"0\">\n");
    equations(html, lecture.results());
    html.append("</div>\n");
    List<Symbol> where = lecture.where();
    if (!where.isEmpty()) {
      html.append("<div class=\"where scroll\" tabindex=\"0\"><p>where</p>\n");
      equations(html, where);
      html.append("</div>\n");
    }
    for (Lecture.Part part : lecture.parts()) {
      String heading = part.heading().latex();
      boolean first = part.equals(lecture.parts().get(0));
      String said = !heading.isEmpty() ? LatexMath.words(heading) : first ? "Derivation:" : "and";
      html.append("<p class=\"heading\">").append(said).append("</p>\n");
      chain(html, part.chain().written(lecture.writer()), part.chain().lines());
    }
    return html.append("</div>\n").toString();
  }

  private static void equations(StringBuilder html, List<Symbol> equations) {
    for (Symbol equation : equations) {
      html.append("<div class=\"formula\">").append(formula(equation.latex())).append("</div>\n");
    }
  }

  private static void chain(StringBuilder html, List<Symbol> written, List<Line> lines) {
    int widest = written.get(0).text().length();
    for (Symbol line : written.subList(1, written.size())) {
      widest = Math.max(widest, written.get(0).text().length() + line.text().length());
    }
    html.append("<ol class=\"chain ").append(widest > WIDEST ? "long " : "");
    html.append("scroll\" tabindex=\"0\">\n");
    for (int i = 1; i < written.size(); i++) {
      html.append("<li>");
      if (i == 1) {
        html.append("<div class=\"left\">").append(formula(written.get(0).latex()));
        html.append("</div>");
      }
      html.append("<div class=\"right\">").append(formula("= " + written.get(i).latex()));
      html.append("</div><div class=\"why\">");
      html.append(LatexMath.words(lines.get(i).reason().latex())).append("</div></li>\n");
    }
    html.append("</ol>\n");
  }

  private static String formula(String latex) {
    return MathMl.display(LatexMath.of(latex));
  }
}
