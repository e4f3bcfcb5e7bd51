package dev.backproof.verify.derivation;

import java.util.ArrayList;
import java.util.List;

/** A derivation as LaTeX. */
final class LatexPage {
  private LatexPage() {}

  static String document(String body) {
    return String.join(
        "\n",
        "\\documentclass[11pt,fleqn]{article}",
        "\\usepackage[utf8]{inputenc}",
        "\\usepackage[T1]{fontenc}",
        "\\usepackage[margin=25mm]{geometry}",
        "\\usepackage{amsmath,amssymb}",
        "\\allowdisplaybreaks",
        "\\setlength{\\parindent}{0pt}",
        "\\begin{document}",
        body + "\\end{document}",
        "");
  }

  static String of(ProvedLecture proved) {
    Lecture lecture = proved.lecture();
    List<String> lines = new ArrayList<>();
    lines.add("\\paragraph{" + lecture.id() + "}");
    block(List.of(lecture.title().latex()), lines);
    List<String> where = new ArrayList<>();
    for (Definition definition : lecture.writer().definitions()) {
      if (lecture.where().contains(definition.name())) {
        where.add(lecture.writer().equation(definition).latex().replaceFirst(" = ", " &= "));
      }
    }
    if (!where.isEmpty()) {
      lines.add("where");
      block(where, lines);
    }
    for (Lecture.Part part : lecture.parts()) {
      if (!part.heading().latex().isEmpty()) {
        lines.add(part.heading().latex());
      }
      block(rows(lecture.writer(), part.chain()), lines);
    }
    return String.join("\n", lines) + "\n";
  }

  static void block(List<String> rows, List<String> lines) {
    lines.add("\\begin{align*}");
    lines.add("  " + String.join(" \\\\\n  ", rows));
    lines.add("\\end{align*}");
  }

  static List<String> rows(MathText writer, Chain chain) {
    List<String> rows = new ArrayList<>();
    for (int i = 1; i < chain.lines().size(); i++) {
      Line line = chain.lines().get(i);
      String left = i == 1 ? TextPage.written(writer, chain, chain.lines().get(0)).latex() : "";
      String reason = line.reason().latex();
      rows.add(
          left
              + " &= "
              + TextPage.written(writer, chain, line).latex()
              + (reason.isEmpty() ? "" : " && \\text{" + reason + "}"));
    }
    return rows;
  }
}
