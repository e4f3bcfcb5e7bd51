package dev.backproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.verify.SourceWalk.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules on the text of the sources, main and test of every module. */
class SourceRulesTest {
  private static final int LONGEST_FILE = 400;

  /** Long enough for a sentence that says more than the name of the package. */
  private static final int SHORTEST_PACKAGE_COMMENT = 40;

  private static final Pattern PACKAGE_INFO =
      Pattern.compile("/\\*\\*(.*?)\\*/\\s*@NullMarked\\s+package ", Pattern.DOTALL);

  private static final Pattern COMMENT_FRAME = Pattern.compile("\\s*\\*?\\s+");

  /** Folders of one machine; a pattern, so that this file does not hold one itself. */
  private static final Pattern OF_ONE_MACHINE =
      Pattern.compile("/(home|Users|root|work)/|[A-Z]:\\\\\\\\");

  private static final Pattern JUNIT_TEST =
      Pattern.compile(
          "^\\s*@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b", Pattern.MULTILINE);

  private static final Pattern JQWIK_TEST =
      Pattern.compile("^\\s*@(Property|Example)\\b", Pattern.MULTILINE);

  /** What a Contract is inherited by; Surefire never runs it by itself. */
  private static final Pattern INHERITED =
      Pattern.compile("^(public )?(abstract class|interface) ", Pattern.MULTILINE);

  private static final SourceWalk SOURCES = SourceWalk.ofRepository();

  @Test
  void allModulesAreSeen() {
    assertEquals(
        Set.copyOf(SourceWalk.MODULES),
        SOURCES.main().stream().map(Source::module).collect(Collectors.toSet()));
    assertTrue(SOURCES.test().stream().anyMatch(s -> s.name().equals("SourceRulesTest.java")));
  }

  @Test
  void noFileIsTooLong() {
    refuse(
        SOURCES.all(),
        s -> s.lines() > LONGEST_FILE ? s.lines() + " lines, at most " + LONGEST_FILE : "",
        "a file over 300 lines wants to be two; move a concept into a file of its own");
  }

  @Test
  void everyPackageSaysWhatItIs() {
    Set<String> described =
        SOURCES.main().stream()
            .filter(s -> s.name().equals("package-info.java"))
            .map(Source::folder)
            .collect(Collectors.toSet());
    refuse(
        SOURCES.main(),
        s ->
            described.contains(s.folder()) || s.name().equals("module-info.java")
                ? ""
                : "its package has no package-info.java",
        "write one: a sentence or two, @NullMarked, package");
  }

  @Test
  void everyPackageIsNullMarkedUnderARealComment() {
    refuse(
        SOURCES.main().stream().filter(s -> s.name().equals("package-info.java")).toList(),
        s -> {
          Matcher m = PACKAGE_INFO.matcher(s.text());
          if (!m.find()) {
            return "not a doc comment, then @NullMarked, then the package";
          }
          int length = COMMENT_FRAME.matcher(m.group(1)).replaceAll(" ").strip().length();
          return length < SHORTEST_PACKAGE_COMMENT ? "a comment of " + length + " characters" : "";
        },
        "say what the package is for, in " + SHORTEST_PACKAGE_COMMENT + " characters or more");
  }

  @Test
  void everyTestIsInAFileThatIsRun() {
    refuse(
        SOURCES.test(),
        s -> {
          boolean contract =
              s.name().endsWith("Contract.java") && INHERITED.matcher(s.text()).find();
          if (JQWIK_TEST.matcher(s.text()).find() && !s.name().endsWith("Properties.java")) {
            return contract ? "" : "jqwik properties in a file not named …Properties";
          }
          if (JUNIT_TEST.matcher(s.text()).find() && !s.name().endsWith("Test.java")) {
            return contract ? "" : "JUnit tests in a file not named …Test";
          }
          return "";
        },
        "Surefire runs …Test and …Properties; a …Contract is abstract, or an interface");
  }

  @Test
  void noPathOfOneMachine() {
    refuse(
        SOURCES.all(),
        s -> {
          Matcher m = OF_ONE_MACHINE.matcher(s.text());
          return m.find() ? "names " + m.group() : "";
        },
        "use a path from the repository, or a temporary folder");
  }

  /** Fails with one line per file for which {@code fault} is not empty. */
  private static void refuse(List<Source> sources, Function<Source, String> fault, String remedy) {
    assertTrue(!sources.isEmpty(), "no sources: the rule would pass on nothing");
    String faults =
        sources.stream()
            .flatMap(
                s ->
                    Stream.of(fault.apply(s))
                        .filter(f -> !f.isEmpty())
                        .map(f -> s.path() + ": " + f))
            .collect(Collectors.joining("\n"));
    assertEquals("", faults, remedy);
  }
}
