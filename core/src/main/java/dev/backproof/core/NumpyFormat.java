package dev.backproof.core;

import java.util.Arrays;

/** Prints a tensor as NumPy prints an array. */
final class NumpyFormat {
  private NumpyFormat() {}

  static String format(DenseTensor tensor) {
    return Arrays.toString(tensor.toArray());
  }
}
