package dev.backproof.mlp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import org.junit.jupiter.api.Test;

class GreyImageTest {

  @Test
  void showsAnImageLineByLine() {
    DenseTensor image = DenseTensor.vector(0, 1, 0.45, 0, 1, 0, 0.2, 0, 1);
    assertEquals("  @@==\n  @@  \n::  @@\n", GreyImage.ascii(image));
  }

  @Test
  void takesAMatrixToo() {
    DenseTensor flat = DenseTensor.vector(0, 0.3, 0.6, 1);
    DenseTensor square = DenseTensor.of(Shape.of(2, 2), flat.toArray());
    assertEquals(GreyImage.ascii(flat), GreyImage.ascii(square));
  }

  @Test
  void hasTenShades() {
    double[] image = new double[16];
    for (int i = 0; i < 10; i++) {
      image[i] = i / 9.0;
    }
    assertEquals(
        "  ..::--\n==++**##\n%%@@    \n        \n", GreyImage.ascii(DenseTensor.vector(image)));
  }

  @Test
  void showsWhatLiesOutsideAsTheNearestShade() {
    assertEquals(
        "  @@\n@@??\n",
        GreyImage.ascii(DenseTensor.vector(-3, 7, Double.POSITIVE_INFINITY, Double.NaN)));
  }

  @Test
  void refusesWhatIsNoSquare() {
    for (Shape shape :
        new Shape[] {Shape.of(5), Shape.of(1, 4), Shape.of(2, 8), Shape.of(2, 2, 1)}) {
      assertEquals(
          "ascii: a square image has shape [side²] or [side×side], not " + shape,
          assertThrows(
                  IllegalArgumentException.class, () -> GreyImage.ascii(DenseTensor.full(shape, 0)))
              .getMessage());
    }
  }
}
