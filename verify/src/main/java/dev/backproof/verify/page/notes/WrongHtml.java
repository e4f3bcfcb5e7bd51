package dev.backproof.verify.page.notes;

import dev.backproof.verify.derivation.Symbol;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.markup.LatexMath;
import dev.backproof.verify.markup.MathMl;
import dev.backproof.verify.notes.Operand;
import dev.backproof.verify.notes.WrongClaim;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.theorem.WrongVerdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The wrong versions of a claim: what is written, why it is wrong, and where one sees it. */
final class WrongHtml {
  /** Differences that are longer, as LaTeX, are folded. */
  private static final int LONGEST = 120;

  private final StringBuilder html = new StringBuilder();

  private WrongHtml() {}

  static String of(List<WrongVerdict> verdicts) {
    WrongHtml wrong = new WrongHtml();
    wrong.html.append("<div class=\"slips\">\n");
    verdicts.forEach(wrong::card);
    return wrong.html.append("</div>\n").toString();
  }

  private void card(WrongVerdict verdict) {
    WrongClaim wrong = verdict.wrong();
    html.append("<article class=\"slip\" id=\"").append(wrong.id()).append("\">\n<h4>");
    html.append(wrong.id()).append(' ').append(badge(verdict)).append("</h4>\n");
    html.append("<div class=\"scroll\" tabindex=\"0\">\n<p class=\"formula\">");
    html.append(Formulas.wrapping(Slip.marked(wrong.correct(), wrong.wrong()))).append("</p>\n");
    html.append("<p class=\"mistake\">").append(Formulas.text(wrong.mistake())).append("</p>\n");
    html.append("<p class=\"right\"><span>right:</span> ");
    html.append(Formulas.wrapping(Slip.marked(wrong.wrong(), wrong.correct()))).append("</p>\n");
    wrong.statement().operands().stream()
        .flatMap(operand -> Formulas.upstream(operand.symbol()).stream())
        .forEach(this::upstream);
    decision(wrong, verdict.decision());
    verdict
        .equated()
        .ifPresent(
            equated -> {
              html.append("<p>Where ");
              html.append(Formulas.inline(equated.condition()));
              html.append(" the shapes fit, and nothing complains. ");
              html.append(Badge.of(equated.decision().verdict())).append("</p>\n");
              decision(wrong, equated.decision());
            });
    html.append("<p class=\"plain\">").append(Formulas.text(wrong.wrong())).append("</p>\n");
    html.append("</div></article>\n");
  }

  private void upstream(String gradient) {
    html.append("<p class=\"facts\">Below, ").append(Formulas.inline("g"));
    html.append(" is the upstream gradient ").append(Formulas.display(gradient));
    html.append(": any vector.</p>\n");
  }

  private static String badge(WrongVerdict verdict) {
    return verdict.offKinks() ? Badge.offKinks() : Badge.of(verdict.decision().verdict());
  }

  private void decision(WrongClaim wrong, Decision decision) {
    if (decision instanceof Decision.Malformed malformed) {
      html.append("<p class=\"message\">").append(Formulas.text(malformed.message()));
      html.append("</p>\n");
    } else if (decision instanceof Decision.Refuted refuted) {
      counterexample(wrong, refuted.statement(), refuted.counterexample());
      refuted.difference().ifPresent(term -> difference(Formulas.term(refuted.statement(), term)));
    } else if (decision instanceof Decision.Proved proved && proved.kinks().isPresent()) {
      html.append("<p>Off the kinks it is proved; at a kink it fails:</p>\n");
      counterexample(wrong, proved.certificate().statement(), proved.kinks().get());
    }
  }

  private void counterexample(WrongClaim wrong, Statement statement, Refutation at) {
    Set<String> inputs =
        wrong.statement().operands().stream().map(Operand::symbol).collect(Collectors.toSet());
    boolean gradient = wrong.statement() instanceof dev.backproof.verify.notes.Statement.Gradient;
    html.append("<dl class=\"counter\"><div><dt>at</dt><dd>");
    html.append(PointHtml.of(statement, at.point(), inputs)).append("</dd></div>\n<div><dt>");
    html.append(gradient ? "the gradient is" : "the left side is").append("</dt><dd>");
    html.append(PointHtml.value(at.left())).append("</dd></div>\n<div><dt>");
    html.append(gradient ? "this says" : "the right side is").append("</dt><dd class=\"off\">");
    html.append(PointHtml.value(at.right())).append("</dd></div></dl>\n");
  }

  private void difference(Symbol difference) {
    boolean folded = difference.latex().length() > LONGEST;
    String math = MathMl.display(LatexMath.of(difference.latex()));
    html.append(
        folded
            ? "<details><summary>the difference of both sides</summary>"
            : "<p class=\"label\">the difference of both sides:</p>");
    html.append("<div class=\"formula\">").append(math).append("</div>");
    html.append(folded ? "</details>\n" : "\n");
  }
}
