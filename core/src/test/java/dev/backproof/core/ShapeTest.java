package dev.backproof.core;

import static dev.backproof.core.Refusals.failsInState;
import static dev.backproof.core.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShapeTest {
  private static final Size N = Size.symbol("n");

  @Test
  void printsItsExtents() {
    assertEquals("[]", Shape.SCALAR.toString());
    assertEquals("[3]", Shape.of(3).toString());
    assertEquals("[n×2]", Shape.of(N, Size.of(2)).toString());
    assertSame(Shape.SCALAR, Shape.of(new int[0]));
  }

  @Test
  void axesCountFromEitherEnd() {
    Shape shape = Shape.of(2, 3, 5);
    assertEquals(3, shape.rank());
    assertEquals(Size.of(2), shape.size(0));
    assertEquals(Size.of(5), shape.size(-1));
    assertEquals(Size.of(2), shape.size(-3));
    assertEquals(Size.of(5), shape.last());
    assertEquals(List.of(Size.of(2), Size.of(3), Size.of(5)), shape.sizes());
  }

  @Test
  void countsItsEntries() {
    assertEquals(1, Shape.SCALAR.count());
    assertEquals(30, Shape.of(2, 3, 5).count());
    assertEquals(0, Shape.of(2, 0, 5).count());
    assertEquals(Size.of(30), Shape.of(2, 3, 5).product());
    assertEquals("2·n", Shape.of(N, Size.of(2)).product().toString());
  }

  @Test
  void anEmptyAxisWinsOverHugeOnes() {
    int huge = Integer.MAX_VALUE;
    assertEquals(0, Shape.of(huge, huge, huge, 0).count());
  }

  @Test
  void symbolicShapesEqualTheirLike() {
    Shape symbolic = Shape.of(N, Size.of(2));
    assertEquals(Shape.of(Size.symbol("n"), Size.of(2)), symbolic);
    assertEquals(Shape.of(Size.symbol("n"), Size.of(2)).hashCode(), symbolic.hashCode());
    assertNotEquals(Shape.of(3, 2), symbolic);
    assertFalse(symbolic.isNumeric());
    assertEquals(Shape.of(3, 2), symbolic.bind(Map.of("n", 3)));
    assertEquals(Shape.of(3, 2).hashCode(), symbolic.bind(Map.of("n", 3)).hashCode());
    assertTrue(symbolic.bind(Map.of("n", 3)).isNumeric());
    assertNotEquals(Shape.of(2, 3), Shape.of(3, 2));
    assertNotEquals(Shape.of(1), Shape.SCALAR);
  }

  @Test
  void axesAreTakenAwayAddedAndReplaced() {
    Shape shape = Shape.of(2, 3);
    assertEquals(Shape.of(3), shape.without(0));
    assertEquals(Shape.of(2), shape.without(-1));
    assertEquals(Shape.of(2, 3, 7), shape.with(2, Size.of(7)));
    assertEquals(Shape.of(7, 2, 3), shape.with(0, Size.of(7)));
    assertEquals(Shape.of(2, 9), shape.replace(1, Size.of(9)));
    assertEquals(Shape.of(2, 3), shape);
  }

  @Test
  void itsExtentsAreCopies() {
    Shape shape = Shape.of(2, 3);
    shape.extents()[0] = 9;
    assertArrayEquals(new int[] {2, 3}, shape.extents());
    Size[] sizes = {Size.of(2)};
    Shape made = Shape.of(sizes);
    sizes[0] = Size.of(5);
    assertEquals(Shape.of(2), made);
  }

  @Test
  void refusesAxesThatDoNotExist() {
    Shape shape = Shape.of(2, 3);
    refuses("size: no axis 2 in [2×3], which has rank 2", () -> shape.size(2));
    refuses("size: no axis -3 in [2×3], which has rank 2", () -> shape.size(-3));
    refuses("size: no axis -1 in [], which has rank 0", Shape.SCALAR::last);
    refuses("without: no axis 2 in [2×3], which has rank 2", () -> shape.without(2));
    refuses("replace: no axis 2 in [2×3], which has rank 2", () -> shape.replace(2, N));
    refuses("with: no place 3 for a new axis in [2×3]; 0 to 2", () -> shape.with(3, N));
    refuses("with: no place -1 for a new axis in [2×3]; 0 to 2", () -> shape.with(-1, N));
  }

  @Test
  void refusesAbsurdExtents() {
    refuses("an extent is never negative: -1", () -> Shape.of(2, -1));
    refuses(
        "shape: an extent of 1099511627776 is more than an array can hold",
        () -> Shape.of(Size.of(1L << 40)));
    refuses(
        "the shape [65536×65536] has more entries than an array can hold",
        Shape.of(65536, 65536)::count);
    int huge = Integer.MAX_VALUE;
    refuses(
        "the shape [2147483647×2147483647×2147483647] has more entries than an array can hold",
        Shape.of(huge, huge, huge)::count);
    refuses(
        "the shape [65536×65536] has more entries than an array can hold",
        () -> DenseTensor.scalar(1).broadcastTo(Shape.of(65536, 65536)));
  }

  @Test
  void aSymbolHasNoNumber() {
    String message = "the shape [n] has symbols; bind them to numbers first";
    failsInState(message, Shape.of(N)::count);
    failsInState(message, Shape.of(N)::extents);
  }
}
