package dev.backproof.verify.bench;

/** Where work is timed. */
public interface Laboratory {
  /**
   * Times a piece of work in a fresh JVM.
   *
   * @param threads of the library that multiplies matrices
   * @throws BenchmarkFailure if that JVM fails
   */
  Sample measure(Work work, int threads, Timing timing);

  /** What multiplies matrices there, in words. */
  String products(int threads);
}
