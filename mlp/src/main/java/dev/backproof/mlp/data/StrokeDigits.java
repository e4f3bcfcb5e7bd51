package dev.backproof.mlp.data;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import java.util.List;

/**
 * Digits 0 … 9 drawn with a pen: grey images with entries in [0, 1], 0 the paper and 1 the ink.
 *
 * <p>No data set is read; every image is drawn anew. The recipe for one image:
 *
 * <ol>
 *   <li>take one way to write the digit, as strokes in the unit square (a 1 with or without a flag,
 *       an open or a closed 4, a 7 with or without a bar);
 *   <li>move every control point by normal noise of standard deviation 0.05;
 *   <li>stretch to a width in [0.42, 0.64) and a height in [0.68, 0.82) of the image, slant by
 *       −0.10 … 0.30 to the right for each unit of height, shift by up to 0.05 each way;
 *   <li>round the bends, and ink every pixel whose centre is within half the pen's width, in [0.04,
 *       0.07), of a stroke, fading out over the width of one pixel;
 *   <li>scale the ink by a pressure in [0.8, 1), add normal noise of standard deviation 0.04, and
 *       clip to [0, 1].
 * </ol>
 */
public final class StrokeDigits {
  /** The number of classes, 10. */
  public static final int CLASSES = 10;

  /** The side of the small images, 8. */
  public static final int SMALL = 8;

  // Below this a bend and a gap fall into the same pixel and digits cannot be told apart.
  private static final int SMALLEST = 5;

  private StrokeDigits() {}

  /**
   * Images of 8×8 pixels: examples [n×64].
   *
   * @throws IllegalArgumentException if there is no example
   */
  public static Dataset generate(int n, long seed) {
    return generate(n, SMALL, seed);
  }

  /**
   * Images of side×side pixels, row by row: examples [n×side²], with labels 0 … 9 in turn.
   *
   * <p>A smaller n with the same side and seed gives the first of the same images.
   *
   * @param n the number of images
   * @param side the number of pixels along each side, at least 5
   * @param seed the same seed gives the same images
   * @throws IllegalArgumentException if there is no image, if the side is below 5, or if the
   *     examples have more entries than an array can hold
   */
  public static Dataset generate(int n, int side, long seed) {
    if (n < 1) {
      throw new IllegalArgumentException(
          "stroke digits: at least one example is needed, but n = " + n);
    }
    if (side < SMALLEST) {
      throw new IllegalArgumentException(
          "stroke digits: below "
              + SMALLEST
              + " pixels a side digits cannot be told apart, but side = "
              + side);
    }
    if ((long) side * side > Integer.MAX_VALUE / n) {
      throw new IllegalArgumentException(
          "stroke digits: "
              + n
              + " images of side "
              + side
              + " have more entries than an array can hold; ask for fewer at a time");
    }
    RandomTensors random = RandomTensors.seeded(seed);
    int pixels = side * side;
    double[] x = new double[n * pixels];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      int digit = i % CLASSES;
      List<Stroke> strokes = strokes(digit, random);
      ink(strokes, side, random, x, i * pixels);
      y[i] = digit;
    }
    return new Dataset(DenseTensor.of(Shape.of(n, pixels), x), DenseTensor.vector(y), CLASSES);
  }

  /** One digit as a hand would write it, in the coordinates of the image, [0, 1] each way. */
  private static List<Stroke> strokes(int digit, RandomTensors random) {
    List<List<Stroke>> ways = Glyphs.of(digit);
    List<Stroke> way = ways.get(random.integer(ways.size()));
    double width = uniform(0.42, 0.64, random);
    double height = uniform(0.68, 0.82, random);
    double slant = uniform(-0.10, 0.30, random);
    double right = uniform(-0.05, 0.05, random);
    double down = uniform(-0.05, 0.05, random);
    return way.stream()
        .map(
            stroke ->
                stroke
                    .map(
                        point -> {
                          DenseTensor jitter = random.normal(Shape.of(2));
                          double u = width * (point.x() - 0.5 + 0.05 * jitter.at(0));
                          double v = height * (point.y() - 0.5 + 0.05 * jitter.at(1));
                          return new Point(
                              0.5 + right + u - slant * v, 0.5 + down + v, point.corner());
                        })
                    .rounded())
        .toList();
  }

  private static void ink(
      List<Stroke> strokes, int side, RandomTensors random, double[] x, int offset) {
    double pen = uniform(0.04, 0.07, random);
    double pressure = uniform(0.8, 1, random);
    DenseTensor noise = random.normal(Shape.of(side * side));
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        int pixel = row * side + column;
        double distance = distance(strokes, (column + 0.5) / side, (row + 0.5) / side);
        double covered = clip((pen - distance) * side + 0.5);
        x[offset + pixel] = clip(pressure * covered + 0.04 * noise.at(pixel));
      }
    }
  }

  private static double distance(List<Stroke> strokes, double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Stroke stroke : strokes) {
      nearest = Math.min(nearest, stroke.distance(x, y));
    }
    return nearest;
  }

  private static double uniform(double low, double high, RandomTensors random) {
    return random.uniform(low, high, Shape.SCALAR).item();
  }

  private static double clip(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
