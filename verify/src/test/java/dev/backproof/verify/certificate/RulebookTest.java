package dev.backproof.verify.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.verify.kernel.Derivative;
import dev.backproof.verify.kernel.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people read of the kernel is what it has. */
class RulebookTest {
  private static final Path MAIN = Path.of("src/main/java/dev/backproof/verify");

  /** Word, arguments, conclusion, and a reason that is not empty. */
  private static final Pattern ROW =
      Pattern.compile("\\| `(\\w+)` \\| (.*?) \\| (.*?) \\| \\S.* \\|");

  @Test
  void theTableHasEveryRuleAsTheProgramPrintsIt() throws IOException {
    List<String> written = new ArrayList<>();
    String title = "";
    for (String line : Files.readAllLines(MAIN.resolve("kernel/RULES.md"))) {
      Matcher row = ROW.matcher(line);
      if (line.startsWith("## What a statement may not say")) {
        break;
      } else if (line.startsWith("## ")) {
        title = line.substring(3);
        written.addAll(written.isEmpty() ? List.of(title + ":") : List.of("", title + ":"));
      } else if (title.equals("Rules") && row.matches()) {
        written.add("  " + row.group(1) + "(" + row.group(2).strip() + "): " + row.group(3));
      } else if (line.startsWith("- ")) {
        written.add("  " + line.substring(2));
      }
    }
    assertEquals(String.join("\n", Rulebook.lines()), String.join("\n", written));
  }

  @Test
  void theConventionsAreTheKernels() {
    Term x = Term.entry("x");
    Term nothing = Term.multiply(Term.guard(x), Term.function(Term.Kind.DETACH, x));
    assertEquals(Term.ZERO, new Derivative().expand(Term.derivative(nothing, x)));
  }

  @Test
  void theFormatIsDocumentedByAProof() throws IOException {
    String format = Files.readString(MAIN.resolve("certificate/FORMAT.md"));
    int start = format.indexOf("```text\n") + "```text\n".length();
    String example = format.substring(start, format.indexOf("```\n", start));
    assertEquals(CertificateText.write(SmallProofs.squaredNorm()), example);
    assertEquals(3, Replay.check(example).steps());
  }

  @Test
  void theLimitsInTheFormatAreTheLimits() throws IOException {
    String format = Files.readString(MAIN.resolve("certificate/FORMAT.md"));
    String limits = format.substring(format.indexOf("## Limits")).replace("\n", " ");
    List<Long> numbers = new ArrayList<>();
    Matcher number = Pattern.compile("\\d[\\d,]*").matcher(limits);
    while (number.find()) {
      numbers.add(Long.parseLong(number.group().replace(",", "")));
    }
    assertEquals(
        List.of(
            (long) Limits.TEXT,
            (long) Limits.TERMS,
            (long) Limits.STEPS,
            (long) Limits.LINE,
            (long) Limits.DIGITS,
            (long) Limits.NAME,
            (long) Limits.EXPONENT,
            (long) Limits.DEPTH,
            Limits.NODES,
            Limits.WORK,
            Limits.PATIENCE / 1000),
        numbers);
  }
}
