package dev.backproof.verify.derivation;

import dev.backproof.verify.markup.Html;
import java.util.List;

/** A derivation each "=" of which is proved; only {@link Lecture#prove} makes one. */
public final class ProvedLecture {
  private final Lecture lecture;
  private final List<ProvedChain> chains;

  ProvedLecture(Lecture lecture, List<ProvedChain> chains) {
    this.lecture = lecture;
    this.chains = List.copyOf(chains);
  }

  /** The derivation. */
  public Lecture lecture() {
    return lecture;
  }

  /** The chains of its parts, with their proofs. */
  public List<ProvedChain> chains() {
    return chains;
  }

  /** As text, with the reasons in a column of their own. */
  public String text() {
    return TextPage.of(this);
  }

  /** As LaTeX: paragraphs with {@code align*} blocks, to be put into a document with amsmath. */
  public String latex() {
    return LatexPage.of(this);
  }

  /** As part of a page: HTML with formulas in MathML, for a page that has {@link #style}. */
  public String html() {
    return HtmlPart.of(this);
  }

  /** Of a claim that is the matrix form of another: the last chains only, as part of a page. */
  public String matrixForm() {
    return HtmlPart.matrixForm(this);
  }

  /** The style sheet that {@link #html} wants. */
  public static String style() {
    return Html.resource(ProvedLecture.class, "derivation.css");
  }

  /** As a LaTeX document of its own. */
  public String latexDocument() {
    return LatexPage.document(latex());
  }
}
