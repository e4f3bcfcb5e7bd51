package dev.backproof.verify.bench;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.mlp.Initialization;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.mlp.closedform.ClosedForm;
import dev.backproof.mlp.graph.GraphGradient;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One gradient of the notes' network by the graph and by the closed form, and the forward pass that
 * both contain: float64, one thread, microseconds a call.
 *
 * <p>The command {@code mvn -P benchmark verify} builds and runs every benchmark in about 15
 * minutes: one fork each, five seconds of warm-up, five of measurement. Another choice, such as
 * three forks of one benchmark: {@code -Dbenchmark.args="GradientBenchmark -f 3"}.
 *
 * <p>The graph computes the loss too, which the closed form does not need; forward does not.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class GradientBenchmark {
  private static final Network NETWORK = Network.NOTES;

  /** Inputs × hidden units × classes × examples. */
  @Param({"2x8x2x1", "64x64x10x32", "784x128x10x32"})
  @SuppressWarnings("NullAway.Init") // JMH does.
  private String sizes;

  private Parameters<DenseTensor> p = Initialization.uniform(1, 1, 1, RandomTensors.seeded(1));
  private DenseTensor x = DenseTensor.scalar(0);
  private DenseTensor y = DenseTensor.scalar(0);

  /** The point: a single example is a vector, more are a matrix. */
  @Setup
  public void draw() {
    int[] s = Arrays.stream(sizes.split("x", -1)).mapToInt(Integer::parseInt).toArray();
    RandomTensors random = RandomTensors.seeded(1);
    p = Initialization.uniform(s[0], s[1], s[2], random);
    boolean single = s[3] == 1;
    x = random.uniform(0, 1, single ? Shape.of(s[0]) : Shape.of(s[3], s[0]));
    y = random.labels(s[2], single ? Shape.SCALAR : Shape.of(s[3]));
  }

  /** Recorded and swept back. */
  @Benchmark
  public Parameters<DenseTensor> graph() {
    return GraphGradient.loss(NETWORK, p, x, y);
  }

  /** By hand. */
  @Benchmark
  public Parameters<DenseTensor> closedForm() {
    return ClosedForm.of(x).gradients(NETWORK, p, x, Network.target(p, y)).parameters();
  }

  /** The softmax of the logits, on numbers alone. */
  @Benchmark
  public DenseTensor forward() {
    return NETWORK.forward(p, x).os();
  }
}
