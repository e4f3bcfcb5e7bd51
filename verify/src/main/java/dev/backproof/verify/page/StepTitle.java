package dev.backproof.verify.page;

import dev.backproof.verify.page.Lesson.Step;
import dev.backproof.verify.report.ComputationGraph;
import dev.backproof.verify.report.ComputationGraph.Kind;
import dev.backproof.verify.report.ComputationGraph.Node;
import java.util.stream.Collectors;

/** What a step is called, and the shapes it works on. */
final class StepTitle {
  private StepTitle() {}

  static String text(Step step) {
    Node node = step.node();
    return switch (step.phase()) {
      case INPUTS -> "Inputs";
      case FORWARD -> "Forward: " + node.word() + " = " + node.operation();
      case SEED -> "Turn round: " + node.bar();
      case BACKWARD -> "Backward through " + node.word() + " = " + node.operation();
      case GRADIENTS -> "The gradients";
    };
  }

  /** The shapes of the operands and of the result: {@code W1 [3×2], x [2], b1 [3] → ha [3]}. */
  static String shapes(ComputationGraph graph, Node node) {
    String operands =
        graph.edges().stream()
            .filter(e -> e.to().equals(node) && e.from().kind() != Kind.LITERAL)
            .map(e -> e.from().word() + " " + e.from().shape())
            .distinct()
            .collect(Collectors.joining(", "));
    return operands + " → " + node.word() + " " + node.shape();
  }
}
