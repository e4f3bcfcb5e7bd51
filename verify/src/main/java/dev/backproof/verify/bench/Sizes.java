package dev.backproof.verify.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The extents of a training step.
 *
 * @param d inputs
 * @param h hidden units
 * @param m classes
 * @param n examples; one example is a vector, more are a matrix
 */
public record Sizes(int d, int h, int m, int n) {
  /** From where every nanosecond counts to where products of matrices are all that counts. */
  public static final List<Sizes> STANDARD =
      List.of(
          new Sizes(2, 8, 2, 1),
          new Sizes(2, 32, 2, 64),
          new Sizes(64, 64, 10, 32),
          new Sizes(784, 128, 10, 32),
          new Sizes(784, 256, 10, 256),
          new Sizes(1024, 1024, 100, 256));

  private static final Pattern FORM = Pattern.compile("(\\d+),(\\d+),(\\d+),(\\d+)");

  /** Of each matrix of a step, 512 MiB of numbers. */
  private static final long MOST_ENTRIES = 1L << 26;

  /**
   * Refuses what no step can be made of.
   *
   * @throws IllegalArgumentException if an extent is not positive, or an array would be too large
   */
  public Sizes {
    if (d < 1 || h < 1 || m < 1 || n < 1) {
      throw new IllegalArgumentException(
          "wants at least one input, hidden unit, class and example, not " + text(d, h, m, n));
    }
    long most =
        Math.max(
            Math.max((long) n * d, (long) n * h),
            Math.max(Math.max((long) h * d, (long) m * h), (long) n * m));
    if (most > MOST_ENTRIES) {
      throw new IllegalArgumentException(
          text(d, h, m, n) + " makes a matrix of " + most + " entries, at most " + MOST_ENTRIES);
    }
  }

  /**
   * Reads {@code d,h,m,n}.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static Sizes parse(String text) {
    Matcher form = FORM.matcher(text.replace(" ", ""));
    try {
      if (form.matches()) {
        return new Sizes(
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)),
            Integer.parseInt(form.group(3)),
            Integer.parseInt(form.group(4)));
      }
    } catch (NumberFormatException e) {
      // more digits than an extent has: said below
    }
    throw new IllegalArgumentException(
        "'" + text + "' is not d,h,m,n: inputs, hidden units, classes, examples, as 784,128,10,32");
  }

  /** Whether the step is for a single example. */
  public boolean isOneExample() {
    return n == 1;
  }

  /** The same with another number of hidden units. */
  Sizes withH(int units) {
    return new Sizes(d, units, m, n);
  }

  /** The same with another number of examples. */
  Sizes withN(int examples) {
    return new Sizes(d, h, m, examples);
  }

  /** The four numbers. */
  public List<Integer> list() {
    return List.of(d, h, m, n);
  }

  private static String text(int d, int h, int m, int n) {
    return "(" + d + ", " + h + ", " + m + ", " + n + ")";
  }

  /** In the order of the notes: {@code (784, 128, 10, 32)}. */
  @Override
  public String toString() {
    return text(d, h, m, n);
  }
}
