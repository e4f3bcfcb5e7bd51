package dev.backproof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.autodiff.rule.KinkTable;
import dev.backproof.verify.notes.Claim;
import dev.backproof.verify.notes.NotesClaims;
import dev.backproof.verify.tour.Tour;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * What the README shows is what happens: its programs are compiled and run, its quotations
 * compared.
 */
class ReadmeTest {
  private static final Path ROOT = SourceWalk.root();

  /** A whole program, not a quotation; within one block. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?<!-->\n)```java\n((?:(?!```).)*?\nclass (\\w+) (?:(?!```).)*)```\n\n"
              + "```text\n(.*?)```",
          Pattern.DOTALL);

  private static final Pattern QUOTATION =
      Pattern.compile("<!-- (verify/\\S+) -->\n```(?:text|java)\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  @TestFactory
  @ResourceLock(Resources.SYSTEM_OUT)
  Stream<DynamicTest> programsPrintWhatStandsBelowThem() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    Matcher program = PROGRAM.matcher(readme());
    while (program.find()) {
      String source = program.group(1);
      String name = program.group(2);
      String printed = program.group(3);
      tests.add(DynamicTest.dynamicTest(name, () -> assertEquals(printed, run(name, source))));
    }
    assertEquals(4, tests.size());
    return tests.stream();
  }

  private String run(String name, String source) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int code =
        compiler.run(
            null,
            messages,
            messages,
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString(),
            file.toString());
    assertEquals(0, code, () -> messages.toString(StandardCharsets.UTF_8));
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()});
        PrintStream captured = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      var main = loader.loadClass(name).getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void quotedFilesAreQuotedWhole() throws IOException {
    Matcher quotation = QUOTATION.matcher(readme());
    Set<String> quoted = new HashSet<>();
    while (quotation.find()) {
      quoted.add(quotation.group(1));
      assertEquals(Files.readString(ROOT.resolve(quotation.group(1))), quotation.group(2));
    }
    for (Tour program : Tour.values()) {
      String printed = program == Tour.NOTES ? "notes-network" : program.toString();
      assertTrue(quoted.remove("verify/src/test/resources/tour/" + printed + ".txt"), printed);
      quoted.remove("verify/src/main/jshell/" + program + ".jsh");
    }
    assertEquals(Set.of(), quoted);
  }

  @Test
  void everyProgramOfTheTourStandsInTheTable() throws IOException {
    String readme = readme();
    for (Tour program : Tour.values()) {
      String row = "| `" + program + "` | " + program.title() + " |\n";
      assertTrue(readme.contains(row), row);
    }
  }

  @Test
  void everyClaimOfTheMainJobStandsInItsTable() throws IOException {
    String readme = readme();
    for (Claim claim : NotesClaims.all()) {
      Pattern line =
          Pattern.compile(
              "^  "
                  + Pattern.quote(claim.id())
                  + " +(PROVED|–) +AGREES .*"
                  + Pattern.quote(claim.title())
                  + "$",
              Pattern.MULTILINE);
      assertTrue(line.matcher(readme).find(), claim::id);
    }
  }

  @Test
  void theKinkTableIsTheTable() throws IOException {
    assertTrue(
        readme().contains("<!-- kink table -->\n```text\n" + KinkTable.text() + "```\n"),
        KinkTable::text);
  }
}
