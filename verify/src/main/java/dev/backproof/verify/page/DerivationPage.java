package dev.backproof.verify.page;

import dev.backproof.verify.derivation.ProvedLecture;
import dev.backproof.verify.markup.Html;

/** A derivation as one self-contained page without a script. */
public final class DerivationPage {
  private DerivationPage() {}

  /**
   * The page.
   *
   * @param title what is derived
   * @param remark what is to be known before; may be empty
   */
  public static String of(String title, String remark, ProvedLecture proved) {
    return Page.start(title, ProvedLecture.style())
        + "<header><h1>"
        + Html.escape(title)
        + "</h1></header>\n<main>\n"
        + (remark.isEmpty() ? "" : "<p>" + Html.escape(remark) + "</p>\n")
        + proved.html()
        + asText(proved)
        + "</main>\n"
        + Page.END;
  }

  /** The same as text and as LaTeX, folded. */
  private static String asText(ProvedLecture proved) {
    return folded("as text", proved.text()) + folded("as LaTeX", proved.latex());
  }

  private static String folded(String title, String text) {
    return "<details><summary>"
        + title
        + "</summary><pre class=\"scroll\" tabindex=\"0\">"
        + Html.escape(text)
        + "</pre></details>\n";
  }
}
