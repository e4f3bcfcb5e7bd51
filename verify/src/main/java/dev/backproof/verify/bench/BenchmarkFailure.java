package dev.backproof.verify.bench;

/** A measurement that could not be made; the message is for people. */
public final class BenchmarkFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BenchmarkFailure(String message) {
    super(message);
  }

  BenchmarkFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
