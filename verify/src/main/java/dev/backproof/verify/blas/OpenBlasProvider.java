package dev.backproof.verify.blas;

import dev.backproof.core.blas.MatrixProduct;
import dev.backproof.core.blas.NativeProvider;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads OpenBLAS from the class path.
 *
 * <p>It runs with one thread, unless the environment variable {@code OPENBLAS_NUM_THREADS} or the
 * system property {@value #THREADS} says otherwise: at these sizes more threads make one product
 * slow at some calls, and the order of its sums depends on their number.
 */
public final class OpenBlasProvider implements NativeProvider {
  /** The system property for the number of threads; it wins over the environment. */
  public static final String THREADS = "backproof.blas.threads";

  /** Of OpenBLAS itself. */
  private static final String ENVIRONMENT = "OPENBLAS_NUM_THREADS";

  /** Does nothing: for the service loader. */
  public OpenBlasProvider() {}

  @Override
  public String name() {
    return "OpenBLAS";
  }

  /**
   * Unpacks the library, loads it, fixes its number of threads.
   *
   * @throws IllegalStateException if there is none for this platform, or it does not load
   */
  @Override
  public MatrixProduct load() {
    int threads = threads();
    Platform platform = Platform.here();
    List<String> files = platform.files(OpenBlasProvider.class.getClassLoader());
    try {
      List<Path> libraries = LibraryFolder.unpack(platform.folder(), files);
      if (threads > 1) {
        OpenBlasControl.unpackBeside(libraries.get(0));
        ThreadWait.shorten();
      }
      for (Path library : libraries) {
        if (!platform.isLibrary(library)) {
          // Java warns on the terminal of what is none.
          throw new IllegalStateException("does not load: " + library + " is no library");
        }
        System.load(library.toString());
      }
      Path library = libraries.get(libraries.size() - 1);
      OpenBlasControl control = OpenBlasControl.of(library);
      control.setThreads(threads);
      return OpenBlasProduct.of(library, control);
    } catch (IOException e) {
      throw new IllegalStateException("not unpacked: " + reason(e), e);
    } catch (UnsatisfiedLinkError e) {
      throw new IllegalStateException("does not load: " + e.getMessage(), e);
    } catch (NoClassDefFoundError e) {
      throw new IllegalStateException("not on the class path: " + e.getMessage(), e);
    }
  }

  /** The number asked for; OpenBLAS takes all processors where it cannot read its variable. */
  private static int threads() {
    String asked = System.getProperty(THREADS);
    if (asked != null) {
      return threads(THREADS, asked);
    }
    String environment = System.getenv(ENVIRONMENT);
    return environment == null || environment.isBlank() ? 1 : threads(ENVIRONMENT, environment);
  }

  private static int threads(String name, String asked) {
    try {
      int threads = Integer.parseInt(asked);
      if (threads > 0) {
        return threads;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalStateException(name + "=" + asked + " is no number of threads");
  }

  /** Messages of the file system are often the name of the file only. */
  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException denied) {
      return "no access to " + denied.getFile();
    }
    return e instanceof FileSystemException ? e.toString() : String.valueOf(e.getMessage());
  }
}
