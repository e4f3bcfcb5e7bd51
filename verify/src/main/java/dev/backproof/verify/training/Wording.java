package dev.backproof.verify.training;

import dev.backproof.mlp.train.TrainingSettings;
import dev.backproof.mlp.train.TrainingStep;
import dev.backproof.verify.check.Comparison;
import dev.backproof.verify.check.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How numbers, settings and checks are said. */
public final class Wording {
  private Wording() {}

  /** A number with three digits. */
  public static String number(double x) {
    double size = Math.abs(x);
    if (x == 0 || (size >= 1e-3 && size < 1e5)) {
      int digits = x == 0 ? 0 : (int) Math.max(0, 2 - Math.floor(Math.log10(size)));
      return String.format(Locale.ROOT, "%." + digits + "f", x).replace('-', '−');
    }
    return String.format(Locale.ROOT, "%.2e", x)
        .replaceFirst("e([-+])0*", "e$1")
        .replace("e+", "e")
        .replace('-', '−');
  }

  /** A share in percent, to the nearest tenth; but never 100 % where something is missing. */
  public static String percent(double share) {
    double tenths = Math.round(1000 * share);
    String said =
        String.format(Locale.ROOT, "%.1f", (share < 1 ? Math.min(tenths, 999) : tenths) / 10);
    return said.replaceFirst("\\.0$", "") + " %";
  }

  /** The layers: {@code 2–16–16–2}. */
  public static String widths(List<Integer> widths) {
    return widths.stream().map(String::valueOf).collect(Collectors.joining("–"));
  }

  /** What a training was told, a line each. */
  static List<String> settings(TrainingReport report) {
    TrainingSettings s = report.settings();
    return List.of(
        "data "
            + report.data().name()
            + ": "
            + report.split().training().size()
            + " examples trained on, "
            + report.split().validation().map(kept -> kept.size()).orElse(0)
            + " kept back",
        "layers "
            + widths(report.model().widths())
            + ", "
            + s.activation()
            + " between them, "
            + report.model().size()
            + " parameters",
        "gradient by "
            + (s.gradient() == TrainingStep.Gradient.CLOSED_FORM
                ? "the closed form, derived by hand"
                : "the graph, swept backwards")
            + ", as an optimised program",
        "step size η "
            + s.eta()
            + ", momentum "
            + s.momentum()
            + ", elastic net λ1 "
            + s.l1()
            + " and λ2 "
            + s.l2(),
        "batches of "
            + s.batch()
            + ", at most "
            + s.epochs()
            + " epochs"
            + (s.patience() > 0 ? ", patience " + s.patience() : "")
            + ", seed "
            + s.seed(),
        report.model().standardizer().isPresent()
            ? "inputs brought to mean 0 and deviation 1, as on the examples trained on"
            : "inputs as they are");
  }

  /** A comparison in a cell of a table. */
  public static String comparison(Comparison c) {
    return c.verdict() == Verdict.NOT_CHECKABLE
        ? "not checkable: " + c.detail().orElse("")
        : c.verdict()
            + ", "
            + reached(c.reached())
            + " "
            + c.bound().unit()
            + " of "
            + String.format(Locale.ROOT, "%.0f", c.bound().allowed());
  }

  private static String reached(double x) {
    return x == 0 ? "0" : x < 0.01 ? "below 0.01" : String.format(Locale.ROOT, "%.2g", x);
  }
}
