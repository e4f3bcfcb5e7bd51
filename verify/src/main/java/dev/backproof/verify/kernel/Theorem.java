package dev.backproof.verify.kernel;

/**
 * A theorem: two terms are equal, for all sizes and all values of what is free in them, wherever
 * the assumptions of the statement hold; and the left one has a sign.
 *
 * <p>Only the rules of a {@link Kernel} make theorems.
 */
public final class Theorem {
  private final Kernel kernel;
  private final int number;
  private final Conclusion conclusion;

  Theorem(Kernel kernel, int number, Conclusion conclusion) {
    this.kernel = kernel;
    this.number = number;
    this.conclusion = conclusion;
  }

  /** Whether a kernel made it. */
  boolean isOf(Kernel other) {
    return kernel == other;
  }

  /** Its place in the order in which the kernel made theorems, from 0. */
  public int number() {
    return number;
  }

  /** The left side. */
  public Term left() {
    return conclusion.left();
  }

  /** The right side. */
  public Term right() {
    return conclusion.right();
  }

  /** The signs the left side can have; any, unless this is a fact about a sign. */
  public Signs signs() {
    return conclusion.signs();
  }

  @Override
  public String toString() {
    return conclusion.toString();
  }
}
