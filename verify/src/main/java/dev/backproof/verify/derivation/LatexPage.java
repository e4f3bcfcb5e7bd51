package dev.backproof.verify.derivation;

import java.util.ArrayList;
import java.util.List;

/** A derivation as LaTeX, for which amsmath is enough. */
final class LatexPage {
  private LatexPage() {}

  static String document(String body) {
    return String.join(
        "\n",
        "\\documentclass[11pt,fleqn]{article}",
        "\\usepackage{amsmath}",
        "\\setlength{\\textwidth}{174mm}",
        "\\setlength{\\oddsidemargin}{-7mm}",
        "\\setlength{\\textheight}{235mm}",
        "\\setlength{\\topmargin}{-15mm}",
        "\\setlength{\\parindent}{0pt}",
        "\\allowdisplaybreaks",
        "\\begin{document}",
        "\\setlength{\\jot}{6pt}",
        body + "\\end{document}",
        "");
  }

  static String of(ProvedLecture proved) {
    Lecture lecture = proved.lecture();
    List<String> lines = new ArrayList<>(List.of("\\paragraph{" + lecture.id() + "}"));
    equations(lecture.results(), lines);
    List<Symbol> where = lecture.where();
    if (!where.isEmpty()) {
      lines.add("where");
      equations(where, lines);
    }
    for (Lecture.Part part : lecture.parts()) {
      boolean first = part.equals(lecture.parts().get(0));
      String heading = part.heading().latex();
      lines.add(!heading.isEmpty() ? heading : first ? "Derivation:" : "and");
      block(rows(lecture.writer(), part.chain()), lines);
    }
    return String.join("\n", lines) + "\n";
  }

  private static void equations(List<Symbol> equations, List<String> lines) {
    block(equations.stream().map(e -> e.latex().replaceFirst(" = ", " &= ")).toList(), lines);
  }

  static void block(List<String> rows, List<String> lines) {
    lines.add("\\begin{align*}");
    lines.add("  " + String.join(" \\\\\n  ", rows));
    lines.add("\\end{align*}");
  }

  static List<String> rows(MathText writer, Chain chain) {
    List<Symbol> written = chain.written(writer);
    List<String> rows = new ArrayList<>();
    for (int i = 1; i < written.size(); i++) {
      String reason = chain.lines().get(i).reason().latex();
      rows.add(
          (i == 1 ? written.get(0).latex() + " " : "")
              + "&= "
              + written.get(i).latex()
              + (reason.isEmpty() ? "" : " && \\text{" + reason + "}"));
    }
    return rows;
  }
}
