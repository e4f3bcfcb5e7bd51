package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backproof.core.DenseTensor;
import dev.backproof.mlp.model.NpzFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that is killed at fifty points, and still comes to the same bits. */
class TrainKillTest {
  private static final int KILLS = 50;
  private static final int MOST_KILLS = 4 * KILLS;
  private static final int LEAST_EPOCHS = 8;

  /** More than any process here lives for. */
  private static final String ENDLESS = "1000000";

  /** Minutes that something may take on a machine that does much else; it is less than a second. */
  private static final int LONGEST = 5;

  private static final List<String> COMPARED =
      List.of("model.json", "model.npz", "checkpoint.npz", "training.html");

  @TempDir private Path folder;

  private static List<String> arguments(Path out, String epochs, int checkpoint) {
    return List.of(
        "train",
        "--data=moons",
        "--examples=60",
        "--hidden=6,4",
        "--batch=10",
        "--eta=0.01",
        "--checkpoint=" + checkpoint,
        "--check-every=" + ENDLESS,
        "--epochs=" + epochs,
        "--resume",
        "--quiet",
        "-o",
        out.toString());
  }

  @Test
  void killedAtFiftyPointsItComesToTheSameBits() throws IOException, InterruptedException {
    Path killed = folder.resolve("killed");
    Random random = new Random(7);
    // On a busy machine little is trained between kills: then there are more of them.
    for (int i = 0; i < KILLS || (i < MOST_KILLS && epochs(killed) <= LEAST_EPOCHS); i++) {
      // Every other one while it trains and writes, in all of which most is writing a checkpoint;
      // the others anywhere from its start.
      killOnce(killed, i % 2 == 0, random.nextInt(i % 2 == 0 ? 20 : 500));
    }
    int epochs = epochs(killed) + 2;
    assertTrue(epochs > LEAST_EPOCHS + 2, () -> "hardly trained between the kills: " + epochs);

    finish(killed, epochs);
    Path whole = folder.resolve("whole");
    finish(whole, epochs);
    for (String name : COMPARED) {
      assertArrayEquals(
          Files.readAllBytes(whole.resolve(name)), Files.readAllBytes(killed.resolve(name)), name);
    }
    try (Stream<Path> files = Files.list(killed)) {
      assertEquals(4, files.count(), "something is left over");
    }
  }

  @Test
  void ctrlCEndsWith130AndItCanBeGoneOnWith() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "no kill to send a signal with");
    assumeFalse(InterruptTest.ignoresInterrupts(), "started where Ctrl-C does not reach");
    Path out = folder.resolve("interrupted");
    Path checkpoint = out.resolve("checkpoint.npz");
    List<String> arguments = new ArrayList<>(arguments(out, ENDLESS, 0));
    arguments.remove("--quiet");
    Process process = start(arguments);
    try {
      // The first checkpoint is of what it begins with; at the second it trains.
      waitForChange(process, checkpoint, time(checkpoint));
      waitForChange(process, checkpoint, time(checkpoint));
      new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertTrue(process.waitFor(LONGEST, TimeUnit.MINUTES), "still running");
      assertEquals(130, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
    List<String> said = Files.readAllLines(said());
    String last = said.get(said.size() - 1);
    assertTrue(last.matches("interrupted after epoch \\d+; --resume goes on"), last);
    finish(out, epochs(out) + 2);
  }

  /** The epochs that the checkpoint in a folder has finished. */
  private static int epochs(Path out) throws IOException {
    byte[] file = Files.readAllBytes(out.resolve("checkpoint.npz"));
    DenseTensor history = NpzFile.read("checkpoint", file).array("checkpoint", "history");
    return history.count() / 4;
  }

  private static void finish(Path out, int epochs) {
    CommandRun run =
        CommandRun.of(arguments(out, Integer.toString(epochs), 1).toArray(String[]::new));
    assertEquals(0, run.code(), run.err());
  }

  private void killOnce(Path out, boolean whenItTrains, int millis)
      throws IOException, InterruptedException {
    Path checkpoint = out.resolve("checkpoint.npz");
    FileTime before = time(checkpoint);
    // A checkpoint after every step: most of the time it is being written.
    Process process = start(arguments(out, ENDLESS, 0));
    try {
      if (whenItTrains) {
        waitForChange(process, checkpoint, before);
      }
      boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
      assertTrue(!ended, () -> "it ended by itself: " + text(said()));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private Path said() {
    return folder.resolve("said.txt");
  }

  private Process start(List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It does not live long enough for more.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.backproof.verify.cli.Main"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said().toFile());
    // With these, Java itself talks.
    builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return builder.start();
  }

  private static void waitForChange(Process process, Path file, FileTime before)
      throws IOException, InterruptedException {
    long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST);
    while (process.isAlive() && time(file).equals(before)) {
      assertTrue(System.nanoTime() < limit, "no checkpoint");
      Thread.sleep(1);
    }
  }

  private static FileTime time(Path file) throws IOException {
    return Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
  }

  private static String text(Path file) {
    try {
      return Arrays.toString(Files.readAllLines(file).toArray());
    } catch (IOException e) {
      return e.toString();
    }
  }
}
