package dev.backproof.core.blas;

import java.util.ServiceLoader;

/**
 * The product this JVM uses: a native one where it loads and computes rightly, else plain Java.
 *
 * <p>Chosen once, at the first large product, and it never fails: whatever is wrong with a native
 * library leaves plain Java, and {@link #describe} says why. Nothing is printed. The system
 * property {@value #PROPERTY}, read at the first use, decides:
 *
 * <ul>
 *   <li>{@code auto}, or no such property: native for large products, plain for small ones; the
 *       extents alone say which;
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

  private static final String AUTO = "auto";

  private static final MatrixProduct PLAIN = new PlainProduct();

  private static final MatrixProduct SHARED =
      wanted().equals(AUTO) ? new SizedProduct(MatrixProducts::large, PLAIN) : large();

  /** Filled when it is first asked for: small products load no library. */
  private static final class Chosen {
    static final Choice CHOICE =
        Choice.of(
            wanted(),
            ServiceLoader.load(NativeProvider.class, NativeProvider.class.getClassLoader()),
            PLAIN);
    static final MatrixProduct PRODUCT = CHOICE.product();
  }

  private MatrixProducts() {}

  private static String wanted() {
    return System.getProperty(PROPERTY, AUTO);
  }

  private static MatrixProduct large() {
    return Chosen.PRODUCT;
  }

  /** The product every tensor of this JVM is multiplied by. */
  public static MatrixProduct shared() {
    return SHARED;
  }

  /** The plain one, whatever was chosen. */
  public static MatrixProduct plain() {
    return PLAIN;
  }

  /** What computes large products, and why; looks for a library if nobody has. */
  public static Choice choice() {
    return Chosen.CHOICE;
  }

  /** One line: what computes products here, and why. */
  public static String describe() {
    Choice choice = choice();
    return choice.isNative() && SHARED instanceof SizedProduct
        ? choice + ", small products in " + PLAIN.describe()
        : choice.toString();
  }
}
