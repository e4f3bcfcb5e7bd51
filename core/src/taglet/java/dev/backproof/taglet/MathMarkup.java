package dev.backproof.taglet;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A formula in plain text as MathML.
 *
 * <p>The text is what a reader of the source sees: {@code ‖x‖₂² = Σxᵢ²}, {@code e^(−t²)}, {@code
 * 1/(1 + e⁻ˣ)}. Indented lines, in {@code <pre>}, are a derivation: left side, right side, and what
 * stands behind two blanks or more (a shape, a reason) become columns.
 */
public final class MathMarkup {
  private static final Pattern RELATION = Pattern.compile("^(.*?\\S)\\s+([=≤≥≈])\\s+(.*)$");
  private static final Pattern GAP = Pattern.compile(" {2,}");
  private static final Pattern DERIVATION = Pattern.compile("\\S {2,}\\S|\\n {2,}\\S");

  private MathMarkup() {}

  /** The markup of a formula, or of a derivation if the text has columns or indented lines. */
  public static String of(String text) {
    List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (!DERIVATION.matcher(text).find()) {
      // The formatter may have broken it anywhere.
      String line = String.join(" ", lines);
      return math("", line, MathRow.of(line));
    }
    return math(
        "margin-left:2em;",
        String.join("; ", lines),
        "<mtable displaystyle=\"true\" style=\"margin:0\">"
            + lines.stream().map(MathMarkup::line).collect(Collectors.joining())
            + "</mtable>");
  }

  /** Fractions in full size, and letters as large as those of the text round it. */
  private static String math(String style, String text, String markup) {
    return "<math displaystyle=\"true\" style=\""
        + style
        + "font-size:115%\" alttext=\""
        + escaped(GAP.matcher(text).replaceAll(" "))
        + "\">"
        + markup
        + "</math>";
  }

  private static String line(String line) {
    Matcher relation = RELATION.matcher(line);
    StringBuilder row = new StringBuilder("<mtr>");
    String right = line;
    if (relation.matches() && !GAP.matcher(relation.group(1)).find()) {
      row.append(cell("right", "0", MathRow.of(relation.group(1))));
      right = relation.group(3);
    } else {
      row.append(cell("right", "0", ""));
    }
    String sign = relation.matches() ? "<mo>" + relation.group(2) + "</mo>" : "";
    String before = "0";
    for (String part : GAP.split(right, -1)) {
      row.append(cell("left", before, sign + MathRow.of(part)));
      sign = "";
      before = "2em";
    }
    return row.append("</mtr>").toString();
  }

  /** Browsers align by style sheets only. */
  private static String cell(String side, String before, String markup) {
    return "<mtd style=\"text-align:"
        + side
        + ";padding:0.4ex 0 0.4ex "
        + before
        + "\"><mrow>"
        + markup
        + "</mrow></mtd>";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
