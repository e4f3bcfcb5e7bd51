package dev.backproof.verify.notes;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.GradientCheck;
import dev.backproof.verify.check.IdentityCheck;
import dev.backproof.verify.check.Question;
import dev.backproof.verify.check.RatioCheck;
import dev.backproof.verify.check.Verdict;
import dev.backproof.verify.check.Witness;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Evaluates a statement at many points and asks all witnesses that can be asked there. */
final class StatementCheck {
  private final GradientCheck gradients;
  private final List<Sizes> sizes;
  private final int pointsPerSize;

  StatementCheck(GradientCheck gradients, List<Sizes> sizes, int pointsPerSize) {
    this.gradients = gradients;
    this.sizes = sizes;
    this.pointsPerSize = pointsPerSize;
  }

  StatementResult check(Statement statement, RandomTensors random) {
    Map<Witness, Comparison> found = new EnumMap<>(Witness.class);
    int points = 0;
    for (Sizes size : sizes) {
      for (int i = 0; i < pointsPerSize; i++) {
        List<DenseTensor> smooth = SamplePoint.smooth(statement, size, random);
        merge(found, statement, smooth, atSmoothPoint(statement, smooth));
        points++;
        if (!statement.kinks().isEmpty() && !(statement instanceof Statement.Ratio)) {
          List<DenseTensor> kink = SamplePoint.onKinks(statement, size, random);
          merge(found, statement, kink, atKink(statement, kink));
          points++;
        }
      }
    }
    return new StatementResult(statement.label(), sizes, points, List.copyOf(found.values()));
  }

  private List<Comparison> atSmoothPoint(Statement statement, List<DenseTensor> at) {
    if (statement instanceof Statement.Gradient gradient) {
      return gradients.atSmoothPoint(question(gradient, at));
    }
    if (statement instanceof Statement.Ratio ratio) {
      return List.of(
          RatioCheck.at(new Question(ratio.function(), ratio.which(), ratio.right(), at)));
    }
    return identity(statement, at);
  }

  private List<Comparison> atKink(Statement statement, List<DenseTensor> at) {
    return statement instanceof Statement.Gradient gradient
        ? gradients.atKink(question(gradient, at))
        : identity(statement, at);
  }

  private static List<Comparison> identity(Statement statement, List<DenseTensor> at) {
    return statement instanceof Statement.Enumerated enumerated
        ? IdentityCheck.at(enumerated.left(), enumerated.right(), at)
        : identity((Statement.Identity) statement, at);
  }

  private static List<Comparison> identity(Statement.Identity statement, List<DenseTensor> at) {
    return IdentityCheck.at(statement.left(), statement.right(), at);
  }

  private static Question question(Statement.Gradient gradient, List<DenseTensor> at) {
    return new Question(gradient.function(), gradient.which(), gradient.right(), at);
  }

  private static void merge(
      Map<Witness, Comparison> found,
      Statement statement,
      List<DenseTensor> at,
      List<Comparison> comparisons) {
    for (Comparison comparison : comparisons) {
      Comparison here =
          comparison.verdict() == Verdict.DISAGREES
              ? withPoint(comparison, statement, at)
              : comparison;
      found.merge(comparison.witness(), here, Comparison::and);
    }
  }

  /** The comparison with the point at which it failed, so that it can be looked at. */
  private static Comparison withPoint(
      Comparison comparison, Statement statement, List<DenseTensor> at) {
    StringJoiner point = new StringJoiner(", ", " at ", "");
    for (int i = 0; i < at.size(); i++) {
      String value = at.get(i).toString().replaceAll("\\s+", " ");
      point.add(statement.operands().get(i).symbol() + " = " + value);
    }
    return new Comparison(
        comparison.witness(),
        comparison.verdict(),
        comparison.bound(),
        comparison.reached(),
        comparison.entries(),
        Optional.of(comparison.detail().orElse("") + point));
  }
}
