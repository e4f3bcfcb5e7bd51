package dev.backproof.verify.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Real JVMs, real forks, short times. */
class HostsTest {
  private static final String MAIN = "dev.backproof.verify.cli.BenchHost";

  /** Other benchmarks on this machine are no reason to fail. */
  private static final List<String> OPTIONS = List.of("-Djmh.ignoreLock=true", "-Xmx256m");

  private static final Timing SHORT = new Timing(1, 3, 20);

  private static final Sizes SIZES = new Sizes(2, 8, 2, 1);

  @Test
  void aForkMeasuresTimesAndBytes() {
    try (Hosts hosts = new Hosts(MAIN, OPTIONS)) {
      Sample loops = hosts.measure(Work.of(Variant.PLAIN_LOOPS, SIZES), 1, SHORT);
      assertEquals(3, loops.nanoseconds().size());
      // A step of 100 multiplications takes some nanoseconds, and no millisecond.
      assertTrue(loops.median() > 1 && loops.median() < 1e6, loops::toString);
      assertEquals(0, loops.bytes());
      // On tensors every result is a new array.
      Sample eager = hosts.measure(Work.of(Variant.GRAPH_EAGER, SIZES), 1, SHORT);
      assertTrue(eager.bytes() > 1000, eager::toString);
      assertTrue(!hosts.products(1).isBlank());
    }
  }

  @Test
  void theNumberOfThreadsIsThatOfTheEnvironment() {
    try (Hosts hosts = new Hosts(MAIN, OPTIONS)) {
      String said = hosts.products(2);
      assertTrue(said.contains("2 threads") || said.startsWith("plain"), said);
    }
  }

  @Test
  void whatFailsInAForkIsSaid() {
    try (Hosts hosts = new Hosts(MAIN, OPTIONS)) {
      Work broken = new Work(Variant.FLOOR, List.of(0, 8, 2, 1));
      String message =
          assertThrows(BenchmarkFailure.class, () -> hosts.measure(broken, 1, SHORT)).getMessage();
      assertTrue(
          String.valueOf(message).startsWith("floor 0 8 2 1: not measured: ")
              && String.valueOf(message).contains("wants at least one input"),
          message);
      // And the host goes on.
      assertEquals(3, hosts.measure(Work.of(Variant.FLOOR, SIZES), 1, SHORT).nanoseconds().size());
    }
  }

  @Test
  void aHostThatDoesNotStartSaysWhy() {
    try (Hosts hosts = new Hosts("dev.backproof.Nowhere", OPTIONS)) {
      Work work = Work.of(Variant.FLOOR, SIZES);
      String message =
          assertThrows(BenchmarkFailure.class, () -> hosts.measure(work, 1, SHORT)).getMessage();
      assertTrue(String.valueOf(message).contains("dev.backproof.Nowhere"), message);
    }
  }

  @Test
  void memoryAndKernelsArePassedOnThreadsAreNot() {
    assertEquals(
        List.of("-Xmx2g", "-Dbackproof.blas=plain", "-XX:+UseSerialGC"),
        Hosts.options(
            List.of(
                "-Xmx2g",
                "-Dbackproof.blas=plain",
                "-Dbackproof.blas.threads=7",
                "-Xlog:gc",
                "-agentlib:jdwp=x",
                "-Duser.dir=x",
                "-XX:+UseSerialGC")));
  }
}
