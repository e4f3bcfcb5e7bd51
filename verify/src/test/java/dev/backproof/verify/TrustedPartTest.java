package dev.backproof.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.backproof.verify.SourceWalk.Source;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Proved;
import dev.backproof.verify.kernel.Refutation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What has to be trusted stays small enough to be read, and sees nothing of what searches.
 *
 * <p>A {@code PROVED} is right if what {@link Proved} and {@link Kernel} rest on is: terms,
 * statement, derivative, conditions, signs, the ring and the rules. Only a kernel makes a {@link
 * Proved}, so neither the search nor the replay of certificates, which drive a kernel, can say that
 * something is proved. A {@code REFUTED} is right if what {@link Refutation} rests on is: terms,
 * statement, derivative, conditions and intervals, but no rule. Both are closures under what
 * classes depend on, so nothing is left out by mistake; lines are counted without comments and
 * blank lines.
 *
 * <p>Each of the two is below 2,000 lines. Both together are not yet: intervals are some 430 lines
 * that no proof rests on. Raise a budget only with a reason; lower it when something has left. Not
 * counted is the reading of a certificate: a step that is misread is refused or proves something
 * else, and what is proved is printed from the terms that were checked.
 */
class TrustedPartTest {
  private static final int PROVED_BUDGET = 1_830;
  private static final int REFUTED_BUDGET = 1_550;
  private static final int BUDGET = 2_260;

  private static final String VERIFY = "dev.backproof.verify.";
  private static final String KERNEL = VERIFY + "kernel";

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.backproof");

  private static final List<Source> SOURCES =
      SourceWalk.ofRepository().main().stream()
          .filter(source -> source.folder().endsWith("/" + KERNEL.replace('.', '/')))
          .toList();

  @Test
  void onlyCommentsAndBlankLinesAreNotCounted() {
    String text =
        """
        /** A comment. */
        class Counted {
          // One in the middle hides no more than its own line.
          int one; // nor what is before it

          /*
           * Nor what is behind it.
           */
          int two;
          // int three;
        }
        """;
    assertEquals(4, code(text));
  }

  @Test
  void proofsRestOnLittle() {
    within(PROVED_BUDGET, restsOn(Kernel.class, Proved.class));
  }

  @Test
  void refutationsRestOnLittle() {
    within(REFUTED_BUDGET, restsOn(Refutation.class));
  }

  @Test
  void theWholeKernelIsLittle() {
    Set<String> all = new TreeSet<>(restsOn(Kernel.class, Proved.class));
    all.addAll(restsOn(Refutation.class));
    all.addAll(Set.of("Enclosure", "Sample", "package-info"));
    Set<String> files = new TreeSet<>(SOURCES.stream().map(TrustedPartTest::type).toList());
    assertEquals(files, all, "what neither a proof nor a refutation rests on can leave the kernel");
    within(BUDGET, all);
  }

  @Test
  void noProofRestsOnIntervals() {
    Set<String> proofs = restsOn(Kernel.class, Proved.class);
    for (String witness : List.of("Interval", "IntervalFunctions", "Enclosure", "Evaluation")) {
      assertTrue(!proofs.contains(witness), witness);
    }
    Set<String> refutations = restsOn(Refutation.class);
    assertTrue(!refutations.contains("Rule") && !refutations.contains("Ring"));
  }

  @Test
  void theKernelSeesNothingElse() {
    classes()
        .that()
        .resideInAPackage(KERNEL)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify.annotations..", KERNEL)
        .because("a proof rests on the kernel and on nothing else")
        .check(CLASSES);
  }

  @Test
  void replaySeesNothingThatSearches() {
    String[] others =
        Stream.of(
                "prover",
                "expr",
                "theorem",
                "derivation",
                "report",
                "cli",
                "assertion",
                "check",
                "notes",
                "tour")
            .map(name -> VERIFY + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(VERIFY + "certificate..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .because("certificates are checked without what found them")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(VERIFY + "certificate..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.backproof.autodiff..", "dev.backproof.mlp..")
        .because("certificates are checked without what they are about")
        .check(CLASSES);
  }

  /** The types of the kernel that some classes need, themselves among them. */
  private static Set<String> restsOn(Class<?>... roots) {
    Set<JavaClass> seen = new HashSet<>();
    Deque<JavaClass> open = new ArrayDeque<>();
    Stream.of(roots).map(CLASSES::get).forEach(open::add);
    while (!open.isEmpty()) {
      JavaClass next = open.pop();
      if (next.getPackageName().equals(KERNEL) && seen.add(next)) {
        next.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType())
            .forEach(open::add);
      }
    }
    return seen.stream().map(TrustedPartTest::outermost).collect(toCollection(TreeSet::new));
  }

  private static String outermost(JavaClass type) {
    String name = type.getName().substring(KERNEL.length() + 1);
    return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
  }

  private static String type(Source source) {
    return source.name().substring(0, source.name().indexOf('.'));
  }

  private static void within(int budget, Set<String> types) {
    long lines =
        SOURCES.stream()
            .filter(source -> types.contains(type(source)))
            .mapToLong(source -> code(source.text()))
            .sum();
    assertTrue(lines > budget / 2, () -> "only " + lines + " lines seen of " + types);
    assertTrue(lines <= budget, () -> lines + " lines of " + types + ", at most " + budget);
    assertTrue(lines > budget - 100, () -> "only " + lines + " lines: lower the budget " + budget);
  }

  private static long code(String text) {
    return COMMENT.matcher(text).replaceAll("").lines().filter(l -> !l.isBlank()).count();
  }
}
