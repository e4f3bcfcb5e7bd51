package dev.backproof.verify.bench;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a node of the graph costs when its numbers cost nothing: a chain of 1000 scalar products,
 * nanoseconds a node.
 *
 * <p>Run with the others, see {@link GradientBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChainBenchmark {
  private static final int NODES = 1000;

  private final DenseTensor w = DenseTensor.scalar(1.001);

  /** The products without a tape: the floor. */
  @Benchmark
  @OperationsPerInvocation(NODES)
  public DenseTensor compute() {
    DenseTensor y = w;
    for (int i = 0; i < NODES; i++) {
      y = y.times(w);
    }
    return y;
  }

  /** Recorded only. */
  @Benchmark
  @OperationsPerInvocation(NODES)
  public DenseTensor record() {
    return chain(new Tape<DenseTensor>().variable(w)).primal();
  }

  /** Recorded and swept back. */
  @Benchmark
  @OperationsPerInvocation(NODES)
  public DenseTensor recordAndSweep() {
    Var<DenseTensor> v = new Tape<DenseTensor>().variable(w);
    return chain(v).backward().of(v);
  }

  /** As {@link #recordAndSweep}, but the factor is a constant: a node has one active operand. */
  @Benchmark
  @OperationsPerInvocation(NODES)
  public DenseTensor oneActiveOperand() {
    Var<DenseTensor> v = new Tape<DenseTensor>().variable(w);
    Var<DenseTensor> factor = Var.constant(w);
    Var<DenseTensor> y = v;
    for (int i = 0; i < NODES; i++) {
      y = y.times(factor);
    }
    return y.backward().of(v);
  }

  private static Var<DenseTensor> chain(Var<DenseTensor> v) {
    Var<DenseTensor> y = v;
    for (int i = 0; i < NODES; i++) {
      y = y.times(v);
    }
    return y;
  }
}
