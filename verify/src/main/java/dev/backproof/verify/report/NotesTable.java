package dev.backproof.verify.report;

import dev.backproof.verify.check.Bound;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.check.Witness;
import dev.backproof.verify.notes.ClaimResult;
import dev.backproof.verify.prover.ProofVerdict;
import dev.backproof.verify.theorem.WrongVerdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The main job's result as a table for the terminal: a line per claim, and what disagrees in full.
 */
public final class NotesTable {

  private static final Comparator<Comparison> WORSE =
      Comparator.<Comparison, Boolean>comparing(c -> c.verdict() == Verdict.DISAGREES)
          .thenComparingDouble(Comparison::reached);

  private NotesTable() {}

  /** The whole text, with a line break at its end. */
  public static String format(NotesReport report) {
    StringBuilder text = new StringBuilder();
    TextTable table =
        new TextTable()
            .row(
                "claim",
                "proof",
                "numbers",
                "value",
                "graph",
                "forward",
                "complex",
                "50 digits",
                "differences",
                "kinks",
                "what it says");
    report.claims().forEach(result -> table.row(row(report, result)));
    text.append(table).append('\n').append(LEGEND).append('\n');
    TextTable engine = new TextTable().row("the engine", "verdict", "largest error", "checked");
    report.engine().forEach(law -> engine.row(row(law.witness().title(), law)));
    Comparison training = report.training().comparison();
    engine.row(row("training", training));
    text.append(engine).append('\n').append(report.training().summary()).append("\n\n");
    text.append(ProofTable.parts(report.proofs()));
    disagreements(report).forEach(line -> text.append(line).append('\n'));
    text.append(ProofTable.unproved(report.proofs()));
    report.missed().forEach(v -> text.append("NOT REFUTED ").append(v.wrong()).append('\n'));
    return text.append('\n').append(summary(report)).append('\n').toString();
  }

  private static final String LEGEND =
      """
      proof: for all sizes and all inputs, as theorems about the code that runs; 2.1 and 2.2 are definitions,
      the argmin of 2.5 is no equation, 3.3 is the numerical check itself. numbers: the witnesses beside it.
      Largest error over all points: of differences in units of their own bound (1 is allowed), of the
      others in units of u·cond (32 are allowed), where u = 2⁻⁵³ and cond is the running error bound of
      the side derived by hand; the value of 3.3 in units of 1 %. – means that it is not asked, n/c that
      it cannot be. kinks: graph and forward mode where no derivative exists, by the convention.
      """;

  private static String[] row(NotesReport report, ClaimResult result) {
    return new String[] {
      result.claim().id(),
      report.proof(result.claim()).map(ProofVerdict::name).orElse("–"),
      result.verdict().name(),
      cell(result.of(Witness.VALUE).or(() -> result.of(Witness.RATIO))),
      cell(result.of(Witness.GRAPH)),
      cell(result.of(Witness.FORWARD)),
      cell(result.of(Witness.COMPLEX_STEP)),
      cell(result.of(Witness.HIGH_PRECISION)),
      cell(result.of(Witness.DIFFERENCES)),
      cell(atKinks(result)),
      result.claim().title()
    };
  }

  private static Optional<Comparison> atKinks(ClaimResult result) {
    return Stream.of(Witness.GRAPH_AT_KINKS, Witness.FORWARD_AT_KINKS)
        .flatMap(witness -> result.of(witness).stream())
        .max(WORSE);
  }

  private static String cell(Optional<Comparison> comparison) {
    return comparison
        .map(c -> c.verdict() == Verdict.NOT_CHECKABLE ? "n/c" : number(c.reached()) + mark(c))
        .orElse("–");
  }

  private static String mark(Comparison comparison) {
    return comparison.verdict() == Verdict.DISAGREES ? " !" : "";
  }

  private static String[] row(String title, Comparison c) {
    String allowed = c.bound() == Bound.EXACT ? "" : ", " + allowed(c.bound()) + " allowed";
    String reached = number(c.reached()) + " " + c.bound().unit() + allowed;
    return new String[] {title, c.verdict().name(), reached, Integer.toString(c.entries())};
  }

  private static String allowed(Bound bound) {
    return String.format(Locale.ROOT, "%.0f", bound.allowed());
  }

  private static List<String> disagreements(NotesReport report) {
    Stream<String> claims =
        report.claims().stream()
            .flatMap(
                result ->
                    result.statements().stream()
                        .flatMap(
                            statement ->
                                statement.comparisons().stream()
                                    .filter(c -> c.verdict() == Verdict.DISAGREES)
                                    .map(
                                        c ->
                                            line(
                                                result.claim().id() + " " + statement.label(),
                                                c))));
    Stream<String> others =
        Stream.concat(report.engine().stream(), Stream.of(report.training().comparison()))
            .filter(c -> c.verdict() == Verdict.DISAGREES)
            .map(c -> line(c.witness().title(), c));
    return Stream.concat(claims, others).toList();
  }

  private static String line(String where, Comparison c) {
    return "DISAGREES " + where + ": " + c.detail().orElse(c.witness().title());
  }

  private static String summary(NotesReport report) {
    return ProofTable.counts(report.proofs()) + "\n" + wrong(report) + numbers(report);
  }

  private static String wrong(NotesReport report) {
    if (report.wrong().isEmpty()) {
      return "";
    }
    long refuted = count(report, ProofVerdict.REFUTED);
    long malformed = count(report, ProofVerdict.MALFORMED);
    long kinks = report.wrong().stream().filter(WrongVerdict::offKinks).count();
    return report.wrong().size()
        + " wrong versions: "
        + refuted
        + " REFUTED, "
        + malformed
        + " MALFORMED, "
        + kinks
        + " refuted at a kink only\n";
  }

  private static long count(NotesReport report, ProofVerdict verdict) {
    return report.wrong().stream().filter(v -> v.decision().verdict() == verdict).count();
  }

  private static String numbers(NotesReport report) {
    long agree = report.verdicts().stream().filter(v -> v == Verdict.AGREES).count();
    long disagree = report.verdicts().stream().filter(v -> v == Verdict.DISAGREES).count();
    long open = report.verdicts().size() - agree - disagree;
    return agree
        + " AGREES, "
        + disagree
        + " DISAGREES"
        + (open == 0 ? "" : ", " + open + " NOT_CHECKABLE")
        + " (seed "
        + report.seed()
        + ")";
  }

  /** Two significant digits at most; what is below a hundredth is said to be. */
  public static String number(double x) {
    if (x == 0) {
      return "0";
    }
    if (Double.isInfinite(x)) {
      return "∞";
    }
    if (x < 0.01) {
      return "<0.01";
    }
    return x < 1000
        ? String.format(Locale.ROOT, x < 1 ? "%.2f" : x < 10 ? "%.1f" : "%.0f", x)
        : String.format(Locale.ROOT, "%.0e", x);
  }
}
