package dev.backproof.verify.cli;

import dev.backproof.verify.certificate.CertificateText;
import dev.backproof.verify.derivation.NotesDerivations;
import dev.backproof.verify.derivation.ProvedLecture;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.ClaimResult;
import dev.backproof.verify.notes.NotesCheck;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.ProofVerdict;
import dev.backproof.verify.prover.Prover;
import dev.backproof.verify.report.ProofJson;
import dev.backproof.verify.report.ProofReport;
import dev.backproof.verify.report.ProofTable;
import dev.backproof.verify.theorem.Catalogue;
import dev.backproof.verify.theorem.Decided;
import dev.backproof.verify.theorem.Proposition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Proves the claims of the notes, for all sizes. */
@Command(
    name = "prove",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Proves the claims of the course notes for all sizes: each is several theorems about the"
            + " code that runs. What is proved is replayed by the kernel alone and evaluated at"
            + " points; what is not comes with a counterexample.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is proved",
      "1:something is refuted",
      "2:the command line is wrong",
      "3:something is malformed, nothing refuted",
      "4:something is undecided, nothing refuted or malformed",
      "5:a file cannot be written",
      "70:an internal error",
      "130:interrupted"
    })
final class ProveCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--only",
      paramLabel = "CLAIM",
      description = "One claim, by its number: 2.7. Shows each of its theorems.")
  private Optional<String> only = Optional.empty();

  @Option(
      names = "--part",
      paramLabel = "PART",
      description =
          "notes, vjp and jvp (the rows of the rule pages), functions, or all (default: notes).")
  private Optional<String> part = Optional.empty();

  @Option(names = "--derivation", description = "With --only: the derivation, step by step.")
  private boolean derivation;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json; for a derivation text, latex (default: ${DEFAULT-VALUE}).")
  private ProofFormat format = ProofFormat.TEXT;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where it goes (default: standard output).")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--certificates",
      paramLabel = "DIR",
      description = "Where a certificate of each theorem goes, for replay.")
  private Optional<Path> certificates = Optional.empty();

  @Option(names = "--strict", description = "A proof off the kinks only is no proof.")
  private boolean strict;

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "Steps a proof may take (default: ${DEFAULT-VALUE}).")
  private int budget = Prover.BUDGET;

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "Points each theorem is evaluated at (default: ${DEFAULT-VALUE}).")
  private int trials = Decider.USUAL.trials();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Where these points come from (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--timings", description = "Milliseconds too.")
  private boolean timings;

  @Option(names = "--quiet", description = "Results only: no progress, no talk.")
  private boolean quiet;

  ProveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (derivation) {
      emit(derived());
      return 0;
    }
    output.ifPresent(ReportFile::prepare);
    certificates.ifPresent(folder -> ReportFile.prepare(folder.resolve("notes.cert")));
    ProofReport report = prove(propositions());
    certificates.ifPresent(folder -> write(folder, report));
    emit(
        switch (format) {
          case JSON -> ProofJson.format(report, timings);
          case TEXT -> only.isPresent() ? each(report) : ProofTable.summary(report);
          case LATEX -> throw wrong("--format latex is for --derivation");
        });
    return exitCode(report.verdict());
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

  private void emit(String text) {
    output.ifPresentOrElse(
        file -> ReportFile.write(file, text), () -> terminal.results().print(text));
  }

  private String each(ProofReport report) {
    return ProofTable.theorems(report.theorems(), timings) + ProofTable.failures(report);
  }

  private String derived() {
    String claim = only.orElseThrow(() -> wrong("--derivation wants --only with a claim"));
    ProvedLecture lecture =
        NotesDerivations.find(claim)
            .orElseThrow(
                () ->
                    wrong(
                        "there is no derivation of "
                            + claim
                            + "; there are "
                            + String.join(", ", NotesDerivations.ids())));
    return switch (format) {
      case TEXT -> lecture.text();
      case LATEX -> lecture.latexDocument();
      case JSON -> throw wrong("a derivation has no JSON; --format text or latex");
    };
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private List<Proposition> propositions() {
    if (only.isPresent()) {
      return Catalogue.of(claim());
    }
    return Catalogue.part(part.orElse("notes"))
        .orElseThrow(() -> wrong("--part " + part.orElse("") + " is none of " + Catalogue.PARTS));
  }

  private Claim claim() {
    String id = only.orElse("");
    Claim claim =
        NotesClaims.find(id)
            .orElseThrow(() -> wrong("there is no claim " + id + "; they run from 1.1 to 3.3"));
    if (Catalogue.of(claim).isEmpty()) {
      throw wrong("claim " + id + " is a numerical check; there is nothing to prove");
    }
    return claim;
  }

  private ProofReport prove(List<Proposition> propositions) {
    Terminal at = quiet ? terminal.quiet() : terminal;
    at.talk().println("Proving " + propositions.size() + " theorems");
    Decider decider = new Decider(budget, trials, seed, strict);
    List<Decided> theorems = new ArrayList<>();
    try (Progress progress = Progress.of(at, propositions.size())) {
      for (Proposition proposition : propositions) {
        theorems.add(Decided.of(proposition, decider));
        progress.step(proposition.subject());
      }
    }
    return new ProofReport(theorems, evidence(theorems));
  }

  /** What the witnesses say of the claims of the notes that were proved. */
  private List<ClaimResult> evidence(List<Decided> theorems) {
    List<String> claims =
        theorems.stream()
            .filter(theorem -> theorem.proposition().part() == Proposition.Part.NOTES)
            .map(theorem -> theorem.proposition().subject())
            .distinct()
            .toList();
    NotesCheck check = NotesCheck.quick(seed);
    return claims.stream().flatMap(id -> NotesClaims.find(id).stream()).map(check::run).toList();
  }

  /** Writes a certificate of each proof into a folder. */
  static void write(Path folder, ProofReport report) {
    for (Decided theorem : report.theorems()) {
      theorem
          .certificates()
          .forEach(
              (name, certificate) ->
                  ReportFile.write(folder.resolve(name), CertificateText.write(certificate)));
    }
  }
}
