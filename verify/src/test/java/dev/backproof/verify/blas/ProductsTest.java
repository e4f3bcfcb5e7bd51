package dev.backproof.verify.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backproof.core.blas.MatrixProduct;
import dev.backproof.core.blas.MatrixProducts;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProductsTest {
  /** Where the build brings a library for it. */
  private static boolean isBrought() {
    return Platform.here().classifier().equals("linux-x86_64");
  }

  @Nested
  class Plain extends ProductContract {
    @Override
    MatrixProduct product() {
      return MatrixProducts.plain();
    }
  }

  @Nested
  class Shared extends ProductContract {
    @Override
    MatrixProduct product() {
      return MatrixProducts.shared();
    }
  }

  @Nested
  class OpenBlas extends ProductContract {
    @Override
    MatrixProduct product() {
      assumeTrue(MatrixProducts.choice().isNative(), MatrixProducts.describe());
      return MatrixProducts.choice().product();
    }
  }

  @Test
  void openBlasIsUsedWhereItIsBrought() {
    assumeTrue(isBrought() && System.getProperty(MatrixProducts.PROPERTY) == null);
    assertTrue(MatrixProducts.describe().startsWith("OpenBLAS "), MatrixProducts.describe());
  }

  @Test
  void oneThreadIsUsedUnlessTheEnvironmentSaysMore() {
    assumeTrue(System.getenv("OPENBLAS_NUM_THREADS") == null);
    assertEquals(1, MatrixProducts.choice().product().threads());
  }
}
