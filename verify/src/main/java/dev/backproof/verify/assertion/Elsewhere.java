package dev.backproof.verify.assertion;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.verify.expr.SymbolicClaim;
import dev.backproof.verify.kernel.Evaluation;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.prover.DrawnPoints;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a gradient that is proved under conditions is right where they do not hold, if the
 * function is defined there too: {@code where(x > 0, log x, 0)} is, though its logarithm is not.
 *
 * <p>The kernel asks of every logarithm, root and denominator that it has a value, even where
 * another factor is 0. So both sides are run on numbers at points where nothing is proved. What
 * differs must differ close by too: a single point at which only a convention has a value is left
 * to the conditions. Close by means in all operands but those that an assumed equation ties, which
 * would not hold there.
 *
 * @param claim what was proved
 * @param numbers how it is run on numbers
 */
record Elsewhere(SymbolicClaim claim, OnNumbers numbers) {
  /**
   * A point outside of the conditions where the function has a gradient and the one by hand is
   * another.
   *
   * @param point where
   * @param gradient what the graph gives
   * @param byHand what the one by hand gives
   */
  record Wrong(Point point, DenseTensor gradient, DenseTensor byHand) {}

  /** The first such point that is found. */
  Optional<Wrong> first(Formula function, int which, Formula hand) {
    Statement proved = claim.entries().get(0).statement();
    Evaluation granted =
        new Evaluation(
            new Statement(proved.declarations(), proved.hypotheses(), Term.ZERO, Term.ZERO, false));
    long seed = numbers.setting().decider().seed();
    return DrawnPoints.of(proved, OnNumbers.POINTS, seed).stream()
        .flatMap(List::stream)
        .filter(point -> holds(granted, point))
        .flatMap(point -> at(point, function, which, hand).stream())
        .findFirst();
  }

  /** The operands of which an equation is assumed. */
  private Set<String> tied() {
    return claim.entries().get(0).statement().hypotheses().stream()
        .filter(h -> !h.left().equals(h.right()))
        .flatMap(h -> Stream.of(h.left(), h.right()))
        .flatMap(side -> side.parts().stream())
        .filter(part -> part.is(Term.Kind.ENTRY))
        .map(part -> Remedy.operand(part.name()))
        .collect(Collectors.toSet());
  }

  private static boolean holds(Evaluation granted, Point point) {
    try {
      granted.sample(point);
      return true;
    } catch (Refusal no) {
      return false;
    }
  }

  private Optional<Wrong> at(Point point, Formula function, int which, Formula hand) {
    Map<String, DenseTensor> at =
        new PointNumbers(point, numbers.setting().firstLabels()).of(claim.operands());
    Set<String> tied = tied();
    Map<String, DenseTensor> near = numbers.closeBy(at, name -> !tied.contains(name));
    return wrong(List.copyOf(near.values()), function, which, hand)
        .flatMap(there -> wrong(List.copyOf(at.values()), function, which, hand))
        .map(sides -> new Wrong(point, sides.get(0), sides.get(1)));
  }

  /** Gradient and hand side, if the first has a value and the other has not the same. */
  private static Optional<List<DenseTensor>> wrong(
      List<DenseTensor> at, Formula function, int which, Formula hand) {
    try {
      DenseTensor gradient = Differentiation.grad(function, at, at.size()).get(which);
      DenseTensor byHand = hand.apply(at);
      boolean defined =
          Double.isFinite(function.apply(at).item())
              && IntStream.range(0, gradient.shape().count())
                  .allMatch(i -> Double.isFinite(gradient.at(i)));
      boolean equal =
          IntStream.range(0, gradient.shape().count())
              .allMatch(i -> OnNumbers.isNear(gradient.at(i), byHand.at(i)));
      return defined && !equal ? Optional.of(List.of(gradient, byHand)) : Optional.empty();
    } catch (RuntimeException | StackOverflowError | AssertionError cannotBeRun) {
      return Optional.empty();
    }
  }
}
