package dev.backproof.mlp.data;

import static dev.backproof.mlp.data.Point.at;
import static dev.backproof.mlp.data.Point.corner;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrokeTest {
  private static final Stroke HOOK = Stroke.of(at(0, 0), at(4, 0), at(4, 3));

  @Test
  void distanceIsToTheNearestPointOfTheLine() {
    assertEquals(0, HOOK.distance(2, 0));
    assertEquals(0, HOOK.distance(4, 1.5));
    assertEquals(2, HOOK.distance(2, -2), 1e-15);
    assertEquals(1, HOOK.distance(3, 2), 1e-15);
    assertEquals(5, HOOK.distance(-3, -4), 1e-15, "beyond the beginning");
    assertEquals(5, HOOK.distance(8, 6), 1e-15, "beyond the end");
  }

  @Test
  void aPieceOfNoLengthIsAPoint() {
    assertEquals(5, Stroke.of(at(1, 1), at(1, 1)).distance(4, 5), 1e-15);
  }

  @Test
  void roundingLeavesABendAndKeepsTheEnds() {
    List<Point> line = HOOK.rounded().points();
    assertEquals(at(0, 0), line.get(0));
    assertEquals(at(4, 3), line.get(line.size() - 1));
    assertTrue(HOOK.rounded().distance(4, 0) > 0.3);
    assertTrue(HOOK.rounded().distance(4, 0) < 1);
  }

  @Test
  void roundingKeepsACorner() {
    Stroke sharp = Stroke.of(at(0, 0), corner(4, 0), at(4, 3)).rounded();
    assertEquals(0, sharp.distance(4, 0));
    assertEquals(0, sharp.distance(2, 0));
    assertEquals(0, sharp.distance(4, 1.5));
  }

  @Test
  void roundingAStraightLineChangesNothing() {
    Stroke straight = Stroke.of(at(0, 0), at(2, 2), at(8, 8)).rounded();
    for (Point point : straight.points()) {
      assertEquals(point.x(), point.y());
    }
    assertEquals(0, straight.distance(2, 2));
  }

  @Test
  void mapMovesEveryPoint() {
    Stroke moved = HOOK.map(point -> new Point(point.x() + 1, point.y() + 2, point.corner()));
    assertEquals(List.of(at(1, 2), at(5, 2), at(5, 5)), moved.points());
  }

  @Test
  void refusesASinglePoint() {
    assertEquals(
        "stroke: a line has at least two points, but 1 given",
        assertThrows(IllegalArgumentException.class, () -> Stroke.of(at(0, 0))).getMessage());
  }
}
