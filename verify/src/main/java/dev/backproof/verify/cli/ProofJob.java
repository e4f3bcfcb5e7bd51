package dev.backproof.verify.cli;

import dev.backproof.verify.certificate.Certificate;
import dev.backproof.verify.certificate.CertificateText;
import dev.backproof.verify.derivation.Derivation;
import dev.backproof.verify.derivation.Lecture;
import dev.backproof.verify.derivation.NotesDerivations;
import dev.backproof.verify.derivation.ProvedLecture;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.ClaimResult;
import dev.backproof.verify.notes.NotesCheck;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.page.DerivationPage;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.ProofVerdict;
import dev.backproof.verify.report.ProofJson;
import dev.backproof.verify.report.ProofReport;
import dev.backproof.verify.report.ProofTable;
import dev.backproof.verify.theorem.Catalogue;
import dev.backproof.verify.theorem.Decided;
import dev.backproof.verify.theorem.Proposition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Proves parts of the catalogue and shows what came of it.
 *
 * @param search how proofs are looked for
 * @param terminal where results and progress go
 * @param wrong makes the refusal of arguments that do not fit
 */
record ProofJob(Search search, Terminal terminal, Function<String, RuntimeException> wrong) {
  /**
   * How proofs are looked for.
   *
   * @param budget steps a proof may take
   * @param trials points each theorem is evaluated at
   * @param seed where these come from
   * @param strict whether a proof off the kinks only is none
   */
  record Search(int budget, int trials, long seed, boolean strict) {
    Decider decider() {
      return new Decider(budget, trials, seed, strict);
    }
  }

  /**
   * How results are shown.
   *
   * @param format as tables or as JSON
   * @param timings whether milliseconds are
   * @param output the file they go to; else the terminal
   * @param certificates the folder for the certificates, if they are wanted
   */
  record Shown(
      ProofFormat format, boolean timings, Optional<Path> output, Optional<Path> certificates) {}

  /** Proves one claim or one part of the catalogue; gives the exit code. */
  int prove(Optional<String> only, Optional<String> part, Shown shown) {
    if (shown.format() == ProofFormat.LATEX || shown.format() == ProofFormat.HTML) {
      throw wrong.apply("--format " + shown.format() + " is for --derivation");
    }
    List<Proposition> propositions = propositions(only, part);
    shown.output().ifPresent(ReportFile::prepare);
    shown.certificates().ifPresent(ProofJob::prepare);
    terminal.talk().println("Proving " + propositions.size() + " theorems");
    ProofReport report;
    try (Progress progress = Progress.of(terminal, propositions.size())) {
      List<Decided> theorems =
          decide(propositions, search.decider(), p -> progress.step(p.subject()));
      report = new ProofReport(theorems, evidence(theorems));
    }
    shown.certificates().ifPresent(folder -> writeCertificates(folder, report));
    String text =
        shown.format() == ProofFormat.JSON
            ? ProofJson.format(report, shown.certificates().isPresent(), shown.timings())
            : only.isPresent()
                ? ProofTable.theorems(report.theorems(), shown.timings())
                    + ProofTable.failures(report)
                : ProofTable.summary(report, shown.timings());
    emit(text, shown.output());
    return exitCode(report.verdict());
  }

  /** Shows the derivation of a claim; gives the exit code. */
  int derive(Optional<String> only, ProofFormat format, Optional<Path> output) {
    Claim claim =
        claim(
            only.orElseThrow(
                () -> wrong.apply("--derivation wants --only with the number of a claim")));
    ProvedLecture lecture =
        NotesDerivations.find(claim.id())
            .or(() -> readOff(claim.id(), decide(Catalogue.of(claim))).map(Lecture::prove))
            .orElseThrow(
                () ->
                    wrong.apply(
                        "claim " + claim.id() + " is a definition; there is nothing to derive"));
    emit(
        switch (format) {
          case TEXT -> heading(claim, "", "\n\n") + lecture.text();
          case LATEX -> heading(claim, "% ", "\n") + lecture.latexDocument();
          case HTML ->
              DerivationPage.of(claim.id() + "  " + claim.title(), heading(claim, "", ""), lecture);
          case JSON -> throw wrong.apply("a derivation has no JSON; --format text, latex or html");
        },
        output);
    return 0;
  }

  /** Why the derivation has the number of another claim, if it has. */
  private static String heading(Claim claim, String before, String after) {
    return NotesDerivations.derivedIn(claim.id())
        .map(
            other ->
                before
                    + claim.id()
                    + " is the matrix form of "
                    + other
                    + ", and is derived there: the last lines."
                    + after)
        .orElse("");
  }

  private List<Decided> decide(List<Proposition> propositions) {
    return decide(propositions, search.decider(), done -> {});
  }

  /** What the proofs of a claim say that has no derivation of its own. */
  static Optional<Lecture> readOff(String id, List<Decided> theorems) {
    Map<String, Certificate> certificates = new LinkedHashMap<>();
    for (Decided theorem : theorems) {
      theorem
          .proofs()
          .forEach(proof -> certificates.put(theorem.proposition().label(), proof.certificate()));
    }
    return Derivation.lecture(id, certificates);
  }

  private void emit(String text, Optional<Path> output) {
    ReportFile.writeOrPrint(output, text, terminal);
  }

  /** The exit code of a verdict. */
  static int exitCode(ProofVerdict verdict) {
    return switch (verdict) {
      case PROVED -> 0;
      case REFUTED -> 1;
      case MALFORMED -> 3;
      case UNDECIDED -> 4;
    };
  }

  private List<Proposition> propositions(Optional<String> only, Optional<String> part) {
    if (only.isPresent()) {
      return Catalogue.of(claim(only.get()));
    }
    String word = part.orElse("notes");
    return Catalogue.part(word)
        .orElseThrow(
            () ->
                wrong.apply(
                    "--part: '" + word + "' is none of " + String.join(", ", Catalogue.PARTS)));
  }

  private Claim claim(String id) {
    Claim claim =
        NotesClaims.find(id)
            .orElseThrow(
                () -> wrong.apply("there is no claim " + id + "; they run from 1.1 to 3.3"));
    if (Catalogue.of(claim).isEmpty()) {
      throw wrong.apply("claim " + id + " is a numerical check; there is nothing to prove");
    }
    return claim;
  }

  /** Decides propositions one after the other. */
  static List<Decided> decide(
      List<Proposition> propositions, Decider decider, Consumer<Proposition> done) {
    List<Decided> theorems = new ArrayList<>();
    for (Proposition proposition : propositions) {
      theorems.add(Decided.of(proposition, decider));
      done.accept(proposition);
    }
    return theorems;
  }

  /** What the witnesses say of the claims of the notes that were proved. */
  private List<ClaimResult> evidence(List<Decided> theorems) {
    NotesCheck check = NotesCheck.quick(search.seed());
    return theorems.stream()
        .filter(theorem -> theorem.proposition().part() == Proposition.Part.NOTES)
        .map(theorem -> theorem.proposition().subject())
        .distinct()
        .flatMap(id -> NotesClaims.find(id).stream())
        .map(check::run)
        .toList();
  }

  /** Sees whether certificates can be written to a folder. */
  static void prepare(Path folder) {
    ReportFile.prepareFolder(folder);
  }

  /** Writes a certificate of each proof into a folder. */
  static void writeCertificates(Path folder, ProofReport report) {
    for (Decided theorem : report.theorems()) {
      theorem
          .certificates()
          .forEach(
              (name, certificate) ->
                  ReportFile.write(folder.resolve(name), CertificateText.write(certificate)));
    }
  }
}
