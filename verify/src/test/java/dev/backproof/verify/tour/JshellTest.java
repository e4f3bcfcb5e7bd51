package dev.backproof.verify.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the tour in the jshell of this JDK, on the class path of this test. */
class JshellTest {
  private static final String MARK = "---- end of a program ----";

  /** What the README shows, with the graph of the notes. */
  private static final String DISPLAY =
      """
      Files.writeString(Path.of("notes.svg"), Display.of(graph).svg());
      Files.writeString(
          Path.of("notes.html"), Display.of(Lesson.of("The notes", graph)).html());
      """;

  @TempDir Path folder;

  @Test
  void theLinesPrintThereWhatTheProgramsPrint() throws Exception {
    Path jshell = Path.of(System.getProperty("java.home"), "bin", "jshell");
    assumeTrue(Files.isExecutable(jshell), "this Java has no jshell");

    // One process for all, because each takes seconds to start. None leans on names of another:
    // they
    // are bodies of Java methods, so the compiler has seen to that.
    List<String> scripts = new ArrayList<>();
    Path next = write("next.jsh", "out.println(\"" + MARK + "\");\n");
    for (Tour program : Tour.values()) {
      scripts.add(write(program + ".jsh", program.lines()).toString());
      if (program == Tour.NOTES) {
        scripts.add(write("display.jsh", DISPLAY).toString());
      }
      scripts.add(next.toString());
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                jshell.toString(),
                // The characters of the lines and of what they print, whatever the terminal has.
                "-J-Dfile.encoding=UTF-8",
                "-J-Dstdout.encoding=UTF-8",
                "-R-Dfile.encoding=UTF-8",
                "-R-Dstdout.encoding=UTF-8",
                // What it keeps between sessions does not belong to whoever runs the tests.
                "-J-Djava.util.prefs.userRoot=" + folder,
                "--class-path",
                System.getProperty("java.class.path"),
                "--startup",
                write("backproof.jsh", Tour.startUp()).toString(),
                "--feedback",
                "silent"));
    command.addAll(scripts);
    command.add(write("exit.jsh", "/exit\n").toString());

    String printed = run(command);

    String[] parts = printed.split(MARK + "\n", -1);
    assertEquals(Tour.values().length + 1, parts.length, printed);
    Iterator<String> part = Arrays.asList(parts).iterator();
    for (Tour program : Tour.values()) {
      assertEquals(program.text(), part.next(), program.toString());
    }
    assertEquals("", part.next());
    assertTrue(Files.readString(folder.resolve("notes.svg")).startsWith("<svg xmlns"));
    assertTrue(Files.readString(folder.resolve("notes.html")).startsWith("<iframe"));
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path talk = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(talk.toFile())
            .directory(folder.toFile())
            .start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(10, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    String printed = Files.readString(out).replace("\r", "");
    String said = Files.readString(talk);
    assertTrue(ended, () -> command + "\n" + printed + said);
    return printed;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
