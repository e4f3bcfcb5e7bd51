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
 * <p>Large is a product of 1,000 multiply-adds or more. Nanoseconds a call on a processor with
 * AVX-512, one thread, Java 17, OpenBLAS 0.3.31 (the machine was shared: read them as ratios):
 *
 * <table>
 * <caption>op(A)·op(B) by extents</caption>
 * <tr><th>rows × columns × inner</th><th>multiply-adds</th><th>plain</th><th>native</th><th>plain / native</th></tr>
 * <tr><td>1 × 8 × 2, Bᵀ</td><td>16</td><td>26</td><td>145</td><td>0.18</td></tr>
 * <tr><td>4 × 4 × 4</td><td>64</td><td>57</td><td>190</td><td>0.30</td></tr>
 * <tr><td>16 × 1 × 16</td><td>256</td><td>136</td><td>171</td><td>0.80</td></tr>
 * <tr><td>2 × 16 × 16, Bᵀ</td><td>512</td><td>214</td><td>301</td><td>0.71</td></tr>
 * <tr><td>8 × 8 × 8</td><td>512</td><td>238</td><td>194</td><td>1.2</td></tr>
 * <tr><td>10 × 10 × 10</td><td>1,000</td><td>474</td><td>237</td><td>2.0</td></tr>
 * <tr><td>1 × 32 × 32</td><td>1,024</td><td>408</td><td>229</td><td>1.8</td></tr>
 * <tr><td>64 × 32 × 2, Bᵀ</td><td>4,096</td><td>1,720</td><td>770</td><td>2.2</td></tr>
 * <tr><td>16 × 16 × 16</td><td>4,096</td><td>840</td><td>280</td><td>3.0</td></tr>
 * <tr><td>32 × 10 × 64, Bᵀ</td><td>20,480</td><td>3,560</td><td>1,010</td><td>3.5</td></tr>
 * <tr><td>64 × 64 × 32, Aᵀ</td><td>131,072</td><td>13,900</td><td>3,490</td><td>4.0</td></tr>
 * <tr><td>32 × 128 × 784, Bᵀ</td><td>3,211,264</td><td>376,000</td><td>146,000</td><td>2.6</td></tr>
 * <tr><td>512 × 512 × 1</td><td>262,144</td><td>102,000</td><td>106,000</td><td>0.96</td></tr>
 * </table>
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
