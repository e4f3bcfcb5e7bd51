package dev.backproof.verify.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A {@link Host} seen from the JVM that started it. */
final class HostProcess implements AutoCloseable {
  /** Forks of JMH do not read the manifest of the jar; newer JVMs warn about both. */
  private static final List<String> QUIET =
      List.of("--enable-native-access=ALL-UNNAMED", "-Dsun.misc.unsafe.memory.access=allow");

  /** How a JVM ends that was interrupted. */
  private static final int INTERRUPTED = 130;

  private static final int GRACE_MILLIS = 5000;

  private final Process process;
  private final Writer requests;
  private final BufferedReader answers;
  private final Path complaints;
  private final Thread atExit = new Thread(this::end);
  private volatile boolean ending;

  private HostProcess(Process process, Path complaints) {
    this.process = process;
    this.complaints = complaints;
    requests =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  static HostProcess start(String main, List<String> options, int threads) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUIET);
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main);
    try {
      Path complaints = Files.createTempFile("backproof-bench-", ".txt");
      complaints.toFile().deleteOnExit();
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(complaints.toFile());
      Map<String, String> environment = builder.environment();
      environment.put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
      // With these, Java itself talks.
      environment.keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
      return new HostProcess(builder.start(), complaints);
    } catch (IOException e) {
      throw new BenchmarkFailure("the JVM that measures is not started: " + e, e);
    }
  }

  /** A line for a line. */
  String ask(String request) {
    try {
      requests.write(request + "\n");
      requests.flush();
      String answer = answers.readLine();
      if (answer != null) {
        return answer;
      }
    } catch (IOException e) {
      // it has ended: said below
    }
    awaitInterrupt();
    throw new BenchmarkFailure(
        "the JVM that measures has ended, asked for '" + request + "': " + complaint());
  }

  /** The first line it complained with. */
  private String complaint() {
    try {
      String first =
          Files.readString(complaints).lines().filter(l -> !l.isBlank()).findFirst().orElse("");
      return first.isEmpty() ? "exit code " + process.exitValue() : first;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Whoever presses Ctrl-C interrupts both JVMs: the end of this one is near, and says enough. */
  private void awaitInterrupt() {
    try {
      if (process.waitFor() == INTERRUPTED || ending) {
        Thread.sleep(GRACE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    ending = true;
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    end();
    Runtime.getRuntime().removeShutdownHook(atExit);
    complaints.toFile().delete();
  }
}
