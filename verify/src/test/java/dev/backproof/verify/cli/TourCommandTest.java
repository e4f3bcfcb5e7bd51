package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.tour.Tour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TourCommandTest {
  @TempDir Path folder;

  @Test
  void withoutANameItListsAll() {
    CommandRun run = CommandRun.of("tour");
    assertEquals(0, run.code());
    assertEquals("", run.err());
    for (Tour program : Tour.values()) {
      assertTrue(run.out().contains("  " + program + "  "), run.out());
      assertTrue(run.out().contains(program.title()), run.out());
    }
    // A terminal of 80 columns and a half.
    assertTrue(run.out().lines().allMatch(line -> line.length() <= 100), run.out());
  }

  @Test
  void aNameGivesItsLinesAndWhatTheyPrint() {
    CommandRun run = CommandRun.of("tour", "jacobian");
    assertEquals(0, run.code());
    assertEquals("", run.err());
    assertTrue(run.out().startsWith("jacobian: "), run.out());
    int lines = run.out().indexOf("  var x = DenseTensor.vector(2, 3, 5);\n");
    int printed = run.out().indexOf("  row 0    [3. 2. 0.]\n");
    assertTrue(0 < lines && lines < printed, run.out());
    assertFalse(run.out().lines().anyMatch(line -> line.endsWith(" ")), run.out());
  }

  @ParameterizedTest
  @EnumSource
  void jshellGetsTheLinesAlone(Tour program) {
    CommandRun run = CommandRun.of("tour", program.toString(), "--format", "jshell");
    assertEquals(0, run.code());
    assertEquals(program.lines(), run.out());
  }

  @ParameterizedTest
  @EnumSource
  void everyProgramHasAGraph(Tour program) {
    CommandRun run = CommandRun.of("graph", program.toString());
    assertEquals(0, run.code());
    assertTrue(run.out().contains("Backward: upstream × local"), run.out());
  }

  @Test
  void jshellWithoutANameGetsTheStartUpFile() throws IOException {
    Path file = folder.resolve("backproof.jsh");
    CommandRun run = CommandRun.of("tour", "--format=jshell", "-o", file.toString());
    assertEquals(0, run.code());
    assertEquals("", run.out());
    assertEquals(Tour.startUp(), Files.readString(file));
  }

  @Test
  void anUnknownNameGetsTheKnownOnes() {
    CommandRun run = CommandRun.of("tour", "moon");
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertTrue(
        run.err().contains("'moon' is none of one-variable, one-vector, forward-mode, jacobian"),
        run.err());
  }

  @Test
  void anUnknownFormatGetsTheKnownOnes() {
    CommandRun run = CommandRun.of("tour", "--format", "html");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("'html' is none of text, jshell"), run.err());
  }
}
