package dev.backproof.mlp.data;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;

/** Shows a square grey image in a terminal. */
public final class GreyImage {
  private static final String SHADES = " .:-=+*#%@";

  private GreyImage() {}

  /**
   * The image as text: one line for each row, two equal characters for each pixel (a character is
   * about twice as high as wide), from a space for 0 to {@code @} for 1.
   *
   * <p>Entries outside [0, 1] are shown as the nearest end, NaN as a question mark.
   *
   * @param image [side²] or [side×side], row by row
   * @throws IllegalArgumentException if it is not a square image
   */
  public static String ascii(DenseTensor image) {
    int side = (int) Math.round(Math.sqrt(image.count()));
    Shape shape = image.shape();
    if (!shape.equals(Shape.of(side * side)) && !shape.equals(Shape.of(side, side))) {
      throw new IllegalArgumentException(
          "ascii: a square image has shape [side²] or [side×side], not " + shape);
    }
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        char shade = shade(image.at(row * side + column));
        text.append(shade).append(shade);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static char shade(double grey) {
    if (Double.isNaN(grey)) {
      return '?';
    }
    double inside = Math.max(0, Math.min(1, grey));
    return SHADES.charAt((int) Math.rint(inside * (SHADES.length() - 1)));
  }
}
