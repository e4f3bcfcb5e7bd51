package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "one-variable, y = w³ at w = 2",
    "one-vector, L = ‖x‖₂² + ‖x‖₁",
    "notes, The network of the notes",
    "notes-minibatch, The network of the notes: a minibatch",
    "deep, Six layers"
  })
  void textIsTheDefault(String name, String first) {
    CommandRun run = CommandRun.of("graph", name);
    assertEquals(0, run.code());
    assertEquals("", run.err());
    assertTrue(run.out().startsWith(first), run.out());
    assertTrue(run.out().contains("Backward"));
  }

  @ParameterizedTest
  @CsvSource({"one-variable", "one-vector", "notes", "notes-minibatch", "deep"})
  void dotIsForGraphviz(String name) {
    CommandRun run = CommandRun.of("graph", name, "--format", "dot");
    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("digraph"), run.out());
    assertTrue(run.out().endsWith("}\n"), run.out());
  }

  @Test
  void aFileGetsTheSameBytes() throws IOException {
    Path file = folder.resolve("new/notes.dot");
    CommandRun run = CommandRun.of("graph", "notes", "--format=dot", "-o", file.toString());
    assertEquals(0, run.code());
    assertEquals("", run.out());
    assertEquals(CommandRun.of("graph", "notes", "--format=dot").out(), Files.readString(file));
  }

  @ParameterizedTest
  @CsvSource({"svg, <svg xmlns", "html, <!DOCTYPE html>", "json, {", "dot, digraph"})
  void theEndingOfTheFileIsItsFormat(String ending, String first) throws IOException {
    Path file = folder.resolve("notes." + ending);
    assertEquals(0, CommandRun.of("graph", "notes", "-o", file.toString()).code());
    String text = Files.readString(file);
    assertTrue(text.startsWith(first), text);
    assertEquals(text, CommandRun.of("graph", "notes", "--format", ending).out(), "the same bytes");
  }

  @Test
  void layersAreFoldedWhenAskedAndShownFromTheInside() {
    String whole = CommandRun.of("graph", "deep", "--format=svg").out();
    assertTrue(whole.contains("layer3.W"));
    String folded = CommandRun.of("graph", "deep", "--format=svg", "--fold").out();
    assertTrue(!folded.contains("layer3.W") && folded.contains(">layer3<"), folded);
    String inside = CommandRun.of("graph", "deep", "--format=svg", "--layer", "layer3").out();
    assertTrue(inside.contains(">layer3.W") && !inside.contains(">layer4.W"), inside);
    String page = CommandRun.of("graph", "deep", "--format=html", "--fold").out();
    assertTrue(page.contains("href=\"#layer-g3\"") && page.contains("id=\"layer-g3\""));
  }

  @Test
  void whatDoesNotFitTheFormatIsRefused() {
    usage(CommandRun.of("graph", "deep", "--layer", "layer1"), "--layer is for --format svg");
    usage(CommandRun.of("graph", "deep", "--rows"), "--rows is for --format svg");
    usage(
        CommandRun.of("graph", "deep", "--show", "forward"),
        "--show is for --format svg, html or json; text has it all");
    usage(
        CommandRun.of("graph", "notes", "--format=svg", "--layer", "layer1"),
        "graph: no layer is called 'layer1'; no name has a point, as layer1.W has");
    usage(
        CommandRun.of("graph", "notes", "--format=svg", "--show", "all"),
        "Invalid value for option '--show': 'all' is none of forward, values, gradients");
  }

  @Test
  void anUnknownNameGetsTheKnownOnes() {
    usage(
        CommandRun.of("graph", "moon"),
        "Invalid value for positional parameter at index 0 (NAME): 'moon' is none of one-variable,"
            + " one-vector, forward-mode, jacobian, hand-gradient, kinks, notes, hessian-vector,"
            + " compiled-step, own-layer, notes-minibatch, deep");
  }

  @Test
  void anUnknownFormatGetsTheKnownOnes() {
    usage(
        CommandRun.of("graph", "notes", "--format", "png"),
        "Invalid value for option '--format': 'png' is none of text, svg, html, dot, json");
  }

  @Test
  void anEndingThatIsNoFormatIsRefused() {
    Path file = folder.resolve("notes.pdf");
    usage(
        CommandRun.of("graph", "notes", "-o", file.toString()),
        "what is "
            + file
            + " to be? Its ending is none of txt, svg, html, dot, json; say --format");
    assertFalse(Files.exists(file));
    assertEquals(0, CommandRun.of("graph", "notes", "-o", folder.resolve("a.TXT") + "").code());
  }

  @Test
  void aNameIsNeeded() {
    usage(CommandRun.of("graph"), "Missing required parameter: 'NAME'");
  }

  @Test
  void aFolderIsNoFile() {
    CommandRun run = CommandRun.of("graph", "notes", "-o", folder.toString());
    assertEquals(5, run.code());
    assertEquals(
        "backproof: cannot write " + folder + ": it is a folder\n", run.err().replace("\r", ""));
  }

  private static void usage(CommandRun run, String message) {
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertEquals(
        "backproof: " + message + "\nTry 'backproof graph --help'.\n", run.err().replace("\r", ""));
  }
}
