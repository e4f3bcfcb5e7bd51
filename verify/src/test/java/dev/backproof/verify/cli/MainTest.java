package dev.backproof.verify.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
  @Test
  void helpNamesEveryOptionCommandAndExitCode() {
    CommandRun run = CommandRun.of("--help");
    assertEquals(0, run.code());
    assertEquals("", run.err());
    for (String word :
        new String[] {"--output", "--seed", "--quick", "--quiet", "graph", "Exit codes:"}) {
      assertTrue(run.out().contains(word), word);
    }
    for (int code : new int[] {0, 1, 2, 3, 4, 5, 70, 130}) {
      assertTrue(run.out().lines().anyMatch(line -> line.matches(" +" + code + " +\\D.*")));
    }
  }

  @Test
  void helpFitsATerminalOfEightyColumns() {
    assertTrue(CommandRun.of("--help").out().lines().allMatch(line -> line.length() <= 80));
  }

  @Test
  void versionIsThatOfTheBuild() {
    CommandRun run = CommandRun.of("--version");
    assertEquals(0, run.code());
    assertTrue(run.out().matches("backproof \\d+\\.\\d+\\.\\d+\\S* \\(Java .+\\)\\R"), run.out());
  }

  @Test
  void anUnknownOptionIsNamedWithTheOneThatIsMeant() {
    usage(
        CommandRun.of("--sed"),
        "backproof: Unknown option: '--sed'",
        "Possible solutions: --seed",
        "Try 'backproof --help'.");
  }

  @Test
  void anUnknownCommandIsNamed() {
    usage(
        CommandRun.of("prof"),
        "backproof: Unmatched argument at index 0: 'prof'",
        "Did you mean: backproof prove or backproof predict?",
        "Try 'backproof --help'.");
  }

  @Test
  void aSeedIsAWholeNumber() {
    usage(
        CommandRun.of("--seed", "x"),
        "backproof: Invalid value for option '--seed': 'x' is not a whole number of 64 bits",
        "Try 'backproof --help'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "9223372036854775808", ""})
  void noOtherSeedIsTaken(String seed) {
    assertEquals(2, CommandRun.of("--seed", seed).code());
  }

  @Test
  void anOptionBeforeACommandIsRefused() {
    usage(
        CommandRun.of("--seed", "3", "graph", "one-variable"),
        "backproof: --seed before 'graph' says nothing: options of a command stand behind it",
        "Try 'backproof --help'.");
    assertEquals(0, CommandRun.of("--help", "graph").code());
  }

  @Test
  void anOptionWithoutItsValueIsRefused() {
    usage(
        CommandRun.of("--seed"),
        "backproof: Missing required parameter for option '--seed' (N)",
        "Try 'backproof --help'.");
  }

  @Test
  void anUnforeseenExceptionIsAnInternalErrorWithoutStackTrace() {
    internal(CommandRun.with(c -> c.addSubcommand(new Broken()), "broken"));
  }

  @Test
  void anUnforeseenErrorIsAnInternalErrorToo() {
    internal(CommandRun.with(c -> c.addSubcommand(new Exhausted()), "exhausted"));
  }

  @Test
  void resultsThatNobodyCanReadAreAFailure() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream talk = new PrintStream(err, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(CommandRun.full(), talk, false);
    assertEquals(5, Main.run(terminal, "graph", "one-variable"));
    assertEquals(
        "backproof: cannot write to standard output\n",
        err.toString(StandardCharsets.UTF_8).replace("\r", ""));
  }

  @Test
  void nothingIsColouredWhereNobodyWatches() {
    Terminal terminal =
        new Terminal(
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            false);
    CommandLine command = Main.commandLine(terminal);
    assertAll(
        () -> assertFalse(command.getUsageMessage().contains("\u001b")),
        () -> assertFalse(CommandRun.of("--help").out().contains("\u001b")),
        () -> assertFalse(CommandRun.of("--nonsense").err().contains("\u001b")));
  }

  private static void usage(CommandRun run, String... lines) {
    assertEquals(2, run.code());
    assertEquals("", run.out());
    assertEquals(String.join("\n", lines) + "\n", run.err().replace("\r", ""));
  }

  private static void internal(CommandRun run) {
    assertEquals(70, run.code());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("backproof: internal error: "), run.err());
    assertTrue(run.err().contains("Please report"), run.err());
    assertTrue(run.err().contains("dev.backproof.verify.cli.MainTest"), "names the place");
    assertFalse(run.err().contains("\tat "), run.err());
    assertFalse(run.err().contains("picocli"), run.err());
  }

  @Command(name = "broken")
  static final class Broken implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new IllegalStateException("seven is not eight");
    }
  }

  @Command(name = "exhausted")
  static final class Exhausted implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new StackOverflowError();
    }
  }
}
