package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the README's section on training do what they say. */
class ReadmeTrainTest {
  private static final Pattern SECTION =
      Pattern.compile("## Train and look\n\n```sh\n(.*?)```", Pattern.DOTALL);

  private static final Pattern COMMAND =
      Pattern.compile("(?:echo \"(.*)\" \\| )?java -jar verify/target/backproof.jar ([^#]*).*");

  @TempDir private Path folder;

  @Test
  void everyCommandRuns() throws IOException {
    Matcher section = SECTION.matcher(Files.readString(Path.of("..", "README.md")));
    assertTrue(section.find(), "no such section");
    List<String> lines = section.group(1).lines().toList();
    assertEquals(5, lines.size());
    for (String line : lines) {
      Matcher command = COMMAND.matcher(line);
      assertTrue(command.matches(), line);
      CommandRun run = CommandRun.of(arguments(command));
      assertEquals(0, run.code(), () -> line + "\n" + run.err());
      assertTrue(run.out().lines().count() > 1, line);
    }
    assertTrue(Files.exists(folder.resolve("digits").resolve("training.html")));
  }

  /** The same, with every file in a folder of the test, and what is piped in as a file. */
  private String[] arguments(Matcher command) throws IOException {
    List<String> arguments = new ArrayList<>();
    boolean file = false;
    for (String word : command.group(2).strip().split(" +", -1)) {
      if (word.equals("-")) {
        arguments.add(
            Files.writeString(folder.resolve("piped"), command.group(1) + "\n").toString());
      } else {
        arguments.add(file || word.contains("/") ? folder.resolve(word).toString() : word);
      }
      file = word.equals("-o");
    }
    return arguments.toArray(String[]::new);
  }
}
