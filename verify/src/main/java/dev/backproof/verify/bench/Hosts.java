package dev.backproof.verify.bench;

import dev.backproof.verify.blas.OpenBlasProvider;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The hosts of this machine, one for each number of threads, started when they are first needed.
 *
 * <p>They end when this is closed, or with this JVM.
 */
public final class Hosts implements Laboratory, AutoCloseable {
  private static final Pattern PASSED_ON =
      Pattern.compile("-X(m[sx]|s[sh]|int|comp|X:)|-Dbackproof\\.|--add-modules");

  private final List<String> options;
  private final String main;
  private final Map<Integer, HostProcess> running = new TreeMap<>();

  /**
   * Hosts that are yet to be started.
   *
   * @param main the class whose main method has {@link Host} serve its standard streams
   * @param options for the JVMs, as on a command line
   */
  public Hosts(String main, List<String> options) {
    this.main = main;
    this.options = List.copyOf(options);
  }

  /**
   * What this JVM was told about memory, compiler and kernels, for those that measure; the number
   * of threads is not among it.
   */
  public static List<String> optionsOfThisJvm() {
    return options(ManagementFactory.getRuntimeMXBean().getInputArguments());
  }

  static List<String> options(List<String> arguments) {
    return arguments.stream()
        .filter(argument -> PASSED_ON.matcher(argument).lookingAt())
        .filter(argument -> !argument.startsWith("-D" + OpenBlasProvider.THREADS))
        .toList();
  }

  @Override
  public Sample measure(Work work, int threads, Timing timing) {
    String request =
        timing.warmups() + " " + timing.iterations() + " " + timing.millis() + " " + work;
    String answer = host(threads).ask(request);
    if (answer.startsWith("ok ")) {
      return Sample.parse(answer.substring("ok ".length()));
    }
    throw new BenchmarkFailure(work + ": not measured: " + answer.replaceFirst("^failed ", ""));
  }

  @Override
  public String products(int threads) {
    return host(threads).ask("describe");
  }

  private HostProcess host(int threads) {
    return running.computeIfAbsent(threads, t -> HostProcess.start(main, options, t));
  }

  @Override
  public void close() {
    running.values().forEach(HostProcess::close);
    running.clear();
  }
}
