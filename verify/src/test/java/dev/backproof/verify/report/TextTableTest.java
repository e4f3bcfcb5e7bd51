package dev.backproof.verify.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    assertEquals(
        "  a    bb\n  ccc  d\n", new TextTable().row("a", "bb").row("ccc", "d").toString());
  }

  @Test
  void noLineEndsInSpaces() {
    assertEquals("  a\n  bb  c\n", new TextTable().row("a", "").row("bb", "c").toString());
  }

  @Test
  void aCombiningMarkTakesNoRoomAndAWideCharacterTwoColumns() {
    assertEquals(2, TextTable.width("v̄1"));
    assertEquals(1, TextTable.width("ȳ"));
    assertEquals(4, TextTable.width("重み"));
    assertEquals(2, TextTable.width("🙂"));
    assertEquals(3, TextTable.width("hᵃᵀ"));
  }

  @Test
  void aTableWithoutRowsIsEmpty() {
    assertEquals("", new TextTable().toString());
  }
}
