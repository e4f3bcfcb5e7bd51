package dev.backproof.verify.page.notes;

import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.derivation.ProvedLecture;
import dev.backproof.verify.graph.Content;
import dev.backproof.verify.graph.Diagrams;
import dev.backproof.verify.graph.GraphSvg;
import dev.backproof.verify.markup.Html;
import dev.backproof.verify.notes.ClaimResult;
import dev.backproof.verify.page.Page;
import dev.backproof.verify.prover.ProofVerdict;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.NotesReport;
import dev.backproof.verify.report.ProofTable;
import dev.backproof.verify.theorem.Decided;
import dev.backproof.verify.theorem.Proposition;
import dev.backproof.verify.theorem.WrongVerdict;
import dev.backproof.verify.tour.NotesNetwork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The notes, verified: what the main job has found as one self-contained page without a script,
 * beside the files it links to.
 */
public final class NotesPage {
  private static final String TITLE = "The notes, verified";

  /** Of the anchors in the picture. */
  private static final String PREFIX = "p-";

  private final NotesReport report;
  private final ComputationGraph graph = NotesNetwork.graph();
  private final StringBuilder html = new StringBuilder();

  private NotesPage(NotesReport report) {
    this.report = report;
  }

  /** The page; the same report gives the same bytes. */
  public static String of(NotesReport report) {
    NotesPage page = new NotesPage(report);
    page.header();
    page.contents();
    page.network();
    Map<String, String> boxes = page.boxes();
    for (NotesWords.Part part : NotesWords.PARTS) {
      page.html.append("<h2 class=\"part\" id=\"part-").append(part.digit()).append("\">");
      page.html.append(part.title()).append("</h2>\n<p>").append(part.about()).append("</p>\n");
      for (ClaimResult result : report.claims()) {
        if (part.has(result.claim().id())) {
          page.html.append(ClaimHtml.of(report, result, boxes));
        }
      }
    }
    page.code();
    page.witnesses();
    return Page.start(TITLE, ProvedLecture.style() + Html.resource(NotesPage.class, "notes.css"))
        + page.html
        + "</main>\n"
        + Page.END;
  }

  private void header() {
    long proved =
        report.proofs().of(Proposition.Part.NOTES).stream()
            .filter(theorem -> theorem.verdict() == ProofVerdict.PROVED)
            .count();
    html.append("<header>\n<h1>").append(TITLE).append("</h1>\n");
    html.append(
        """
        <p>The homework on basic functions and on the gradients of a network with one hidden layer,
        claim by claim under the numbers of the course. Each claim is <b>proved for all sizes and
        all inputs</b>, about the code that runs, and a small checker has replayed the proof; only #3 of the
        practical part, the check by differences, is numerical itself, with nothing to prove. Each is <b>checked by
        numbers</b>: both sides of an equation in doubles, a gradient by both modes of the engine and by differences
        and the complex step, which know no rule of differentiation; and beside many stand the <b>wrong versions</b>
        that students write, with a small counterexample.</p>
        """);
    html.append("<ul class=\"totals\">\n<li><b>").append(report.claims().size());
    html.append("</b> claims</li>\n<li><b>").append(proved);
    html.append("</b> theorems about them, <b>").append(report.proofs().count(ProofVerdict.PROVED));
    html.append("</b> with those about the code</li>\n<li><b>").append(report.wrong().size());
    html.append("</b> wrong versions, <b>").append(report.missed().isEmpty() ? "all" : "not all");
    html.append("</b> caught</li>\n</ul>\n");
    html.append(Html.resource(NotesPage.class, "reading.html")).append("</header>\n<main>\n");
  }

  private void contents() {
    html.append("<nav class=\"contents\" aria-label=\"claims\">\n");
    html.append(
        "<div class=\"scroll\" tabindex=\"0\"><table>\n<tr><th>#</th><th>what it says</th>");
    html.append("<th>proof</th><th>numbers</th><th>wrong versions</th></tr>\n");
    for (NotesWords.Part part : NotesWords.PARTS) {
      html.append("<tr class=\"part\"><th colspan=\"5\"><a href=\"#part-").append(part.digit());
      html.append("\">").append(part.title()).append("</a></th></tr>\n");
      for (ClaimResult result : report.claims()) {
        if (part.has(result.claim().id())) {
          line(result);
        }
      }
    }
    html.append("</table></div>\n<p>Then: <a href=\"#graph\">the graph of the network</a>, ");
    html.append("<a href=\"#code\">the theorems about the code</a>, ");
    html.append("<a href=\"#witnesses\">how the numbers are judged</a>. Beside this page: ");
    html.append("<a href=\"theorems.txt\">theorems.txt</a>, ");
    html.append("<a href=\"proofs.json\">proofs.json</a>, ");
    html.append("<a href=\"notes.json\">notes.json</a>, and the certificates, which ");
    html.append("<code>backproof replay</code> checks again.</p>\n</nav>\n");
  }

  private void line(ClaimResult result) {
    String id = result.claim().id();
    html.append("<tr><td class=\"number\"><a href=\"#").append(ClaimHtml.anchor(id)).append("\">");
    html.append(NotesWords.number(id)).append("</a></td><td class=\"says\">");
    html.append(Formulas.blocks(result.claim().title())).append("</td><td>");
    html.append(report.proof(result.claim()).map(Badge::of).orElse("–")).append("</td><td>");
    html.append(Badge.of(result.verdict())).append("</td><td>");
    for (WrongVerdict wrong : report.wrong(result.claim())) {
      html.append("<a class=\"")
          .append(wrong.isCaught() ? "caught" : "missed")
          .append("\" href=\"#");
      html.append(wrong.wrong().id()).append("\">").append(wrong.isCaught() ? "✗ " : "? ");
      html.append(wrong.wrong().id()).append("</a> ");
    }
    html.append("</td></tr>\n");
  }

  private void network() {
    html.append("<section id=\"graph\">\n<h2>The graph of the network</h2>\n<p>One example with");
    html.append(
        " two inputs, three hidden units and two classes: values in black, gradients (with");
    html.append(" a bar) in red. <code>backproof explain notes</code> goes through it step by");
    html.append(" step.</p>\n<div class=\"picture whole\"><div class=\"scroll\" tabindex=\"0\">\n");
    html.append(
        GraphSvg.partInRows(
            Diagrams.of(graph, Content.GRADIENTS),
            "the network of the notes",
            PREFIX,
            box -> claims().getOrDefault(box, "")));
    html.append("</div></div>\n</section>\n");
  }

  /** Where each box of the picture is. */
  private Map<String, String> boxes() {
    return graph.nodes().stream()
        .collect(
            Collectors.toMap(
                ComputationGraph.Node::name, node -> PREFIX + box(node), (one, other) -> one));
  }

  private static String box(ComputationGraph.Node node) {
    return "n" + node.id();
  }

  /** Where boxes lead: to the first claim about what they hold. */
  private Map<String, String> claims() {
    Map<String, String> anchors = new HashMap<>();
    for (ClaimResult result : report.claims()) {
      List<String> concerned =
          ClaimHtml.concerned(
              result.claim(), graph.nodes().stream().map(ComputationGraph.Node::name).toList());
      graph.nodes().stream()
          .filter(node -> concerned.contains(node.name()))
          .forEach(node -> anchors.putIfAbsent(box(node), ClaimHtml.anchor(result.claim().id())));
    }
    return anchors;
  }

  private void code() {
    html.append("<section id=\"code\">\n<h2>The theorems about the code</h2>\n");
    html.append(
        "<p>The claims are proved about the methods that run. The rules by which the graph");
    html.append(" is differentiated are proved too, row by row.</p>\n");
    html.append("<div class=\"scroll\" tabindex=\"0\"><table>\n<tr><th>theorems about</th>");
    html.append("<th>verdict</th><th>theorems</th><th>sizes</th><th>kinks</th>");
    html.append("<th>conditions</th><th>steps</th><th>what it says</th></tr>\n");
    for (Proposition.Part part : Proposition.Part.values()) {
      List<Decided> theorems = report.proofs().of(part);
      if (!theorems.isEmpty()) {
        html.append("<tr>");
        List<String> cells = ProofTable.cells(part.word(), theorems);
        for (int i = 0; i < cells.size(); i++) {
          html.append("<td>");
          html.append(
              i == 1
                  ? Badge.of(Decided.gravest(theorems.stream().map(Decided::verdict)))
                  : Formulas.text(cells.get(i)));
          html.append("</td>");
        }
        html.append("<td>").append(Formulas.text(part.says())).append("</td></tr>\n");
      }
    }
    html.append("</table></div>\n<h3>The laws of the engine, by numbers</h3>\n");
    html.append(WitnessHtml.head("law"));
    for (Comparison law : report.engine()) {
      html.append(WitnessHtml.row(law.witness().title(), law));
    }
    html.append(WitnessHtml.row("training", report.training().comparison()));
    html.append("</table></div>\n<p>").append(Formulas.text(report.training().summary()));
    html.append(".</p>\n</section>\n");
  }

  private void witnesses() {
    html.append(Html.resource(NotesPage.class, "witnesses.html"));
  }
}
