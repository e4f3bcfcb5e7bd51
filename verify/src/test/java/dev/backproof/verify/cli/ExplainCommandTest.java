package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "one-variable",
    "one-vector",
    "notes",
    "notes-minibatch",
    "deep",
    "forward-mode",
    "jacobian",
    "hand-gradient",
    "kinks",
    "hessian-vector",
    "compiled-step",
    "own-layer"
  })
  void aPageIsWrittenAndNamed(String name) throws IOException {
    Path file = folder.resolve("new/" + name + ".html");
    CommandRun run = CommandRun.of("explain", name, "-o", file.toString());
    assertEquals(0, run.code());
    assertEquals("", run.out());
    assertEquals("Open " + file + " in a browser.\n", run.err().replace("\r", ""));
    String page = Files.readString(file);
    assertTrue(page.startsWith("<!DOCTYPE html>"));
    assertEquals(page, CommandRun.of("explain", name, "-o", "-").out(), "the same bytes");
  }

  @Test
  void textHasTheSameSteps() {
    CommandRun run = CommandRun.of("explain", "notes", "--format", "text");
    assertEquals(0, run.code());
    assertEquals("", run.err());
    String text = run.out();
    assertTrue(text.startsWith("The network of the notes: x = (1, 2)"), text);
    assertTrue(text.contains("Forward: ha = W1 · x + b1"), text);
    assertTrue(text.contains("shapes  W1 [3×2], x [2], b1 [3] → ha [3]"), text);
    assertTrue(text.contains("Backward through ha = W1 · x + b1"), text);
    assertTrue(text.contains("local derivative  "), text);
    assertTrue(text.contains("□ · xᵀ"), text);
    assertTrue(text.contains("paths meet"), text);
    assertTrue(text.contains("ōa = [−1, 0] + [0.5, 0.5] = [−0.5, 0.5]"), text);
  }

  @Test
  void quietSaysNothing() {
    Path file = folder.resolve("page.html");
    CommandRun run = CommandRun.of("explain", "notes", "--quiet", "-o", file.toString());
    assertEquals("", run.out() + run.err());
    assertTrue(Files.exists(file));
  }

  @Test
  void anUnknownNameGetsTheKnownOnes() {
    CommandRun run = CommandRun.of("explain", "moon");
    assertEquals(2, run.code());
    assertTrue(
        run.err().contains("'moon' is none of one-variable, one-vector, forward-mode, jacobian"),
        run.err());
  }

  @Test
  void aFolderIsNoFile() {
    CommandRun run = CommandRun.of("explain", "notes", "-o", folder.toString());
    assertEquals(5, run.code());
    assertEquals(
        "backproof: cannot write " + folder + ": it is a folder\n", run.err().replace("\r", ""));
  }
}
