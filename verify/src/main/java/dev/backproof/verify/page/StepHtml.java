package dev.backproof.verify.page;

import static dev.backproof.verify.markup.Html.escape;

import dev.backproof.core.DenseTensor;
import dev.backproof.verify.markup.MathMl;
import dev.backproof.verify.page.Lesson.Step;
import dev.backproof.verify.report.Calculation;
import dev.backproof.verify.report.ComputationGraph.Edge;
import dev.backproof.verify.report.ComputationGraph.Local;
import dev.backproof.verify.report.ComputationGraph.Node;
import dev.backproof.verify.report.ComputationGraph.Pull;
import dev.backproof.verify.report.ComputationGraph.Slope;
import dev.backproof.verify.report.ValueText;
import java.util.List;
import java.util.Optional;

/** One step of a lesson as a part of a page. */
final class StepHtml {
  /** A table of so many columns fits on any screen. */
  private static final int NARROW = 5;

  private final Lesson lesson;
  private final Unfolded unfolded;
  private final StringBuilder html = new StringBuilder();

  private StepHtml(Lesson lesson, Unfolded unfolded) {
    this.lesson = lesson;
    this.unfolded = unfolded;
  }

  /**
   * The step.
   *
   * @param number its number, from 1
   */
  static String of(Lesson lesson, Step step, int number, Unfolded unfolded) {
    return new StepHtml(lesson, unfolded).write(step, number);
  }

  private String write(Step step, int number) {
    html.append("<section class=\"step\" id=\"step-").append(number);
    html.append("\" data-phase=\"").append(step.phase());
    html.append("\" data-now=\"").append(now(step));
    html.append("\" data-pulled=\"").append(pulled(step));
    html.append("\" data-filled=\"").append(filled(step)).append("\">\n<h2><span>");
    html.append(number).append(".</span> ").append(title(step)).append("</h2>\n");
    html.append("<p class=\"reason\">").append(escape(step.reason())).append("</p>\n");
    switch (step.phase()) {
      case INPUTS -> inputs();
      case FORWARD -> forward(step.node());
      case SEED -> cotangent(step.node(), "The cotangent it starts with");
      case BACKWARD -> backward(step);
      case GRADIENTS -> gradients();
    }
    return html.append("</section>\n").toString();
  }

  /** The boxes of the picture that are at work. */
  private String now(Step step) {
    return switch (step.phase()) {
      case INPUTS -> ids(lesson.inputs());
      case GRADIENTS -> ids(lesson.variables());
      default -> "p-n" + step.node().id();
    };
  }

  private static String ids(List<Node> nodes) {
    return String.join(" ", nodes.stream().map(node -> "p-n" + node.id()).toList());
  }

  private String pulled(Step step) {
    return String.join(
        " ", step.pulls().stream().map(i -> "p-e" + lesson.pull(i).edge().id()).toList());
  }

  /** The boxes whose cotangent is complete with this step. */
  private String filled(Step step) {
    return step.phase() == Lesson.Phase.SEED
        ? now(step)
        : ids(
            step.pulls().stream()
                .filter(number -> lesson.isLast(number))
                .map(number -> lesson.pull(number).edge().from())
                .toList());
  }

  private static String title(Step step) {
    Node node = step.node();
    return switch (step.phase()) {
      case INPUTS, GRADIENTS -> escape(StepTitle.text(step));
      case FORWARD -> "Forward: " + equation(node);
      case SEED -> "Turn round: " + math(MathMl.barred(node.word()));
      case BACKWARD -> "Backward through " + equation(node);
    };
  }

  private static String equation(Node node) {
    return math(MathMl.identifier(node.word()), MathMl.operator("="), node.math());
  }

  private static String math(String... parts) {
    return MathMl.inline(String.join("", parts));
  }

  private void inputs() {
    html.append("<div class=\"values\">\n");
    for (Node node : lesson.inputs()) {
      labelled(
          math(MathMl.identifier(node.word())) + shape(node) + " " + escape(node.operation()),
          ValueHtml.editable(node.value(), "v" + node.id(), node.word()),
          node.value());
    }
    html.append("</div>\n");
  }

  private void gradients() {
    html.append("<div class=\"values\">\n");
    for (Node node : lesson.variables()) {
      bar(node, "b" + node.id(), "");
    }
    html.append("</div>\n");
  }

  private void forward(Node node) {
    html.append("<p class=\"shapes\">Shapes: ");
    html.append(escape(StepTitle.shapes(lesson.graph(), node))).append("</p>\n");
    html.append("<div class=\"values\">\n");
    labelled(
        math(MathMl.identifier(node.word())) + shape(node),
        ValueHtml.of(node.value(), "v" + node.id(), node.word()),
        node.value());
    html.append("</div>\n").append(unfolded.forward(node));
  }

  private void cotangent(Node node, String said) {
    html.append("<div class=\"values\">\n");
    bar(node, "b" + node.id(), said);
    html.append("</div>\n");
  }

  private void bar(Node node, String binding, String said) {
    labelled(
        (said.isEmpty() ? "" : escape(said) + ": ")
            + math(MathMl.marked("upstream", MathMl.barred(node.word())))
            + shape(node),
        ValueHtml.of(node.cotangent().orElseThrow(), binding, node.bar()),
        node.value());
  }

  private void labelled(String label, String html, DenseTensor value) {
    this.html.append("<div class=\"value\"><div class=\"label\">").append(label);
    this.html.append("</div>").append(scrolled(html, value)).append("</div>\n");
  }

  private static String shape(Node node) {
    return node.shape().rank() == 0
        ? ""
        : " <span class=\"shape\">" + escape(node.shape().toString()) + "</span>";
  }

  private void backward(Step step) {
    cotangent(step.node(), "The cotangent that comes in");
    html.append("<div class=\"pulls\">\n");
    for (int number : step.pulls()) {
      pull(number);
    }
    html.append("</div>\n");
    html.append(unfolded.backward(step.node()));
  }

  private void pull(int number) {
    Pull pull = lesson.pull(number);
    Edge edge = pull.edge();
    Local local = edge.local().orElseThrow();
    Slope slope = local.slope();
    Node from = edge.from();
    html.append("<article class=\"pull\">\n<h3>to ").append(math(MathMl.identifier(from.word())));
    html.append(shape(from)).append("</h3>\n<p class=\"reason\">");
    html.append(escape(Reasons.pull(pull))).append("</p>\n<dl>\n");
    item(
        "Local derivative " + math(partial(edge)),
        math(slope.map().math()) + (isHole(slope) ? " <small>the upstream as it is</small>" : ""));
    slope.entries().ifPresent(entries -> item("Its entries", MathMl.display(entries.math())));
    slope.jacobian().ifPresent(j -> item("Jacobian", jacobian(edge, j, number)));
    item(
        "Upstream × local",
        math(MathMl.barred(from.word()), MathMl.operator(pull.meets() ? "+=" : "="))
            + math(slope.product()));
    slope.numbers().ifPresent(numbers -> item("In numbers", math(numbers)));
    item(
        "Sends",
        scrolled(
            ValueHtml.of(local.value(), "k" + number, "sent to " + from.word()), local.value()));
    lesson.before(number).ifPresent(before -> item("Paths meet", meeting(before, number)));
    html.append("</dl>\n</article>\n");
  }

  private static boolean isHole(Slope slope) {
    return slope.map().text().equals("□");
  }

  private static String partial(Edge edge) {
    return MathMl.fraction(
        MathMl.row(MathMl.operator("∂"), MathMl.identifier(edge.to().word())),
        MathMl.row(MathMl.operator("∂"), MathMl.identifier(edge.from().word())));
  }

  private void item(String label, String value) {
    html.append("<div><dt>")
        .append(label)
        .append("</dt><dd>")
        .append(value)
        .append("</dd></div>\n");
  }

  /** What may be wider than the screen can be reached by the keyboard, to be moved. */
  private static String scrolled(String html, DenseTensor value) {
    int columns = value.shape().rank() == 0 ? 1 : value.shape().last().number();
    return "<div class=\"scroll\""
        + (columns > NARROW ? " tabindex=\"0\"" : "")
        + ">"
        + html
        + "</div>";
  }

  /** The Jacobian: a row for each entry of the result, a column for each of the operand. */
  private String jacobian(Edge edge, DenseTensor jacobian, int number) {
    Calculation calculation = lesson.graph().calculation();
    List<Integer> places = calculation.jacobians().get(number);
    int columns = jacobian.shape().size(1).number();
    StringBuilder table = new StringBuilder("<table class=\"array jacobian\" aria-label=\"");
    table.append(escape("∂" + edge.to().word() + "/∂" + edge.from().word())).append("\"><tbody>");
    for (int i = 0; i < places.size(); i++) {
      table.append("<tr>");
      for (int j = 0; j < columns; j++) {
        double entry = jacobian.at(i * columns + j);
        table.append("<td data-v=\"s").append(places.get(i)).append(':').append(j).append("\">");
        table.append(escape(ValueText.of(entry))).append("</td>");
      }
      table.append("</tr>");
    }
    table.append("</tbody></table>");
    boolean scalar = jacobian.count() == 1;
    return scrolled(table.toString(), jacobian)
        + (scalar
            ? ""
            : " <small>a row for each entry of "
                + math(MathMl.identifier(edge.to().word()))
                + ", a column for each of "
                + math(MathMl.identifier(edge.from().word()))
                + "</small>");
  }

  private String meeting(int before, int number) {
    Pull last = lesson.pull(before);
    Pull pull = lesson.pull(number);
    String name = pull.edge().from().bar();
    Optional<DenseTensor> sent = pull.edge().local().map(Local::value);
    return "<div class=\"sum\">"
        + scrolled(ValueHtml.of(last.sum(), "u" + before, name + " so far"), last.sum())
        + "<span>+</span>"
        + scrolled(ValueHtml.of(sent.orElseThrow(), "k" + number, "sent"), last.sum())
        + "<span>=</span>"
        + scrolled(ValueHtml.of(pull.sum(), "u" + number, name), last.sum())
        + "</div>";
  }
}
