package dev.backproof.verify.training;

import dev.backproof.mlp.data.Dataset;
import dev.backproof.mlp.data.Pictures;
import dev.backproof.mlp.train.Epoch;
import dev.backproof.verify.markup.HtmlPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A training as one page: no script, nothing from a network, every picture also in words. */
public final class TrainingPage {
  private static final int MOST_EPOCHS = 10;
  private static final int MOST_MISTAKES = 24;
  private static final int MOST_ROWS = 12;
  private static final int MOST_CLASSES = 30;
  private static final int MOST_INPUTS = 8;

  private final TrainingReport report;
  private final Judgement judgement;
  private final HtmlPage html;

  private TrainingPage(TrainingReport report) {
    this.report = report;
    this.judgement = report.judgement();
    this.html = new HtmlPage("Backproof: training on " + report.data().name());
  }

  /** The page. */
  public static String format(TrainingReport report) {
    return new TrainingPage(report).format();
  }

  /**
   * The losses epoch by epoch, as a picture of its own.
   *
   * @throws IllegalArgumentException if there was no epoch
   */
  public static String picture(TrainingReport report) {
    if (report.history().isEmpty()) {
      throw new IllegalArgumentException("training: there was no epoch, so there is no curve");
    }
    return LearningCurve.losses(report).file();
  }

  private String format() {
    html.title("Training on " + report.data().name());
    summary();
    if (!report.history().isEmpty()) {
      curves();
    }
    if (report.data().inputs().size() == 2) {
      html.heading("What the network sees where");
      html.open("charts wide");
      html.figure(
          "Decision regions",
          "filled: trained on; hollow: kept back; paler: less sure; the line: where the class"
              + " changes",
          DecisionRegions.of(report));
      html.close();
    }
    confusions();
    mistakes();
    checks();
    html.heading("How");
    html.list(Wording.settings(report));
    return html.toString();
  }

  private void summary() {
    int judged = judgement.data().size();
    html.paragraph(
        "A network "
            + Wording.widths(report.model().widths())
            + " finds the class of "
            + (judged - judgement.wrong())
            + " of the "
            + judged
            + " examples "
            + report.judgedBy()
            + " ("
            + Wording.percent(judgement.accuracy())
            + ")"
            + report
                .taken()
                .map(
                    epoch ->
                        ", with a loss of "
                            + Wording.number(epoch.judgedLoss())
                            + " after epoch "
                            + epoch.number())
                .orElse("")
            + ".");
    if (report.stoppedEarly()) {
      html.paragraph(
          "It stopped after epoch "
              + report.history().size()
              + ": the loss of the examples kept back had not become smaller for "
              + report.settings().patience()
              + " epochs.");
    }
    if (report.split().validation().isEmpty()) {
      html.warning(
          "No examples were kept back: this says how well they were learned, not how well others"
              + " will be found.");
    }
    if (!report.agrees()) {
      html.warning("A gradient check disagrees; see below.");
    }
  }

  private void curves() {
    html.heading("Learning curves");
    html.open("charts two");
    html.figure(
        "Loss", "mean cross-entropy, without the penalty", LearningCurve.losses(report).toString());
    html.figure(
        "Accuracy",
        "share of the examples " + report.judgedBy() + " whose class is found",
        LearningCurve.accuracies(report).toString());
    html.close();
    List<Epoch> history = report.history();
    int every = (history.size() + MOST_EPOCHS - 1) / MOST_EPOCHS;
    List<List<String>> rows = new ArrayList<>();
    for (int i = (history.size() - 1) % every; i < history.size(); i += every) {
      Epoch epoch = history.get(i);
      rows.add(
          List.of(
              Integer.toString(epoch.number()),
              Wording.number(epoch.loss()),
              Wording.number(epoch.judgedLoss()),
              Wording.percent(epoch.accuracy())));
    }
    html.table(
        "Epoch by epoch",
        List.of(
            "epoch", "loss, trained on", "loss, " + report.judgedBy() + ", after it", "accuracy"),
        rows);
  }

  private void confusions() {
    List<String> classes = report.data().classes();
    html.heading("What is taken for what");
    int[][] counts = judgement.confusion();
    if (classes.size() > MOST_CLASSES) {
      html.paragraph(
          "There are " + classes.size() + " classes, too many for a table; the mistakes follow.");
      return;
    }
    List<String> head = new ArrayList<>(List.of("class"));
    classes.forEach(name -> head.add("as " + name));
    head.add("found");
    List<List<String>> rows = new ArrayList<>();
    for (int k = 0; k < counts.length; k++) {
      List<String> row = new ArrayList<>(List.of(classes.get(k)));
      int all = Arrays.stream(counts[k]).sum();
      for (int count : counts[k]) {
        row.add(count == 0 ? "·" : Integer.toString(count));
      }
      row.add(all == 0 ? "–" : Wording.percent((double) counts[k][k] / all));
      rows.add(row);
    }
    html.open("tight");
    html.table(
        "Examples "
            + report.judgedBy()
            + ": a row for each class, a column for what it is taken as",
        head,
        rows,
        (row, column) -> {
          if (column == 0 || column > counts.length) {
            return "";
          }
          return column - 1 == row ? "hit" : counts[row][column - 1] > 0 ? "miss" : "";
        });
    html.close();
  }

  private void mistakes() {
    List<Judgement.Mistake> mistakes = judgement.mistakes();
    html.heading("The worst mistakes");
    if (mistakes.isEmpty()) {
      html.paragraph("There is none among the examples " + report.judgedBy() + ".");
      return;
    }
    html.paragraph(
        mistakes.size()
            + " of "
            + judgement.data().size()
            + ", those first whose class was thought the least probable.");
    if (report.data().pictures().isPresent()) {
      pictures(report.data().pictures().get(), mistakes);
    } else {
      rows(mistakes);
    }
  }

  private void pictures(Pictures size, List<Judgement.Mistake> mistakes) {
    html.open("pictures");
    for (Judgement.Mistake m : mistakes.subList(0, Math.min(MOST_MISTAKES, mistakes.size()))) {
      String label = name(m.label());
      String said = name(m.said());
      html.picture(
          GreyPicture.address(size, judgement.data().example(m.row()).toArray()),
          "a " + label + " taken for a " + said,
          label + " taken for " + said,
          said
              + " with "
              + Wording.percent(m.preferred())
              + ", "
              + label
              + " with "
              + Wording.number(100 * m.probability())
              + " %");
    }
    html.close();
  }

  private void rows(List<Judgement.Mistake> mistakes) {
    List<String> inputs = report.data().inputs();
    int shown = Math.min(inputs.size(), MOST_INPUTS);
    List<String> head = new ArrayList<>(List.of("class", "taken for", "with", "its own"));
    head.addAll(inputs.subList(0, shown));
    if (shown < inputs.size()) {
      head.add("…");
    }
    List<List<String>> rows = new ArrayList<>();
    for (Judgement.Mistake m : mistakes.subList(0, Math.min(MOST_ROWS, mistakes.size()))) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  name(m.label()),
                  name(m.said()),
                  Wording.percent(m.preferred()),
                  Wording.number(100 * m.probability()) + " %"));
      Dataset data = judgement.data();
      for (int j = 0; j < shown; j++) {
        row.add(Wording.number(data.examples().at(m.row() * data.inputs() + j)));
      }
      if (shown < inputs.size()) {
        row.add("…");
      }
      rows.add(row);
    }
    html.table("The worst", head, rows);
  }

  private String name(int label) {
    return report.data().classes().get(label);
  }

  private void checks() {
    if (report.checks().isEmpty()) {
      return;
    }
    html.heading("Gradient checks");
    html.paragraph(
        "At the parameters after these epochs, on a few examples: the closed form, derived by hand,"
            + " against the graph, entry by entry, in units of u·cond, its own bound of rounding"
            + " errors (32 are allowed); and against differences of the loss, along one direction for"
            + " each parameter, in units of the bound that they derive from themselves (1 is"
            + " allowed).");
    List<List<String>> rows = new ArrayList<>();
    for (CheckedEpoch check : report.checks()) {
      rows.add(
          List.of(
              Integer.toString(check.epoch()),
              Wording.comparison(check.graph()),
              Integer.toString(check.graph().entries()),
              Wording.comparison(check.differences()),
              Integer.toString(check.differences().entries())));
    }
    html.table(
        "The closed form against",
        List.of("after epoch", "the graph", "entries", "differences", "directions"),
        rows);
  }
}
