package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be asked for; that it is measured is tested beside what measures. */
class BenchCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--sizes=1,2,3          | '1,2,3' is not d,h,m,n",
        "--sizes=0,1,1,1        | not (0, 1, 1, 1)",
        "--sizes=                | '' is not d,h,m,n",
        "--format=pdf            | 'pdf' is none of text, json, html",
        "-o=bench.pdf            | bench.pdf is none of .txt, .json, .html; say --format",
        "--rounds=3              | Unknown option: '--rounds=3'",
        "twice                   | Unmatched argument at index 1: 'twice'",
      })
  void aWrongCommandLineIsRefused(String argument, String said) {
    CommandRun run = CommandRun.of("bench", argument);
    assertEquals(Failures.USAGE, run.code());
    assertTrue(run.err().contains(said), run.err());
    assertTrue(run.err().contains("Try 'backproof bench --help'."), run.err());
    assertEquals("", run.out());
  }

  @Test
  void aFileThatCannotBeWrittenIsRefusedBeforeAnythingIsMeasured() {
    CommandRun run = CommandRun.of("bench", "-o", folder.toString());
    assertEquals(Failures.FILE, run.code());
    assertEquals("backproof: cannot write " + folder + ": it is a folder\n", lines(run.err()));
  }

  @Test
  void ofSeveralFilesEachIsTriedBeforeAnythingIsMeasured() {
    String page = folder.resolve("bench.html").toString();
    CommandRun run = CommandRun.of("bench", "-o", page, "-o", folder.toString());
    assertEquals(Failures.FILE, run.code());
    assertEquals("backproof: cannot write " + folder + ": it is a folder\n", lines(run.err()));
  }

  @ParameterizedTest
  @CsvSource({"a.json,JSON", "b.HTML,HTML", "c.txt,TEXT", "json,TEXT", "d.e/results,TEXT"})
  void theEndingSaysTheFormat(String name, BenchFormat format) {
    assertEquals(format, BenchFormat.of(folder.resolve(name)));
  }

  @Test
  void aMeasurementThatFailsEndsItWithOneMessage() throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    // What a JVM that measures complains about goes to a file, which cannot be made here.
    Process process =
        java(
            out,
            "-Djava.io.tmpdir=" + folder.resolve("nowhere"),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.backproof.verify.cli.Main",
            "bench",
            "--quick");
    // Newer JDKs themselves say that the folder is missing, before any code of ours runs.
    String said =
        lines(Files.readString(out, StandardCharsets.UTF_8))
            .replace("WARNING: java.io.tmpdir directory does not exist\n", "");
    assertEquals(Failures.INTERNAL, process.exitValue(), said);
    assertTrue(said.startsWith("Measuring in "), said);
    assertTrue(said.contains("\nbackproof: the JVM that measures is not started: "), said);
    assertEquals(2, said.lines().count(), said);
  }

  @Test
  void helpSaysHowItEnds() {
    CommandRun run = CommandRun.of("bench", "--help");
    assertEquals(0, run.code());
    for (String words :
        new String[] {"--sizes=d,h,m,n", "--quick", "--format=FORMAT", "70", "130"}) {
      assertTrue(run.out().contains(words), run.out());
    }
  }

  @Test
  void noOtherCommandLoadsJmh() throws IOException, InterruptedException {
    Path classes = folder.resolve("classes.txt");
    Process process =
        java(
            folder.resolve("out.txt"),
            "-Xlog:class+load:file=" + classes,
            "-cp",
            System.getProperty("java.class.path"),
            "dev.backproof.verify.cli.Main",
            "doctor");
    assertEquals(0, process.exitValue());
    String loaded = Files.readString(classes, StandardCharsets.UTF_8);
    assertTrue(loaded.contains("dev.backproof.verify.cli.DoctorCommand "), "a log of classes");
    assertFalse(loaded.contains("org.openjdk.jmh."), "JMH");
    assertFalse(loaded.contains("dev.backproof.verify.bench.Host"), "what runs JMH");
  }

  private static Process java(Path out, String... arguments)
      throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    // With these, Java itself talks.
    builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    } finally {
      process.destroyForcibly();
    }
    return process;
  }

  private static String lines(String text) {
    return text.replace(System.lineSeparator(), "\n");
  }
}
