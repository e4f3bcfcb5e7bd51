package dev.backproof.mlp.data;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.mlp.data.Stroke.Point;
import java.util.List;

/**
 * Small grey images of handwritten-like digits, drawn from a seed.
 *
 * <p>Each digit is one or two strokes in the unit square. For an image its corners are jittered,
 * the whole is slanted, scaled and shifted, drawn with a pen of random thickness, and noise is
 * added. A pixel is as dark as the pen covers it: 1 on the line, falling to 0 over the width of a
 * pixel at the pen's edge.
 */
public final class StrokeDigits {
  /** The number of classes: the digits 0 to 9. */
  public static final int CLASSES = 10;

  private static final List<List<Stroke>> DIGITS =
      List.of(
          List.of(
              Stroke.of(
                  .5, .1, .75, .25, .78, .5, .72, .78, .5, .9, .28, .78, .22, .5, .26, .25, .5,
                  .1)),
          List.of(Stroke.of(.35, .28, .55, .1, .55, .9)),
          List.of(Stroke.of(.25, .3, .38, .12, .62, .12, .74, .3, .66, .5, .25, .88, .78, .88)),
          List.of(
              Stroke.of(
                  .25, .18, .5, .1, .72, .22, .68, .4, .45, .48, .7, .56, .76, .74, .55, .9, .24,
                  .82)),
          List.of(Stroke.of(.64, .9, .64, .1, .2, .62, .82, .62)),
          List.of(
              Stroke.of(.74, .1, .3, .1, .27, .46, .55, .4, .76, .58, .72, .8, .5, .9, .24, .82)),
          List.of(
              Stroke.of(
                  .68, .12, .42, .26, .26, .56, .32, .82, .55, .9, .74, .76, .68, .56, .46, .5, .28,
                  .62)),
          List.of(Stroke.of(.22, .1, .78, .1, .42, .9)),
          List.of(
              Stroke.of(.5, .1, .7, .2, .68, .38, .5, .47, .32, .38, .3, .2, .5, .1),
              Stroke.of(.5, .47, .74, .6, .72, .82, .5, .9, .28, .82, .26, .6, .5, .47)),
          List.of(
              Stroke.of(
                  .72, .36, .54, .5, .32, .44, .26, .24, .45, .1, .66, .16, .72, .36, .7, .62, .56,
                  .9)));

  private static final double JITTER = 0.03;
  private static final double SLANT = 0.2;
  private static final double SHIFT = 0.06;
  private static final double NOISE = 0.06;

  private StrokeDigits() {}

  /**
   * {@code n} digits, 0 to 9 by turns.
   *
   * @param side the images are side × side pixels, row by row
   * @throws IllegalArgumentException if {@code n} is negative or {@code side} below 5
   */
  public static Dataset generate(int n, int side, long seed) {
    if (n < 0 || side < 5) {
      throw new IllegalArgumentException(
          "stroke digits: wants n ≥ 0 and a side of at least 5 pixels, not " + n + " and " + side);
    }
    RandomTensors random = RandomTensors.seeded(seed);
    double[] images = new double[n * side * side];
    double[] labels = new double[n];
    for (int i = 0; i < n; i++) {
      int digit = i % CLASSES;
      labels[i] = digit;
      draw(DIGITS.get(digit), side, random, images, i * side * side);
    }
    return new Dataset(
        DenseTensor.of(Shape.of(n, side * side), images),
        DenseTensor.of(Shape.of(n), labels),
        CLASSES);
  }

  private static void draw(
      List<Stroke> digit, int side, RandomTensors random, double[] images, int from) {
    double slant = between(-SLANT, SLANT, random);
    double scale = between(0.85, 1.05, random);
    double right = between(-SHIFT, SHIFT, random);
    double down = between(-SHIFT, SHIFT, random);
    double pen = between(0.05, 0.09, random);
    List<Stroke> strokes =
        digit.stream()
            .map(stroke -> stroke.moved(p -> place(jittered(p, random), slant, scale, right, down)))
            .toList();
    double pixel = 1.0 / side;
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        double x = (column + 0.5) * pixel;
        double y = (row + 0.5) * pixel;
        double distance =
            strokes.stream().mapToDouble(stroke -> stroke.distance(x, y)).min().orElseThrow();
        double ink = clip(0.5 + (pen - distance) / pixel);
        images[from + row * side + column] = clip(ink + between(-NOISE, NOISE, random));
      }
    }
  }

  private static Point jittered(Point p, RandomTensors random) {
    return new Point(
        p.x() + between(-JITTER, JITTER, random), p.y() + between(-JITTER, JITTER, random));
  }

  private static Point place(Point p, double slant, double scale, double right, double down) {
    double x = p.x() - 0.5 + slant * (0.5 - p.y());
    return new Point(0.5 + scale * x + right, 0.5 + scale * (p.y() - 0.5) + down);
  }

  private static double between(double low, double high, RandomTensors random) {
    return random.uniform(low, high, Shape.SCALAR).item();
  }

  private static double clip(double x) {
    return Math.max(0, Math.min(1, x));
  }
}
