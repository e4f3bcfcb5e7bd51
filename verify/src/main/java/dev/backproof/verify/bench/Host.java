package dev.backproof.verify.bench;

import dev.backproof.core.blas.MatrixProducts;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The JVM in which JMH runs: it reads a line, has a JVM forked that measures, writes a line.
 *
 * <p>{@code describe} is answered by what multiplies matrices; {@code WARMUPS ITERATIONS MILLIS
 * WORK} by {@code ok} and a {@link Sample}, or by {@code failed} and the reason. It ends with its
 * input, and so do its forks, even in the middle of a measurement.
 */
public final class Host {
  private static final String END = "";

  private Host() {}

  /** Serves until there are no more lines. */
  public static void serve(BufferedReader in, PrintStream out) throws InterruptedException {
    BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(in, requests), "requests");
    reader.setDaemon(true);
    reader.start();
    for (String line = requests.take(); !line.equals(END); line = requests.take()) {
      out.println(line.equals("describe") ? MatrixProducts.describe() : answer(line));
      out.flush();
    }
  }

  /** Passes lines on; at their end, nobody waits for what is running. */
  private static void read(BufferedReader in, BlockingQueue<String> requests) {
    try {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        requests.add(line);
      }
    } catch (IOException e) {
      // the other side is gone
    }
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    requests.add(END);
  }

  private static String answer(String request) {
    String[] words = request.split(" ", 4);
    Timing timing =
        new Timing(
            Integer.parseInt(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      return "ok " + run(Work.parse(words[3]), timing, said).line();
    } catch (RunnerException | RuntimeException e) {
      return "failed " + reason(e, said.toString(StandardCharsets.UTF_8));
    }
  }

  private static Sample run(Work work, Timing timing, ByteArrayOutputStream said)
      throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include(Pattern.quote(StepBenchmark.class.getName() + ".step") + "$")
            .param("work", work.toString())
            .forks(1)
            .threads(1)
            .timeUnit(TimeUnit.NANOSECONDS)
            .warmupIterations(timing.warmups())
            .warmupTime(TimeValue.milliseconds(timing.millis()))
            .measurementIterations(timing.iterations())
            .measurementTime(TimeValue.milliseconds(timing.millis()))
            .shouldFailOnError(true)
            .build();
    try (PrintStream talk = new PrintStream(said, true, StandardCharsets.UTF_8)) {
      RunResult result =
          new Runner(options, OutputFormatFactory.createFormatInstance(talk, VerboseMode.NORMAL))
              .runSingle();
      List<Double> times = new ArrayList<>();
      double bytes = 0;
      for (var fork : result.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          times.add(iteration.getPrimaryResult().getScore());
          Result<?> counted = iteration.getSecondaryResults().get("bytes");
          bytes = counted == null ? Double.NaN : counted.getScore();
        }
      }
      return new Sample(times, Math.round(bytes));
    }
  }

  /** The first line of what went wrong: of the exception that was thrown, else of what JMH said. */
  private static String reason(Exception e, String said) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause.getSuppressed().length > 0) {
      cause = cause.getSuppressed()[0];
    }
    String line = cause == e ? lastSaid(said, e) : cause.toString();
    return line.strip().replaceFirst("^ERROR: ", "").replaceAll("\\s*\\R\\s*", " ");
  }

  private static String lastSaid(String said, Exception e) {
    return said.lines()
        .filter(line -> line.contains("forked VM failed") || line.contains("Error"))
        .findFirst()
        .orElse(String.valueOf(e.getMessage()));
  }
}
