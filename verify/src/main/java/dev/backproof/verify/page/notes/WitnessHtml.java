package dev.backproof.verify.page.notes;

import dev.backproof.verify.check.Bound;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.Witness;
import dev.backproof.verify.notes.ClaimResult;
import dev.backproof.verify.report.NotesTable;
import java.util.Locale;
import java.util.Optional;

/** What the numerical witnesses say, each with its bound. */
final class WitnessHtml {
  private WitnessHtml() {}

  /** The witnesses of a claim. */
  static String of(ClaimResult result) {
    int points = result.statements().stream().mapToInt(s -> s.points()).sum();
    StringBuilder html = new StringBuilder();
    html.append("<details class=\"fold\"><summary>Numbers: ").append(points);
    html.append(" points</summary>\n<p><a href=\"#witnesses\">What the witnesses are</a></p>\n");
    html.append(head("witness"));
    for (Witness witness : Witness.values()) {
      Optional<Comparison> said = result.of(witness);
      said.ifPresent(comparison -> html.append(row(witness.title(), comparison)));
    }
    return html.append("</table></div>\n</details>\n").toString();
  }

  /** The beginning of a table of comparisons. */
  static String head(String first) {
    return "<div class=\"scroll\" tabindex=\"0\"><table>\n<tr><th>"
        + first
        + "</th><th>verdict</th><th>largest error</th><th>allowed</th><th>unit</th>"
        + "<th>compared</th></tr>\n";
  }

  /** A row of such a table. */
  static String row(String title, Comparison comparison) {
    boolean asked = comparison.entries() > 0;
    String detail = comparison.detail().map(why -> ": " + why).orElse("");
    return "<tr><td>"
        + Formulas.text(title + detail)
        + "</td><td>"
        + Badge.of(comparison.verdict())
        + "</td><td class=\"number\">"
        + (asked ? Formulas.text(NotesTable.number(comparison.reached())) : "–")
        + "</td><td class=\"number\">"
        + (comparison.bound() == Bound.EXACT
            ? "0"
            : String.format(Locale.ROOT, "%.0f", comparison.bound().allowed()))
        + "</td><td>"
        + Formulas.text(comparison.bound().unit())
        + "</td><td class=\"number\">"
        + comparison.entries()
        + "</td></tr>\n";
  }
}
