package dev.backproof.core;

import static dev.backproof.core.Refusals.failsInState;
import static dev.backproof.core.Refusals.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SizeTest {
  private static final Size H = Size.symbol("h");
  private static final Size D = Size.symbol("d");

  @Test
  void aKnownExtentIsItsNumber() {
    for (int extent : new int[] {0, 1, 2, 1024, 1025, 5000, Integer.MAX_VALUE}) {
      assertEquals(extent, Size.of(extent).number());
      assertEquals(Size.of(extent), Size.of(extent));
      assertEquals(Size.of(extent).hashCode(), Size.of(extent).hashCode());
      assertTrue(Size.of(extent).isNumber());
      assertEquals(Integer.toString(extent), Size.of(extent).toString());
    }
  }

  @Test
  void onlyTheLiteralOneIsOne() {
    assertTrue(Size.of(1).isOne());
    assertFalse(Size.of(2).isOne());
    assertFalse(H.isOne());
    assertFalse(H.isNumber());
  }

  @Test
  void theProductOfSymbolsKeepsItsOrder() {
    assertEquals("h·d", H.times(D).toString());
    assertNotEquals(H.times(D), D.times(H));
    assertEquals(H, H.times(Size.ONE));
    assertEquals(H, Size.ONE.times(H));
    assertEquals("6·h·d", Size.of(2).times(H).times(Size.of(3)).times(D).toString());
    assertEquals(Size.of(12), Size.of(3).times(Size.of(4)));
  }

  @Test
  void nothingTimesASymbolIsNothing() {
    assertEquals(Size.of(0), Size.of(0).times(H));
    assertEquals(Size.of(0), H.times(Size.of(0)));
    assertEquals(Size.of(0), H.bind(Map.of("h", 0)));
  }

  @Test
  void factorsComeInOrder() {
    assertEquals(List.of(Size.of(2), H, D), Size.of(2).times(H).times(D).factors());
    assertEquals(List.of(), Size.ONE.factors());
    assertEquals(List.of(Size.of(7)), Size.of(7).factors());
  }

  @Test
  void bindingReplacesTheSymbolsItKnows() {
    Size both = H.times(D);
    assertEquals(Size.of(15), both.bind(Map.of("h", 3, "d", 5)));
    assertEquals("3·d", both.bind(Map.of("h", 3)).toString());
    assertEquals(both, both.bind(Map.of("n", 3)));
    assertEquals(Size.of(4), Size.of(4).bind(Map.of("h", 3)));
  }

  @Test
  void refusesWhatIsNoExtent() {
    refuses("an extent is never negative: -1", () -> Size.of(-1));
    refuses("an extent is never negative: -2", () -> H.bind(Map.of("h", -2)));
    refuses("a symbolic size wants a name such as h, not ''", () -> Size.symbol(""));
    refuses("a symbolic size wants a name such as h, not '3'", () -> Size.symbol("3"));
    refuses("a symbolic size wants a name such as h, not 'a b'", () -> Size.symbol("a b"));
    Size huge = Size.of(Long.MAX_VALUE);
    refuses("an extent of 9223372036854775807·2 does not fit a long", () -> huge.times(Size.of(2)));
    failsInState("the size h·d is a symbol; bind it to a number first", () -> H.times(D).number());
    failsInState("the size 2147483648 does not fit an array index", Size.of(1L << 31)::number);
  }
}
