package dev.backproof.mlp.data;

/**
 * That each example is a grey picture, row by row, 0 the paper and 1 the ink.
 *
 * @param rows its height in pixels
 * @param columns its width in pixels
 */
public record Pictures(int rows, int columns) {
  /**
   * Checks the extents.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public Pictures {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "pictures: have at least one pixel, not " + rows + " × " + columns);
    }
  }

  /** The number of pixels, the inputs of an example. */
  public int pixels() {
    return Math.multiplyExact(rows, columns);
  }
}
