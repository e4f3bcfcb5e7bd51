package dev.backproof.verify.report;

import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.prover.ProofVerdict;
import dev.backproof.verify.theorem.Decided;
import dev.backproof.verify.theorem.Proposition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What was proved, as tables for the terminal. */
public final class ProofTable {
  private ProofTable() {}

  /** A line per claim of the notes or part of the catalogue, and what is not proved in full. */
  public static String summary(ProofReport report, boolean timings) {
    TextTable table = head("claim", timings);
    for (Claim claim : NotesClaims.all()) {
      List<Decided> theorems = report.of(claim.id());
      if (!theorems.isEmpty()) {
        table.row(row(claim.id(), theorems, claim.title(), timings));
      }
    }
    addParts(table, report, timings);
    return table + failures(report) + "\n" + counts(report) + "\n";
  }

  private static void addParts(TextTable table, ProofReport report, boolean timings) {
    for (Proposition.Part part : Proposition.Part.values()) {
      if (part != Proposition.Part.NOTES && !report.of(part).isEmpty()) {
        table.row(row(part.word(), report.of(part), part.says(), timings));
      }
    }
  }

  /** A line for the notes and for each other part of the catalogue. */
  static String parts(ProofReport report) {
    TextTable table = head("theorems about", false);
    if (!report.of(Proposition.Part.NOTES).isEmpty()) {
      Proposition.Part notes = Proposition.Part.NOTES;
      table.row(row(notes.word(), report.of(notes), notes.says(), false));
    }
    addParts(table, report, false);
    return table.toString();
  }

  private static TextTable head(String first, boolean timings) {
    List<String> head =
        new ArrayList<>(
            List.of(first, "verdict", "theorems", "sizes", "kinks", "conditions", "steps"));
    if (timings) {
      head.add("ms");
    }
    head.add("what it says");
    return new TextTable().row(head.toArray(String[]::new));
  }

  private static String[] row(String name, List<Decided> theorems, String says, boolean timings) {
    List<String> row = new ArrayList<>(cells(name, theorems));
    if (timings) {
      row.add(Long.toString(theorems.stream().mapToLong(t -> t.time().toMillis()).sum()));
    }
    row.add(says);
    return row.toArray(String[]::new);
  }

  /** Name, verdict, number of theorems, sizes, kinks, conditions and steps of some theorems. */
  public static List<String> cells(String name, List<Decided> theorems) {
    long proved = theorems.stream().filter(t -> t.verdict() == ProofVerdict.PROVED).count();
    return List.of(
        name,
        Decided.gravest(theorems.stream().map(Decided::verdict)).name(),
        proved == theorems.size() ? Long.toString(proved) : proved + " of " + theorems.size(),
        sizes(theorems),
        kinks(theorems),
        conditions(theorems),
        Integer.toString(theorems.stream().mapToInt(Decided::steps).sum()));
  }

  private static String kinks(List<Decided> theorems) {
    long off = theorems.stream().filter(Decided::offKinks).count();
    return off == 0 ? "everywhere" : theorems.size() == 1 ? "off" : "off in " + off;
  }

  private static String sizes(List<Decided> theorems) {
    List<String> names =
        theorems.stream()
            .flatMap(t -> t.proofs().stream())
            .flatMap(p -> p.certificate().statement().declarations().sizes().stream())
            .distinct()
            .sorted()
            .toList();
    return names.isEmpty() ? "–" : names.size() > 4 ? "all ≥ 1" : String.join(", ", names) + " ≥ 1";
  }

  private static String conditions(List<Decided> theorems) {
    long conditional = theorems.stream().filter(t -> !t.conditions().isEmpty()).count();
    return conditional == 0
        ? "none"
        : theorems.size() == 1 ? written(theorems.get(0)) : "in " + conditional;
  }

  private static String written(Decided theorem) {
    List<String> conditions = TermNotation.conditions(theorem);
    return conditions.isEmpty() ? "none" : String.join("; ", conditions);
  }

  /** A line per theorem. */
  public static String theorems(List<Decided> theorems, boolean timings) {
    TextTable table = new TextTable();
    List<String> head =
        new ArrayList<>(
            List.of("theorem", "verdict", "sizes", "kinks", "conditions", "steps", "points"));
    if (timings) {
      head.add("ms");
    }
    table.row(head.toArray(String[]::new));
    for (Decided theorem : theorems) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  theorem.proposition().subject() + " " + theorem.proposition().label(),
                  theorem.verdict().name(),
                  sizes(List.of(theorem)),
                  kinks(List.of(theorem)),
                  written(theorem),
                  Integer.toString(theorem.steps()),
                  Integer.toString(theorem.trials())));
      if (timings) {
        row.add(Long.toString(theorem.time().toMillis()));
      }
      table.row(row.toArray(String[]::new));
    }
    return table.toString();
  }

  /** What is not proved, or not everywhere, one after the other. */
  public static String failures(ProofReport report) {
    return said(report.theorems());
  }

  /** What is not proved, one after the other. */
  static String unproved(ProofReport report) {
    return said(
        report.theorems().stream().filter(t -> t.verdict() != ProofVerdict.PROVED).toList());
  }

  private static String said(List<Decided> theorems) {
    StringBuilder text = new StringBuilder();
    for (Decided theorem : theorems) {
      for (Decision decision : theorem.decisions()) {
        String said = DecisionText.of(decision);
        if (!said.isEmpty()) {
          text.append('\n')
              .append(decision.verdict())
              .append(' ')
              .append(theorem.proposition().subject())
              .append(' ')
              .append(theorem.proposition().label())
              .append(": ")
              .append(theorem.proposition().says())
              .append('\n')
              .append(said.indent(2));
        }
      }
    }
    return text.toString();
  }

  /** How many theorems have each verdict. */
  static String counts(ProofReport report) {
    return Arrays.stream(ProofVerdict.values())
        .map(verdict -> report.count(verdict) + " " + verdict)
        .collect(Collectors.joining(", "));
  }
}
