package dev.backproof.verify.page;

import dev.backproof.core.DenseTensor;
import dev.backproof.verify.page.Lesson.Step;
import dev.backproof.verify.report.ComputationGraph.Edge;
import dev.backproof.verify.report.ComputationGraph.Local;
import dev.backproof.verify.report.ComputationGraph.Node;
import dev.backproof.verify.report.ComputationGraph.Pull;
import dev.backproof.verify.report.GraphTable;
import dev.backproof.verify.report.TextTable;
import dev.backproof.verify.report.ValueText;

/**
 * A lesson as text for a terminal: the same steps, formulas, numbers and reasons as on the page.
 */
public final class ExplainText {
  private final Lesson lesson;
  private final StringBuilder text = new StringBuilder();

  private ExplainText(Lesson lesson) {
    this.lesson = lesson;
  }

  /** The text, in lines ended by line feeds. */
  public static String of(Lesson lesson) {
    return new ExplainText(lesson).text();
  }

  private String text() {
    text.append(lesson.title()).append('\n');
    int number = 0;
    for (Step step : lesson.steps()) {
      number++;
      text.append('\n').append(number).append(". ").append(StepTitle.text(step)).append('\n');
      text.append("  ").append(step.reason()).append('\n');
      switch (step.phase()) {
        case INPUTS -> inputs();
        case FORWARD -> forward(step.node());
        case SEED -> cotangent(step.node());
        case BACKWARD -> backward(step);
        case GRADIENTS -> gradients();
      }
    }
    return text + "\n" + GraphTable.legend(lesson.graph());
  }

  private void inputs() {
    TextTable table = new TextTable();
    for (Node node : lesson.inputs()) {
      table.row(node.word(), node.operation(), node.shape().toString(), ValueText.of(node.value()));
    }
    text.append(table);
  }

  private void forward(Node node) {
    text.append("  shapes  ").append(StepTitle.shapes(lesson.graph(), node)).append('\n');
    text.append("  value   ").append(node.word()).append(" = ");
    text.append(ValueText.of(node.value())).append('\n');
  }

  private void cotangent(Node node) {
    text.append("  ").append(node.bar()).append(" = ");
    text.append(ValueText.of(node.cotangent().orElseThrow())).append('\n');
  }

  private void backward(Step step) {
    cotangent(step.node());
    for (int number : step.pulls()) {
      pull(number);
    }
  }

  private void pull(int number) {
    Pull pull = lesson.pull(number);
    Edge edge = pull.edge();
    Local local = edge.local().orElseThrow();
    Node from = edge.from();
    text.append("  to ").append(from.word()).append(' ').append(from.shape()).append(": ");
    text.append(Reasons.pull(pull)).append('\n');
    TextTable table = new TextTable();
    table.row("    local derivative", local.slope().map().text());
    local.slope().entries().ifPresent(e -> table.row("    its entries", e.text()));
    local.slope().jacobian().ifPresent(j -> jacobian(table, j));
    table.row("    upstream × local", pull.text());
    local
        .numbers()
        .filter(numbers -> !numbers.equals(ValueText.of(local.value())))
        .ifPresent(numbers -> table.row("    in numbers", numbers));
    table.row("    sends", ValueText.of(local.value()));
    lesson
        .before(number)
        .ifPresent(
            before ->
                table.row(
                    "    paths meet",
                    from.bar()
                        + " = "
                        + ValueText.of(lesson.pull(before).sum())
                        + " + "
                        + ValueText.of(local.value())
                        + " = "
                        + ValueText.of(pull.sum())));
    text.append(table);
  }

  /** A line for each row. */
  private static void jacobian(TextTable table, DenseTensor jacobian) {
    for (int i = 0; i < jacobian.shape().size(0).number(); i++) {
      DenseTensor row = jacobian.slice(0, i, i + 1).sum(0);
      table.row(i == 0 ? "    Jacobian" : "", ValueText.of(row));
    }
  }

  private void gradients() {
    TextTable table = new TextTable();
    for (Node node : lesson.variables()) {
      table.row(node.bar(), "=", ValueText.of(node.cotangent().orElseThrow()));
    }
    text.append(table);
  }
}
