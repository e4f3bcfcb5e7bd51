package dev.backproof.verify.bench.report;

import dev.backproof.verify.bench.BenchReport;

/** What was measured, as one page. */
public final class BenchPage {
  private BenchPage() {}

  /** The page. */
  public static String format(BenchReport report) {
    return BenchTable.format(report);
  }
}
