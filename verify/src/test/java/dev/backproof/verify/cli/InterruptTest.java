package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backproof.verify.notes.NotesClaims;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process and a real signal. */
class InterruptTest {
  /** The bit of SIGINT in a mask of signals. */
  private static final long SIGINT = 1L << (2 - 1);

  @TempDir Path folder;

  @Test
  void ctrlCEndsWith130AndKeepsTheOldReport() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "no kill to send a signal with");
    assumeFalse(ignoresInterrupts(), "started in the background, where Ctrl-C does not reach");
    Path old = Files.writeString(folder.resolve("notes.json"), "old");

    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.backproof.verify.cli.Main",
            "-o",
            folder.toString());
    // With these, Java itself talks.
    command.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = command.start();
    try (BufferedReader talk =
            new BufferedReader(
                new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        BufferedReader results =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String first = Objects.requireNonNull(talk.readLine());
      assertTrue(first.startsWith("Checking " + NotesClaims.all().size() + " claims"), first);
      new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid())).start().waitFor();

      assertTrue(process.waitFor(30, TimeUnit.SECONDS), "still running");
      assertEquals(130, process.exitValue());
      assertEquals(List.of(), results.lines().toList());
      assertEquals(List.of(), talk.lines().toList());
    } finally {
      process.destroyForcibly();
    }
    assertEquals("old", Files.readString(old));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(old), files.toList());
    }
  }

  /** Whether SIGINT is ignored here, which a child inherits. */
  static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .mapToLong(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
          .anyMatch(mask -> (mask & SIGINT) != 0);
    }
  }
}
