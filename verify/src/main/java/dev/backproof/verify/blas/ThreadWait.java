package dev.backproof.verify.blas;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * How long a thread of OpenBLAS looks for work before it sleeps, if there are several.
 *
 * <p>Left alone each looks for a tenth of a second, on a processor that the garbage collector
 * wants. If it sleeps at once, it has to be woken for each product. {@value #EXPONENT}, 2¹⁸ ticks,
 * are a tenth of a millisecond, longer than what lies between most products.
 */
final class ThreadWait {
  /** The environment variable of OpenBLAS, which reads it once, when it is loaded. */
  static final String VARIABLE = "OPENBLAS_THREAD_TIMEOUT";

  private static final String EXPONENT = "18";

  private ThreadWait() {}

  /**
   * Says it in the environment of this process, unless somebody has said otherwise.
   *
   * @throws UnsatisfiedLinkError if no function can be called here
   */
  static void shorten() {
    if (!Platform.isWindows()) { // which has no such function: there OpenBLAS keeps its own time
      NativeLibrary.getInstance(Platform.C_LIBRARY_NAME)
          .getFunction("setenv")
          .invokeInt(new Object[] {VARIABLE, EXPONENT, 0});
    }
  }
}
