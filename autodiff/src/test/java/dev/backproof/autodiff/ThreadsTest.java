package dev.backproof.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Functions;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the package says may be shared between threads. */
class ThreadsTest {
  private static <T extends Tensor<T>> T network(T w1, T b1, T w2, T x) {
    T hidden = w1.matmul(x).plus(b1).map(Elementary.TANH);
    return Functions.logSumExp(w2.matmul(hidden));
  }

  @Test
  void threadsThatShareAFormulaAndItsOperandsGetTheSameBits() throws Exception {
    int threads = 16;
    Formula loss = Formula.of(ThreadsTest::network);
    RandomTensors random = RandomTensors.seeded(11);
    List<DenseTensor> at =
        Stream.of(Shape.of(30, 20), Shape.of(30), Shape.of(10, 30), Shape.of(20))
            .map(random::normal)
            .toList();
    CountDownLatch together = new CountDownLatch(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<List<List<DenseTensor>>>> futures = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      futures.add(
          pool.submit(
              () -> {
                together.countDown();
                together.await();
                List<List<DenseTensor>> results = new ArrayList<>();
                for (int run = 0; run < 10; run++) {
                  results.add(Differentiation.grad(loss, at, 4));
                  results.add(Differentiation.hvp(loss, at, at));
                }
                return results;
              }));
    }
    List<List<DenseTensor>> alone = new ArrayList<>();
    alone.add(Differentiation.grad(loss, at, 4));
    alone.add(Differentiation.hvp(loss, at, at));
    List<List<DenseTensor>> expected =
        Collections.nCopies(10, alone).stream().flatMap(List::stream).toList();
    for (Future<List<List<DenseTensor>>> future : futures) {
      assertEquals(expected, future.get());
    }
    pool.shutdown();
  }
}
