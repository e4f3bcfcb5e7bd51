package dev.backproof.mlp.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GlyphsTest {

  @Test
  void everyDigitCanBeWritten() {
    for (int digit = 0; digit < StrokeDigits.CLASSES; digit++) {
      assertFalse(Glyphs.of(digit).isEmpty());
    }
  }

  @Test
  void roundedDigitsLeaveTheUnitSquareByLessThanTheirPen() {
    for (int digit = 0; digit < StrokeDigits.CLASSES; digit++) {
      for (List<Stroke> way : Glyphs.of(digit)) {
        for (Stroke stroke : way) {
          for (Point point : stroke.rounded().points()) {
            // Control points may stand farther out: the rounded line does not reach them. 0.06 of a
            // digit is less than the thinnest line.
            String where = digit + " reaches " + point;
            assertTrue(point.x() > -0.06 && point.x() < 1.06, where);
            assertTrue(point.y() > -0.06 && point.y() < 1.06, where);
          }
        }
      }
    }
  }

  @Test
  void refusesWhatIsNoDigit() {
    assertEquals(
        "no digit 10; there are 0 … 9",
        assertThrows(IllegalArgumentException.class, () -> Glyphs.of(10)).getMessage());
  }
}
