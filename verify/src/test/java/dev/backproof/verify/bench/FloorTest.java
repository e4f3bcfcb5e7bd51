package dev.backproof.verify.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.blas.MatrixProduct;
import dev.backproof.core.blas.MatrixProducts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FloorTest {
  private static final Sizes SIZES = new Sizes(5, 7, 3, 11);

  /** Multiplies, and notes what it was asked for. */
  private static final class Noted implements MatrixProduct {
    final List<String> calls = new ArrayList<>();
    final List<double[]> targets = new ArrayList<>();
    final List<double[]> operands = new ArrayList<>();

    @Override
    public void multiply(
        boolean transposeA,
        boolean transposeB,
        int rows,
        int columns,
        int inner,
        double alpha,
        double[] a,
        int aOffset,
        int lda,
        double[] b,
        int bOffset,
        int ldb,
        double beta,
        double[] c,
        int cOffset,
        int ldc) {
      calls.add(
          (transposeA ? "T" : "N")
              + (transposeB ? "T" : "N")
              + (" " + rows + "x" + columns + "x" + inner)
              + (beta == 0 ? "" : beta == 1 ? " added" : " ?"));
      operands.add(a);
      operands.add(b);
      targets.add(c);
      MatrixProducts.plain()
          .multiply(
              transposeA,
              transposeB,
              rows,
              columns,
              inner,
              alpha,
              a,
              aOffset,
              lda,
              b,
              bOffset,
              ldb,
              beta,
              c,
              cOffset,
              ldc);
    }

    @Override
    public String describe() {
      return "noted";
    }
  }

  @Test
  void multipliesWhatAStepHasToMultiply() {
    Noted noted = new Noted();
    Floor.with(noted, SIZES).run();
    assertEquals(
        List.of(
            "NT 11x7x5", // HA [n×h] = X·W1ᵀ
            "NT 11x3x7", // OA [n×m] = HS·W2ᵀ
            "NN 11x7x3", // GH [n×h] = G·W2
            "TN 3x7x11 added", // W2 [m×h] += Gᵀ·HS
            "TN 7x5x11 added"), // W1 [h×d] += GHᵀ·X
        noted.calls);
    // The weights that are read are those that are updated, the GH that is made is read.
    assertSame(noted.operands.get(1), noted.targets.get(4));
    assertSame(noted.operands.get(3), noted.targets.get(3));
    assertSame(noted.targets.get(2), noted.operands.get(8));
  }

  @Test
  void usesTheSameArraysAgain() {
    Noted noted = new Noted();
    Floor floor = Floor.with(noted, SIZES);
    floor.run();
    floor.run();
    for (int i = 0; i < 5; i++) {
      assertSame(noted.targets.get(i), noted.targets.get(i + 5));
    }
  }

  @Test
  void staysFiniteHoweverOftenItRuns() {
    Step floor = Floor.of(new Sizes(2, 8, 2, 1));
    double sum = Stream.generate(floor::run).limit(10_000).mapToDouble(x -> x).sum();
    assertTrue(Double.isFinite(sum));
  }
}
