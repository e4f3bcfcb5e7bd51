package dev.backproof.verify.cli;

import dev.backproof.verify.bench.BenchReport;
import dev.backproof.verify.bench.report.BenchJson;
import dev.backproof.verify.bench.report.BenchPage;
import dev.backproof.verify.bench.report.BenchTable;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The formats in which a benchmark is reported. */
enum BenchFormat {
  /** Tables. */
  TEXT,
  /** One object. */
  JSON,
  /** One page. */
  HTML;

  /**
   * The format that the ending of a file's name says: json or html, text for txt or no ending.
   *
   * @throws IllegalArgumentException if it says another
   */
  static BenchFormat of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (ending.equals(name) || ending.equals("txt")) {
      return TEXT;
    }
    return Stream.of(JSON, HTML)
        .filter(format -> ending.equals(format.toString()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the ending of " + file + " is none of .txt, .json, .html; say --format"));
  }

  /** A report in this format. */
  String format(BenchReport report) {
    return switch (this) {
      case TEXT -> BenchTable.format(report);
      case JSON -> BenchJson.format(report);
      case HTML -> BenchPage.format(report);
    };
  }

  /** What is typed for it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
