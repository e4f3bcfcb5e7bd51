package dev.backproof.verify.bench;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.core.DenseTensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the tape itself costs: the gradient of Σw² of three numbers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class TapeBench {
  private final DenseTensor w = DenseTensor.vector(1, 2, 3);

  /** Records, sweeps, and reads the gradient. */
  @Benchmark
  public DenseTensor gradientOfASumOfSquares() {
    var tape = new Tape<DenseTensor>();
    var v = tape.variable(w);
    return v.times(v).sum().backward().of(v);
  }
}
