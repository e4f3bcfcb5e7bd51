package dev.backproof.verify.report;

import dev.backproof.verify.certificate.IntervalText;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.prover.Decision;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Why something is not proved, or not everywhere, in a few lines. */
public final class DecisionText {
  private DecisionText() {}

  /** The reason; empty if it is proved everywhere. */
  public static String of(Decision decision) {
    if (decision instanceof Decision.Refuted refuted) {
      String difference =
          refuted
              .difference()
              .map(
                  term ->
                      "\ndifference of both sides: " + TermNotation.of(refuted.statement(), term))
              .orElse("");
      return counterexample(refuted.statement(), refuted.counterexample()) + difference;
    }
    if (decision instanceof Decision.Undecided undecided) {
      return undecided.reason()
          + undecided
              .resisted()
              .map(term -> "\nit ended at: " + TermNotation.of(undecided.statement(), term))
              .orElse("")
          + "\nno difference at "
          + undecided.trials()
          + " points";
    }
    if (decision instanceof Decision.Malformed malformed) {
      return malformed.message();
    }
    Decision.Proved proved = (Decision.Proved) decision;
    return proved.offKinks()
        ? "off the kinks only"
            + proved
                .kinks()
                .map(at -> "; at a kink, " + counterexample(proved.certificate().statement(), at))
                .orElse("")
        : "";
  }

  /** Sizes, inputs, and both sides there. */
  public static String counterexample(Statement statement, Refutation at) {
    return "at "
        + point(statement, at.point())
        + "\nleft "
        + IntervalText.of(at.left())
        + ", right "
        + IntervalText.of(at.right());
  }

  private static String point(Statement statement, Point point) {
    StringBuilder text = new StringBuilder();
    point.sizes().forEach((name, size) -> add(text, name, size.toString()));
    point
        .tensors()
        .forEach((name, values) -> add(text, name, tensor(statement, name, values, point)));
    point
        .labels()
        .forEach(
            (name, values) ->
                add(text, name, values.size() == 1 ? values.get(0).toString() : values.toString()));
    return text.toString();
  }

  private static void add(StringBuilder text, String name, String value) {
    text.append(text.isEmpty() ? "" : ", ").append(name).append(" = ").append(value);
  }

  private static String tensor(
      Statement statement, String name, List<Rational> values, Point point) {
    List<String> axes = statement.declarations().tensors().getOrDefault(name, List.of());
    return nested(values, axes.stream().map(point::size).toList());
  }

  private static String nested(List<Rational> values, List<Integer> extents) {
    if (extents.isEmpty()) {
      return values.get(0).toString();
    }
    int part = values.size() / extents.get(0);
    return IntStream.range(0, extents.get(0))
        .mapToObj(
            i ->
                nested(
                    values.subList(i * part, (i + 1) * part), extents.subList(1, extents.size())))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
