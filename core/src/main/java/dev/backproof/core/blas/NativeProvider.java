package dev.backproof.core.blas;

/**
 * Brings a product computed by a library of the machine; found by {@link java.util.ServiceLoader}.
 *
 * <p>An implementation has a public constructor without arguments that does nothing. What can fail
 * happens in {@link #load}, which is called at most once in a JVM, by {@link MatrixProducts}.
 */
public interface NativeProvider {
  /** What it brings, in a word or two: {@code OpenBLAS}. */
  String name();

  /**
   * Loads the library.
   *
   * @return the product, which need not be good at small sizes
   * @throws IllegalStateException if there is none for this machine; its message is shown to people
   */
  MatrixProduct load();
}
