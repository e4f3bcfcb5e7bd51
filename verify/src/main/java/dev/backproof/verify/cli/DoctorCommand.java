package dev.backproof.verify.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says what this machine offers, and tests it. */
@Command(
    name = "doctor",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Says what this machine offers: Java, processors, memory, which library multiplies"
            + " matrices and why. Multiplies some and replays a proof, to see whether both come"
            + " out right.",
    footer = {
      "%nSystem properties (java -D…):",
      "  backproof.blas          auto (default), plain: no native library,",
      "                          native: for every product",
      "  backproof.blas.threads  of the native library (default: the environment's",
      "                          OPENBLAS_NUM_THREADS, else 1)"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:said, whatever it is",
      "2:the command line is wrong",
      "70:an internal error"
    })
final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, or json (default: ${DEFAULT-VALUE}).")
  private DoctorFormat format = DoctorFormat.TEXT;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Examination found = Examination.ofThisMachine();
    terminal
        .results()
        .print(
            switch (format) {
              case TEXT -> found.text();
              case JSON -> found.json();
            });
    return 0;
  }
}
