package dev.backproof.core.blas;

import java.util.Iterator;
import java.util.Locale;
import java.util.ServiceConfigurationError;

/**
 * Which product was chosen, and why.
 *
 * @param product computes
 * @param isNative whether a native library takes part
 * @param reason why it is this one: a line for people
 */
public record Choice(MatrixProduct product, boolean isNative, String reason) {
  /**
   * Decides by the value of the property and by the first provider that loads and passes.
   *
   * @param wanted {@code auto}, {@code plain} or {@code native}
   * @param plain what remains
   */
  static Choice of(String wanted, Iterable<NativeProvider> providers, MatrixProduct plain) {
    return switch (wanted) {
      case "plain" -> new Choice(plain, false, MatrixProducts.PROPERTY + "=plain");
      case "auto", "native" -> first(providers, plain);
      default ->
          new Choice(
              plain,
              false,
              MatrixProducts.PROPERTY + "=" + wanted + " is none of auto, plain, native");
    };
  }

  private static Choice first(Iterable<NativeProvider> providers, MatrixProduct plain) {
    StringBuilder reasons = new StringBuilder();
    try {
      Iterator<NativeProvider> each = providers.iterator();
      while (each.hasNext()) {
        NativeProvider provider = each.next();
        try {
          MatrixProduct candidate = provider.load();
          double error = SelfTest.largestError(candidate);
          if (error <= 1) {
            return new Choice(candidate, true, "passed its self-test");
          }
          add(reasons, provider.name() + " computes wrongly: " + units(error));
        } catch (RuntimeException | LinkageError e) {
          add(reasons, provider.name() + ": " + line(e));
        }
      }
    } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
      add(reasons, line(e));
    }
    return new Choice(
        plain,
        false,
        reasons.isEmpty() ? "no native library on the class path" : reasons.toString());
  }

  private static String units(double error) {
    return String.format(Locale.ROOT, "an error of %.3g times its bound", error);
  }

  private static void add(StringBuilder reasons, String reason) {
    reasons.append(reasons.isEmpty() ? "" : "; ").append(reason);
  }

  /** A message in one line, with the class if there is no message. */
  private static String line(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** The line: {@code plain Java (backproof.blas=plain)}. */
  @Override
  public String toString() {
    return product.describe() + " (" + reason + ")";
  }
}
