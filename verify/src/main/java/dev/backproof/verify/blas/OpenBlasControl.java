package dev.backproof.verify.blas;

import com.sun.jna.NativeLibrary;
import java.nio.file.Path;

/** What OpenBLAS lets be asked and set beside the products: threads, and what it is. */
final class OpenBlasControl {
  /** Where JNA unpacks what it needs itself; else in the cache of the user. */
  private static final String UNPACKED = "jna.tmpdir";

  private final NativeLibrary library;

  private OpenBlasControl(NativeLibrary library) {
    this.library = library;
  }

  /**
   * Of a library that has been loaded.
   *
   * @throws UnsatisfiedLinkError if it is no OpenBLAS
   */
  static OpenBlasControl of(Path library) {
    unpackBeside(library);
    NativeLibrary loaded = NativeLibrary.getInstance(library.toString());
    // Asked before netlib is: that one would complain to the terminal.
    loaded.getFunction("dgemm_");
    loaded.getFunction("dgemv_");
    return new OpenBlasControl(loaded);
  }

  /** Says that what is needed itself for calls is unpacked where a library is, before any call. */
  static void unpackBeside(Path library) {
    if (System.getProperty(UNPACKED) == null) {
      System.setProperty(UNPACKED, String.valueOf(library.getParent()));
    }
  }

  void setThreads(int threads) {
    library.getFunction("openblas_set_num_threads").invokeVoid(new Object[] {threads});
  }

  int threads() {
    return library.getFunction("openblas_get_num_threads").invokeInt(new Object[0]);
  }

  private String text(String function) {
    return library.getFunction(function).invokeString(new Object[0], false);
  }

  /** Version, kernels and threads: {@code OpenBLAS 0.3.31, Haswell, 1 thread}. */
  String describe() {
    String[] config = text("openblas_get_config").strip().split("\\s+", -1);
    String version = config.length > 1 ? config[0] + " " + config[1] : "OpenBLAS";
    int threads = threads();
    return version
        + ", "
        + text("openblas_get_corename")
        + ", "
        + threads
        + (threads == 1 ? " thread" : " threads");
  }
}
