package dev.backproof.verify.cli;

import dev.backproof.verify.bench.BenchReport;
import dev.backproof.verify.bench.Campaign;
import dev.backproof.verify.bench.Hosts;
import dev.backproof.verify.bench.Schedule;
import dev.backproof.verify.bench.Sizes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Times training steps by the graph and by the closed form. */
@Command(
    name = "bench",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Times a training step of the notes' network by the graph and by the closed form, eager"
            + " and traced, beside plain loops and the bare products of matrices. Takes about"
            + " half an hour; leave the machine alone meanwhile.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured",
      "2:the command line is wrong",
      "5:the file cannot be written",
      "70:a measurement failed, or an internal error",
      "130:interrupted"
    })
final class BenchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Option(
      names = "--sizes",
      paramLabel = "d,h,m,n",
      description = "One more size: inputs, hidden units, classes, examples.")
  private Optional<Sizes> sizes = Optional.empty();

  @Option(names = "--quick", description = "Fewer sizes, one round: under a minute.")
  private boolean quick;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, or html (default: by the file's ending, otherwise text).")
  private Optional<BenchFormat> format = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where it goes (default: standard output); several for several formats.")
  private List<Path> outputs = List.of();

  @Option(names = "--quiet", description = "Results only: no progress, no talk.")
  private boolean quiet;

  BenchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Map<Path, BenchFormat> files = new LinkedHashMap<>();
    outputs.forEach(file -> files.put(file, formatOf(file)));
    outputs.forEach(ReportFile::prepare);
    List<Sizes> more = new ArrayList<>();
    sizes.ifPresent(more::add);
    Schedule schedule = quick ? Schedule.quick(more) : Schedule.full(more);
    Terminal talk = quiet ? terminal.quiet() : terminal;
    BenchReport report = measure(schedule, talk);
    files.forEach((file, form) -> ReportFile.write(file, form.format(report)));
    if (outputs.isEmpty()) {
      terminal.results().print(format.orElse(BenchFormat.TEXT).format(report));
    }
    return 0;
  }

  private BenchFormat formatOf(Path file) {
    try {
      return format.orElseGet(() -> BenchFormat.of(file));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private BenchReport measure(Schedule schedule, Terminal talk) {
    talk.talk()
        .println(
            "Measuring in "
                + schedule.forks()
                + " JVMs, about "
                + duration(schedule.seconds())
                + "; leave the machine alone meanwhile");
    try (Hosts hosts = new Hosts(BenchHost.class.getName(), Hosts.optionsOfThisJvm());
        Progress progress = Progress.of(talk, schedule.forks())) {
      return new Campaign(schedule, hosts, progress::step).run();
    }
  }

  private static String duration(long seconds) {
    return seconds < 100 ? seconds + " seconds" : (seconds + 30) / 60 + " minutes";
  }
}
