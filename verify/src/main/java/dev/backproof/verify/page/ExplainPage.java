package dev.backproof.verify.page;

import dev.backproof.verify.graph.Content;
import dev.backproof.verify.graph.Diagram;
import dev.backproof.verify.graph.Diagrams;
import dev.backproof.verify.graph.GraphSvg;
import dev.backproof.verify.markup.Html;
import dev.backproof.verify.report.GraphTable;

/** A lesson as one self-contained page. */
public final class ExplainPage {
  private ExplainPage() {}

  /** The page. */
  public static String of(Lesson lesson) {
    Unfolded unfolded = Unfolded.of(lesson);
    StringBuilder steps = new StringBuilder();
    for (int i = 0; i < lesson.steps().size(); i++) {
      steps.append(StepHtml.of(lesson, lesson.steps().get(i), i + 1, unfolded));
    }
    Diagram diagram = Diagrams.of(lesson.graph(), Content.GRADIENTS);
    String title = "the graph of " + lesson.title();
    return Page.start(lesson.title())
        + """
        <header>
        <h1>%s</h1>
        <p>Forward from left to right, then backward: at each node the cotangent that comes in is
        multiplied by each local derivative and sent to the operand.
        <span class="scripted">Go through the steps by the buttons or the arrow keys; a click on a
        node leads to its step.</span></p>
        </header>
        <div class="stage">
        <div class="picture"><div class="scroll" tabindex="0" aria-label="the graph">
        %s</div></div>
        <div class="paper">
        %s</div>
        <nav class="stepper scripted" aria-label="steps">
        <button id="first" type="button" title="first step (Home)">|◀<span> first</span></button>
        <button id="previous" type="button" title="previous step (left arrow)">◀<span> back</span></button>
        <span id="where" role="status"></span>
        <progress id="progress" max="%d" value="1" aria-label="steps done"></progress>
        <button id="next" type="button" title="next step (right arrow)"><span>next </span>▶</button>
        <button id="last" type="button" title="last step (End)"><span>last </span>▶|</button>
        <button id="reset" type="button" title="the inputs as they were">reset inputs</button>
        </nav>
        <p id="message" class="scripted" role="alert"></p>
        </div>
        <main>
        """
            .formatted(
                Html.escape(lesson.title()),
                GraphSvg.part(diagram, title, "p-"),
                GraphSvg.partInRows(diagram, title, "w-", id -> ""),
                lesson.steps().size())
        + steps
        + "</main>\n<footer>\n<h2>Symbols</h2>\n<pre class=\"scroll\" tabindex=\"0\">"
        + Html.escape(GraphTable.legendWithLocals(lesson.graph()))
        + "</pre>\n</footer>\n<script type=\"application/json\" id=\"data\">"
        + Html.inScript(ExplainData.of(lesson, unfolded.graphs()))
        + "</script>\n<script>\n"
        + Page.resource("arithmetic.js")
        + Page.resource("numbers.js")
        + Page.resource("explain.js")
        + "</script>\n"
        + Page.END;
  }
}
