package dev.backproof.core.blas;

import java.util.ServiceLoader;

/**
 * The product this JVM uses: a native one where it loads and computes rightly, else plain Java.
 *
 * <p>Chosen once, at the first use, and it never fails: whatever is wrong with a native library
 * leaves plain Java, and {@link #describe} says why. Nothing is printed. The system property
 * {@value #PROPERTY} decides:
 *
 * <ul>
 *   <li>{@code auto}, or no such property: native for large products, plain for small ones; the
 *       sizes alone say which, see {@link SizedProduct};
 *   <li>{@code plain}: plain, no native library is looked for;
 *   <li>{@code native}: native for every product, where there is one;
 *   <li>anything else: plain.
 * </ul>
 *
 * <p>So results are the same, bit for bit, for the same choice, library and number of threads.
 */
public final class MatrixProducts {
  /** The system property that allows, forbids or prefers a native library. */
  public static final String PROPERTY = "backproof.blas";

  /** Filled when it is first asked for. */
  private static final class Chosen {
    static final Choice CHOICE =
        Choice.of(
            System.getProperty(PROPERTY, "auto"),
            ServiceLoader.load(NativeProvider.class, NativeProvider.class.getClassLoader()));
    static final MatrixProduct PRODUCT = CHOICE.product();
  }

  private MatrixProducts() {}

  /** The product every tensor of this JVM is multiplied by. */
  public static MatrixProduct shared() {
    return Chosen.PRODUCT;
  }

  /** What was chosen, and why. */
  public static Choice choice() {
    return Chosen.CHOICE;
  }

  /** One line: what computes products here, and why. */
  public static String describe() {
    return Chosen.CHOICE.toString();
  }
}
