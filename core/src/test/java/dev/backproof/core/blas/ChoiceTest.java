package dev.backproof.core.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ChoiceTest {
  private static final PlainProduct PLAIN = new PlainProduct();

  private static NativeProvider provider(Supplier<MatrixProduct> load) {
    return new NativeProvider() {
      @Override
      public String name() {
        return "Example";
      }

      @Override
      public MatrixProduct load() {
        return load.get();
      }
    };
  }

  private static NativeProvider broken(String message) {
    return provider(
        () -> {
          throw new IllegalStateException(message);
        });
  }

  private static void assertPlain(String reason, Choice choice) {
    assertSame(PLAIN, choice.product());
    assertFalse(choice.isNative());
    assertEquals(reason, choice.reason());
    assertEquals("plain Java (" + reason + ")", choice.toString());
  }

  @Test
  void aNativeProductThatComputesRightlyIsTaken() {
    PlainProduct candidate = new PlainProduct();
    for (String wanted : List.of("auto", "native")) {
      Choice choice = Choice.of(wanted, List.of(provider(() -> candidate)), PLAIN);
      assertSame(candidate, choice.product());
      assertTrue(choice.isNative());
      assertEquals("passed its self-test", choice.reason());
    }
  }

  @Test
  void thePropertyForbidsIt() {
    NativeProvider never = broken("was asked");
    assertPlain("backproof.blas=plain", Choice.of("plain", List.of(never), PLAIN));
  }

  @Test
  void anUnknownValueMeansPlain() {
    assertPlain(
        "backproof.blas=fast is none of auto, plain, native",
        Choice.of("fast", List.of(provider(PlainProduct::new)), PLAIN));
  }

  @Test
  void withoutAProviderItIsPlain() {
    assertPlain("no native library on the class path", Choice.of("auto", List.of(), PLAIN));
  }

  @Test
  void whatDoesNotLoadIsSaidInOneLine() {
    assertPlain(
        "Example: no library; for this machine",
        Choice.of("native", List.of(broken(" no library;\n  for this machine\n")), PLAIN));
  }

  @Test
  void aLibraryThatDoesNotLinkLeavesPlain() {
    NativeProvider unlinked =
        provider(
            () -> {
              throw new UnsatisfiedLinkError("no such symbol");
            });
    assertPlain("Example: no such symbol", Choice.of("auto", List.of(unlinked), PLAIN));
  }

  @Test
  void anErrorWithoutAMessageIsNamed() {
    assertPlain(
        "Example: NoClassDefFoundError",
        Choice.of(
            "auto",
            List.of(
                provider(
                    () -> {
                      throw new NoClassDefFoundError();
                    })),
            PLAIN));
  }

  @Test
  void aProviderThatCannotBeMadeLeavesPlain() {
    assertPlain(
        "not a subtype",
        Choice.of(
            "auto",
            () -> {
              throw new ServiceConfigurationError("not a subtype");
            },
            PLAIN));
  }

  @Test
  void aProductThatComputesWronglyIsRefused() {
    Choice choice = Choice.of("auto", List.of(provider(Wrong::new)), PLAIN);
    assertSame(PLAIN, choice.product());
    assertTrue(
        choice.reason().startsWith("Example computes wrongly: an error of "), choice.reason());
  }

  @Test
  void theNextProviderGetsItsTurn() {
    PlainProduct good = new PlainProduct();
    List<NativeProvider> both = List.of(broken("gone"), provider(() -> good));
    assertSame(good, Choice.of("auto", both, PLAIN).product());
  }

  /** Forgets β. */
  private static final class Wrong implements MatrixProduct {
    @Override
    public String describe() {
      return "wrong";
    }

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
      PLAIN.multiply(
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
          0,
          c,
          cOffset,
          ldc);
    }
  }
}
