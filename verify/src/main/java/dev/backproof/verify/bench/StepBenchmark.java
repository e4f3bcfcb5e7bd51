package dev.backproof.verify.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The one benchmark there is: a piece of work, given in words. {@link Host} runs it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StepBenchmark {
  /** A {@link Work}. */
  @Param("floor 2 8 2 1")
  @SuppressWarnings("NullAway.Init") // JMH does.
  private String work;

  private Step step = () -> Double.NaN;

  /** Makes the step. */
  @Setup
  public void prepare() {
    step = Work.parse(work).step();
  }

  /** Runs it once. */
  @Benchmark
  public double step(Allocation allocation) {
    return step.run();
  }

  /**
   * The bytes one more step allocates, counted after each iteration on the thread that ran it: by
   * the counter of the JVM for this thread, so nothing that JMH allocates elsewhere is in it.
   */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Allocation {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The sum of what these steps returned, so that they are carried out. */
    private double sink;

    /** Bytes a step. */
    public long bytes;

    /** Counts. */
    @TearDown(Level.Iteration)
    public void count(StepBenchmark benchmark) {
      long before = threads.getCurrentThreadAllocatedBytes();
      sink += benchmark.step.run();
      bytes = threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** The sum, for whoever wants to know. */
    double sink() {
      return sink;
    }
  }
}
