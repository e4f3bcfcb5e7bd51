package dev.backproof.verify.display;

import dev.backproof.verify.graph.Diagram;
import dev.backproof.verify.graph.Diagram.Box;
import dev.backproof.verify.graph.Diagram.Line;
import dev.backproof.verify.graph.Diagram.Role;
import dev.backproof.verify.graph.Diagram.Style;
import dev.backproof.verify.graph.GraphSvg;
import dev.backproof.verify.markup.Html;
import java.util.List;

/** Parts of a page that is not ours: what they look like stands on the elements themselves. */
final class Fragment {
  private static final String TEXT =
      "<pre style=\"overflow:auto;margin:0;line-height:1.45;text-align:left;font-family:ui-monospace,'DejaVu"
          + " Sans Mono',Menlo,Consolas,monospace\">";

  private Fragment() {}

  /** Text as it stands, in the colours of its surroundings. */
  static String text(String text) {
    return TEXT + Html.escape(text) + "</pre>\n";
  }

  /** Text as a picture: one box. */
  static String picture(String title, String text) {
    List<Line> lines = text.stripTrailing().lines().map(Fragment::line).toList();
    return GraphSvg.file(
        new Diagram(List.of(new Box("text", Style.OPERATION, lines, "")), List.of()), title);
  }

  private static Line line(String text) {
    return new Line(Role.OPERATION, text);
  }

  /** A picture of boxes and links, and the same in words, folded away. */
  static String graph(Diagram diagram, String title, String words) {
    // Several pictures may stand in a notebook; equal ones may have equal names.
    String prefix = "g" + Integer.toHexString(diagram.hashCode()) + "-";
    return "<div><style>\n"
        + GraphSvg.style()
        + "</style>\n<div style=\"overflow:auto\" tabindex=\"0\">\n"
        + GraphSvg.partInRows(diagram, title, prefix, id -> "")
        + "</div>\n<details><summary style=\"cursor:pointer\">in words</summary>\n"
        + text(words)
        + "</details>\n</div>\n";
  }

  /** A page of its own: its styles and its script are its own, too. */
  static String frame(String title, String page) {
    return "<iframe title=\""
        + Html.escape(title)
        + "\" sandbox=\"allow-scripts\" style=\"width:100%;height:44rem;box-sizing:border-box;"
        + "border:1px solid #8c959f;border-radius:6px\" srcdoc=\""
        + Html.escape(page)
        + "\"></iframe>\n";
  }
}
