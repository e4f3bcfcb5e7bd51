package dev.backproof.verify.page.notes;

import dev.backproof.verify.certificate.Certificate;
import dev.backproof.verify.certificate.CertificateText;
import dev.backproof.verify.derivation.NotesDerivations;
import dev.backproof.verify.derivation.ProvedLecture;
import dev.backproof.verify.derivation.Symbol;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.ClaimResult;
import dev.backproof.verify.notes.Statement;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.prover.ProofVerdict;
import dev.backproof.verify.report.DecisionText;
import dev.backproof.verify.report.NotesReport;
import dev.backproof.verify.report.ProofTable;
import dev.backproof.verify.theorem.Decided;
import dev.backproof.verify.theorem.WrongVerdict;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** One claim: statement, derivation, verdict with certificates, wrong versions, numbers. */
final class ClaimHtml {
  /** Longer certificates are shown by their beginning. */
  private static final int MOST_LINES = 60;

  private static final Pattern BY_A_CLAIM = Pattern.compile("\\bby ([123]\\.[0-9]+)\\b");

  private final NotesReport report;
  private final ClaimResult result;
  private final Claim claim;
  private final List<Decided> theorems;
  private final StringBuilder html = new StringBuilder();

  private ClaimHtml(NotesReport report, ClaimResult result) {
    this.report = report;
    this.result = result;
    this.claim = result.claim();
    this.theorems = report.proofs().of(claim.id());
  }

  /**
   * The section of a claim.
   *
   * @param boxes the anchors of the boxes in the picture of the network, by name
   */
  static String of(NotesReport report, ClaimResult result, Map<String, String> boxes) {
    ClaimHtml claim = new ClaimHtml(report, result);
    claim.statement(boxes);
    claim.html.append("<div class=\"sides\">\n");
    claim.derivation();
    claim.wrong();
    claim.html.append("</div>\n");
    claim.proof();
    claim.html.append(WitnessHtml.of(result)).append("</section>\n");
    return claim.html.toString();
  }

  /** The anchor of a claim. */
  static String anchor(String id) {
    return "claim-" + id;
  }

  private void statement(Map<String, String> boxes) {
    NotesWords words = NotesWords.of(claim.id());
    String anchor = anchor(claim.id());
    html.append("<section class=\"claim\" id=\"").append(anchor).append("\">\n<h3>");
    html.append("<a class=\"number\" href=\"#").append(anchor).append("\">");
    html.append(NotesWords.number(claim.id())).append("</a> ");
    html.append("<span>").append(Formulas.text(words.sentence())).append("</span></h3>\n");
    html.append("<div class=\"statement scroll\" tabindex=\"0\">\n")
        .append(Formulas.blocks(claim.title()));
    html.append("</div>\n<p class=\"plain\">").append(claim.id()).append(' ');
    html.append(Formulas.text(claim.title())).append("</p>\n");
    words
        .numpy()
        .ifPresent(
            line ->
                html.append("<p class=\"numpy\"><span>NumPy</span> <code>")
                    .append(Formulas.text(line))
                    .append("</code></p>\n"));
    verdict(boxes);
  }

  private void verdict(Map<String, String> boxes) {
    html.append("<p class=\"verdicts\">");
    Optional<ProofVerdict> proof = report.proof(claim);
    proof.ifPresent(verdict -> html.append(Badge.of(verdict)).append(' '));
    html.append(Badge.of(result.verdict()));
    if (proof.equals(Optional.of(ProofVerdict.PROVED))) {
      List<String> cells = ProofTable.cells(claim.id(), theorems);
      html.append(" <span class=\"facts\">").append(Formulas.text(sizes(cells.get(3))));
      html.append(kinks(cells.get(4)));
      html.append(cells.get(5).equals("none") ? ", without conditions" : ", conditions ");
      html.append(cells.get(5).equals("none") ? "" : Formulas.text(cells.get(5)));
      html.append("</span>");
    } else if (proof.isEmpty()) {
      html.append(" <span class=\"facts\">a numerical check: nothing to prove</span>");
    }
    List<String> concerned = concerned(claim, boxes.keySet());
    if (!concerned.isEmpty()) {
      html.append(" <span class=\"facts\">in the graph:");
      for (String name : concerned) {
        html.append(" <a href=\"#").append(boxes.getOrDefault(name, "")).append("\">");
        html.append(Formulas.text(name)).append("</a>");
      }
      html.append("</span>");
    }
    html.append("</p>\n");
  }

  private static String sizes(String cell) {
    return cell.equals("–") ? "for all real x" : "for all inputs of all sizes " + cell;
  }

  private String kinks(String cell) {
    boolean kinks = claim.statements().stream().anyMatch(s -> !s.kinks().isEmpty());
    return !kinks
        ? ""
        : cell.equals("everywhere") ? ", at the kinks too, by the convention" : ", kinks: " + cell;
  }

  /**
   * The nodes of the network that a claim is about: what it differentiates by, or else what it
   * defines.
   */
  static List<String> concerned(Claim claim, Collection<String> nodes) {
    Set<String> names = new TreeSet<>();
    if (NotesWords.PARTS.get(1).has(claim.id())) {
      for (Statement statement : claim.statements()) {
        if (statement instanceof Statement.Gradient gradient) {
          names.add(gradient.operands().get(gradient.which()).symbol());
        }
      }
      for (String node : nodes) {
        String defined = Symbol.ofName(node).text() + " = ";
        if (claim.title().startsWith(defined) || claim.title().contains(", " + defined)) {
          names.add(node);
        }
      }
    }
    names.retainAll(nodes);
    return List.copyOf(names);
  }

  /** With links to the claims that a reason names. */
  private static String linked(String derivation) {
    return BY_A_CLAIM.matcher(derivation).replaceAll("by <a href=\"#claim-$1\">$1</a>");
  }

  private void derivation() {
    Optional<ProvedLecture> proved = Optional.ofNullable(report.derivations().get(claim.id()));
    if (proved.isEmpty()) {
      if (!theorems.isEmpty()) {
        html.append("<p class=\"facts\">A definition: both sides are the same formula, so there");
        html.append(" is nothing to derive.</p>\n");
      }
      return;
    }
    html.append("<details class=\"fold\" open=\"\"><summary>Derivation</summary>\n");
    Optional<String> other = NotesDerivations.derivedIn(claim.id());
    if (other.isPresent()) {
      html.append("<p>Derived with <a href=\"#").append(anchor(other.get())).append("\">");
      html.append(NotesWords.number(other.get())).append("</a>, whose last lines are these.</p>\n");
      html.append(linked(proved.get().matrixForm()));
    } else {
      html.append(linked(proved.get().html()));
      html.append("<details><summary>as text</summary><pre class=\"scroll\" tabindex=\"0\">");
      html.append(Formulas.text(proved.get().text())).append("</pre></details>\n");
    }
    html.append("</details>\n");
  }

  private void wrong() {
    List<WrongVerdict> wrong = report.wrong(claim);
    if (!wrong.isEmpty()) {
      html.append("<details class=\"fold\" open=\"\"><summary>Wrong versions (")
          .append(wrong.size());
      html.append(")</summary>\n").append(WrongHtml.of(wrong)).append("</details>\n");
    }
  }

  private void proof() {
    if (theorems.isEmpty()) {
      return;
    }
    List<String> cells = ProofTable.cells(claim.id(), theorems);
    boolean proved = report.proof(claim).equals(Optional.of(ProofVerdict.PROVED));
    html.append("<details class=\"fold\"").append(proved ? "" : " open=\"\"");
    html.append("><summary>Proof: ").append(theorems.size());
    html.append(theorems.size() == 1 ? " theorem, " : " theorems, ").append(cells.get(6));
    html.append(" steps</summary>\n<div class=\"scroll\" tabindex=\"0\"><table>\n");
    html.append("<tr><th>which form of it</th><th>verdict</th><th>sizes</th><th>kinks</th>");
    html.append("<th>conditions</th><th>steps</th><th>points</th><th>certificate</th></tr>\n");
    theorems.forEach(this::theorem);
    html.append("</table></div>\n");
    theorems.forEach(this::why);
    smallest().ifPresent(this::certificate);
    html.append("</details>\n");
  }

  private void theorem(Decided theorem) {
    List<String> cells = ProofTable.cells(theorem.proposition().label(), List.of(theorem));
    html.append("<tr><td>").append(Formulas.text(cells.get(0))).append("</td><td>");
    html.append(Badge.of(theorem.verdict()));
    for (int column : new int[] {3, 4, 5, 6}) {
      html.append("</td><td>").append(Formulas.text(cells.get(column)));
    }
    html.append("</td><td>").append(theorem.trials()).append("</td><td>");
    for (String name : theorem.certificates().keySet()) {
      html.append("<a href=\"certificates/").append(Formulas.text(name)).append("\">");
      html.append(Formulas.text(name)).append("</a> ");
    }
    html.append("</td></tr>\n");
  }

  /** Why a theorem is not proved, or not everywhere. */
  private void why(Decided theorem) {
    for (Decision decision : theorem.decisions()) {
      String why = DecisionText.of(decision);
      if (!why.isEmpty()) {
        html.append("<pre class=\"scroll\" tabindex=\"0\">");
        html.append(Formulas.text(decision.verdict() + " " + theorem.proposition().label()));
        html.append('\n').append(Formulas.text(why)).append("</pre>\n");
      }
    }
  }

  private Optional<Map.Entry<String, Certificate>> smallest() {
    return theorems.stream()
        .flatMap(theorem -> theorem.certificates().entrySet().stream())
        .min(Comparator.comparing(entry -> entry.getValue().steps().size()));
  }

  private void certificate(Map.Entry<String, Certificate> named) {
    List<String> lines = CertificateText.write(named.getValue()).lines().toList();
    int left = lines.size() - MOST_LINES;
    html.append("<details><summary>the shortest certificate, ");
    html.append(Formulas.text(named.getKey()));
    html.append("</summary><pre class=\"scroll\" tabindex=\"0\">");
    lines.stream().limit(MOST_LINES).forEach(l -> html.append(Formulas.text(l)).append('\n'));
    html.append(left > 0 ? "… and " + left + " lines more in the file\n" : "");
    html.append("</pre></details>\n");
  }
}
