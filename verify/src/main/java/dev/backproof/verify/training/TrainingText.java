package dev.backproof.verify.training;

import dev.backproof.mlp.data.Dataset;
import java.util.Locale;

/** A training in a few lines. */
public final class TrainingText {
  private TrainingText() {}

  /** What it came to: a line each for data, network, last epoch, accuracy, gradients. */
  public static String format(TrainingReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        line(
            report.data().name(),
            report.split().training().size()
                + " examples trained on, "
                + report.split().validation().map(Dataset::size).orElse(0)
                + " kept back; "
                + report.data().inputs().size()
                + " inputs, "
                + report.data().classes().size()
                + " classes"));
    text.append(
        line(
            "network",
            Wording.widths(report.model().widths())
                + ", "
                + report.settings().activation()
                + ", "
                + report.model().size()
                + " parameters"));
    report
        .taken()
        .ifPresent(
            epoch ->
                text.append(
                    line(
                        "epoch " + epoch.number(),
                        "loss "
                            + Wording.number(epoch.loss())
                            + ", "
                            + report.judgedBy()
                            + " "
                            + Wording.number(epoch.judgedLoss())
                            + (report.stoppedEarly()
                                ? "; stopped early, after epoch " + report.history().size()
                                : ""))));
    text.append(
        line(
            "accuracy",
            Wording.percent(report.judgement().accuracy())
                + " of the "
                + report.judgement().data().size()
                + " examples "
                + report.judgedBy()));
    text.append(line("gradients", gradients(report)));
    return text.toString();
  }

  /** Another such line. */
  public static String line(String head, String said) {
    return String.format(Locale.ROOT, "%-10s  %s\n", head, said);
  }

  private static String gradients(TrainingReport report) {
    String worst =
        report.checks().stream()
            .map(CheckedEpoch::graph)
            .reduce((a, b) -> a.and(b))
            .map(Wording::comparison)
            .orElse("not checked");
    String differences =
        report.checks().stream()
            .map(CheckedEpoch::differences)
            .reduce((a, b) -> a.and(b))
            .map(Wording::comparison)
            .orElse("not checked");
    return "graph " + worst + "; differences " + differences;
  }
}
