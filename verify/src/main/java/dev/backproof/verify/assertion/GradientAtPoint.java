package dev.backproof.verify.assertion;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.GradientCheck;
import dev.backproof.verify.check.Question;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.check.Witness;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A gradient at a point, to be held against independent numerical witnesses.
 *
 * @param <F> what a formula over the same operands is given as
 */
public final class GradientAtPoint<F> {
  private static final Set<Witness> BY_RULES = Set.of(Witness.GRAPH, Witness.FORWARD);

  private final Formula function;
  private final Function<F, Formula> formula;
  private final int which;
  private final List<DenseTensor> point;
  private final boolean kink;

  GradientAtPoint(
      Formula function,
      Function<F, Formula> formula,
      int which,
      List<DenseTensor> point,
      boolean kink) {
    this.function = function;
    this.formula = formula;
    this.which = which;
    this.point = List.copyOf(point);
    this.kink = kink;
  }

  /**
   * Asserts that every witness that can be asked agrees with the gradient by hand.
   *
   * @return what each said, with the error reached and the bound; the same as text
   * @throws AssertionError if one disagrees or none can be asked; the message says what each
   *     witness found, and where
   */
  public Evidence matches(F hand) {
    Formula byHand = formula.apply(hand);
    DenseTensor value = value("the function", () -> function.apply(point));
    if (value.shape().rank() > 0) {
      throw malformed(
          "the function has the shape " + value.shape() + "; only a number has a gradient",
          "sum() it, or take it times a cotangent and then sum()");
    }
    DenseTensor found = value("the gradient by hand", () -> byHand.apply(point));
    DenseTensor by = point.get(which);
    if (!found.shape().equals(by.shape())) {
      throw malformed(
          "the gradient has the shape " + by.shape() + ", the one by hand " + found.shape(),
          ShapeRemedy.of(by.shape(), found.shape()));
    }
    Question question = new Question(function, which, byHand, point);
    GradientCheck check = new GradientCheck();
    Evidence evidence = new Evidence(kink ? check.atKink(question) : check.atSmoothPoint(question));
    if (evidence.verdict() != Verdict.AGREES) {
      throw new AssertionError(failure(evidence).toString());
    }
    return evidence;
  }

  private String subject() {
    return "the gradient by operand "
        + which
        + " "
        + point.get(which).shape()
        + ", derived by hand";
  }

  private DenseTensor value(String what, Supplier<DenseTensor> side) {
    try {
      return side.get();
    } catch (IllegalArgumentException e) {
      AssertionError failure = malformed(what + ": " + e.getMessage(), "");
      failure.initCause(e);
      throw failure;
    }
  }

  private AssertionError malformed(String message, String remedy) {
    Lines lines = new Lines("MALFORMED: " + subject()).row("because", message);
    return new AssertionError((remedy.isEmpty() ? lines : lines.row("remedy", remedy)).toString());
  }

  private Lines failure(Evidence evidence) {
    Lines lines =
        new Lines(evidence.verdict() + ": " + subject()).row("witnesses", evidence.toString());
    for (int i = 0; i < point.size(); i++) {
      lines.row("operand " + i, point.get(i).toString());
    }
    if (!kink && looksLikeAKink(evidence.comparisons())) {
      lines.row(
          "perhaps", "the point is at a kink: atKink(…) asks for the value of the kink table");
    }
    return lines;
  }

  /** The rules agree with the hand side, and those that use values only do not. */
  private static boolean looksLikeAKink(List<Comparison> comparisons) {
    return comparisons.stream()
        .collect(
            Collectors.partitioningBy(
                c -> BY_RULES.contains(c.witness()),
                Collectors.mapping(Comparison::verdict, Collectors.toSet())))
        .entrySet()
        .stream()
        .allMatch(
            group ->
                group.getKey()
                    ? group.getValue().equals(Set.of(Verdict.AGREES))
                    : !group.getValue().equals(Set.of(Verdict.AGREES)));
  }
}
