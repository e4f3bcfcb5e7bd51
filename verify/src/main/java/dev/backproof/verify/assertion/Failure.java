package dev.backproof.verify.assertion;

import dev.backproof.core.Tensor;
import dev.backproof.verify.certificate.IntervalText;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.prover.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what is wrong with a claim that is not proved: the verdict first, then what a person
 * needs to see why.
 *
 * @param wording what the sides are called
 * @param firstLabels the number of the first class, by the name of the operand
 */
record Failure(Wording wording, Map<String, Integer> firstLabels) {
  private static final String LETTERS =
      "a letter as size instead of a number, as in \"d\": one proof for all sizes";

  private static final String MEND =
      "mend it there, or declare what is meant: positive(…), nonZero(…)";

  private static final String MEND_TIE =
      "mend it there: where a maximum is attained more than once\n"
          + "its slope is the mean of the slopes at these places";

  /** Whose methods only hand on what the caller's own are wrong about. */
  private static final List<String> ELSEWHERE =
      List.of("java.", Tensor.class.getPackageName() + ".");

  /** A claim that says nothing; an empty remedy is left out. */
  AssertionError malformed(String message, String remedy) {
    Lines lines = new Lines("MALFORMED: " + wording.subject()).row("because", message);
    return error(remedy.isEmpty() ? lines : lines.row("remedy", remedy));
  }

  /** As {@link #malformed(String, String)}, found when something was thrown. */
  AssertionError malformed(String what, Exception cause) {
    AssertionError error = malformed(what + cause.getMessage(), "");
    error.initCause(cause);
    return error;
  }

  /** A method that throws what has nothing to do with shapes. */
  AssertionError thrown(String what, Throwable cause) {
    Lines lines =
        new Lines("MALFORMED: " + wording.subject()).row("because", what + " throws " + cause);
    place(cause).ifPresent(place -> lines.row("thrown", "at " + place));
    AssertionError error = error(lines);
    error.initCause(cause);
    return error;
  }

  /** Where something was thrown: the nearest place that is neither Java's nor an operation's. */
  static Optional<StackTraceElement> place(Throwable thrown) {
    List<StackTraceElement> trace = List.of(thrown.getStackTrace());
    return trace.stream()
        .filter(at -> ELSEWHERE.stream().noneMatch(at.getClassName()::startsWith))
        .findFirst()
        .or(() -> trace.stream().findFirst());
  }

  /** The value of a method, which may be written where nothing checks that there is one. */
  <V> V requireNonNull(String what, @Nullable V value) {
    if (value == null) {
      throw malformed(what + " returns null", "return a tensor");
    }
    return value;
  }

  /** Operations inside operations inside operations, too many to be walked through. */
  AssertionError tooDeep(String what) {
    return error(
        new Lines("UNDECIDED: " + wording.subject())
            .row("because", "operations are nested too deeply to be written as one term")
            .row("resisted", what)
            .row("instead", "at(…) asks the numerical witnesses at a point"));
  }

  /** A claim with a counterexample. */
  AssertionError refuted(SymbolicClaim claim, SymbolicClaim.Entry entry, Decision.Refuted refuted) {
    Lines lines = new Lines("REFUTED: " + wording.subject());
    counterexample(lines, claim, entry, refuted.counterexample());
    lines.row(
        "difference",
        refuted
            .difference()
            .map(term -> wording.left() + " − " + wording.right() + " = " + shown(entry).term(term))
            .orElse("not in normal form: " + refuted.open(shown(entry)::condition)));
    return error(lines);
  }

  private void counterexample(
      Lines lines, SymbolicClaim claim, SymbolicClaim.Entry entry, Refutation refutation) {
    PointText at = new PointText(claim, firstLabels, refutation.point());
    if (!at.sizes().isEmpty()) {
      lines.row("sizes", at.sizes());
    }
    if (!at.inputs().isEmpty()) {
      lines.row("inputs", at.inputs());
    }
    if (claim.shape().rank() > 0) {
      lines.row("entry", at.entry(entry));
    }
    lines.row(wording.left(), IntervalText.of(refutation.left()));
    lines.row(wording.right(), IntervalText.of(refutation.right()));
  }

  /** A proof that is about something else than what the method does on numbers. */
  AssertionError otherOnNumbers(SymbolicClaim claim, OnNumbers.Difference difference) {
    PointText at = new PointText(claim, firstLabels, difference.point());
    Lines lines =
        new Lines("MALFORMED: " + wording.subject())
            .row("because", difference.reading().what() + " " + difference.cause().reason());
    if (!at.sizes().isEmpty()) {
      lines.row("sizes", at.sizes());
    }
    if (!at.inputs().isEmpty()) {
      lines.row("inputs", at.inputs());
    }
    return error(
        lines
            .row("on numbers", difference.run())
            .row("written", difference.written())
            .row("remedy", difference.cause().remedy()));
  }

  /** A claim that holds off the kinks, where it was to hold everywhere. */
  AssertionError offTheKinks(
      SymbolicClaim claim, SymbolicClaim.Entry entry, Decision.Proved proved) {
    Lines lines = new Lines("PROVED off the kinks only: " + wording.subject() + forAll(claim));
    lines.row("where", String.join("\n", shown(entry).conditions(proved.conditions())));
    proved.kinks().ifPresent(kink -> counterexample(lines, claim, entry, kink));
    String table = "the kink table gives rect′(0) = 0, abs′(0) = 0, maximum and minimum ½ at a tie";
    lines.row("instead", "call " + wording.weaker() + "(…) if the kinks do not matter;\n" + table);
    return error(lines);
  }

  /** A claim that is proved under conditions which the function does not need. */
  AssertionError elsewhere(SymbolicClaim claim, Proof proof, Elsewhere.Both wrong) {
    PointText at = new PointText(claim, firstLabels, wrong.point());
    Lines lines = new Lines("PROVED under conditions only: " + wording.subject() + forAll(claim));
    if (!proof.conditions().isEmpty()) {
      lines.row("where", String.join("\n", proof.conditions()));
    }
    if (!proof.hypotheses().isEmpty()) {
      lines.row("assuming", String.join("\n", proof.hypotheses()));
    }
    lines.row(
        "yet", "the function has a value and a " + wording.left() + " elsewhere, such as here");
    if (!at.sizes().isEmpty()) {
      lines.row("sizes", at.sizes());
    }
    return error(
        lines
            .row("inputs", at.inputs())
            .row(wording.left(), wrong.derivative().toString())
            .row(wording.right(), wrong.claimed().toString())
            .row("instead", wrong.tie() ? MEND_TIE : MEND));
  }

  /** A claim off the kinks that fails at a kink, and of which no more is known. */
  AssertionError onlyAtKinks(
      SymbolicClaim claim,
      SymbolicClaim.Entry entry,
      Decision.Undecided undecided,
      Refutation kink) {
    Lines lines =
        new Lines("UNDECIDED off the kinks: " + wording.subject() + forAll(claim))
            .row("because", "off the kinks: " + reason(undecided, entry))
            .row("evaluated", evaluated(undecided))
            .row("instead", "at(…) asks the numerical witnesses at a point")
            .row("yet", "at a kink, which is not asked about, the sides differ:");
    counterexample(lines, claim, entry, kink);
    return error(lines);
  }

  private static String evaluated(Decision.Undecided undecided) {
    if (undecided.trials() > 0) {
      return "at " + undecided.trials() + " points, where both sides agree";
    }
    boolean given = !undecided.statement().hypotheses().isEmpty();
    return given
        ? "at no point: none was found that satisfies what is assumed"
        : "at no point: none was found at which both sides have a value";
  }

  /** A claim with neither proof nor counterexample. */
  AssertionError undecided(
      SymbolicClaim claim, SymbolicClaim.Entry entry, Decision.Undecided undecided) {
    Lines lines =
        new Lines("UNDECIDED: " + wording.subject() + forAll(claim))
            .row("because", reason(undecided, entry));
    undecided.resisted().ifPresent(term -> lines.row("resisted", shown(entry).term(term)));
    lines.row("evaluated", evaluated(undecided));
    undecided
        .missing()
        .flatMap(missing -> Remedy.declaring(missing, entry.statement()))
        .or(() -> letters(claim))
        .ifPresent(so -> lines.row("remedy", so));
    return error(lines.row("instead", "at(…) asks the numerical witnesses at a point"));
  }

  /** A claim with so many entries that there is no time for all. */
  AssertionError tooManyEntries(SymbolicClaim claim, int proved, Duration patience) {
    return error(
        new Lines("UNDECIDED: " + wording.subject() + forAll(claim))
            .row(
                "because",
                proved
                    + " of "
                    + claim.entries().size()
                    + " entries are proved within "
                    + patience.toSeconds()
                    + " seconds")
            .row("remedy", LETTERS + ";\nor withBudget(…), which gives more time too"));
  }

  /** What to do about a maximum, say, over more than two entries that are each by itself. */
  private static Optional<String> letters(SymbolicClaim claim) {
    boolean unfolded =
        claim.operands().values().stream()
            .flatMap(operand -> operand.shape().sizes().stream())
            .anyMatch(size -> size.isNumber() && size.number() > 2);
    return unfolded ? Optional.of(LETTERS) : Optional.empty();
  }

  private static String reason(Decision.Undecided undecided, SymbolicClaim.Entry entry) {
    return undecided.reason(shown(entry)::condition);
  }

  private static Shown shown(SymbolicClaim.Entry entry) {
    return new Shown(entry.statement().declarations());
  }

  private static AssertionError error(Lines lines) {
    return new AssertionError(lines.toString());
  }

  /** For which sizes a claim is meant. */
  static String forAll(SymbolicClaim claim) {
    Declarations declarations = claim.entries().get(0).statement().declarations();
    List<String> sizes = declarations.sizes();
    return sizes.isEmpty() ? "" : ", for all " + String.join(", ", sizes) + " ≥ 1";
  }
}
