package dev.backproof.verify;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The house rules on the compiled classes: who may see whom, and what a signature may show.
 *
 * <p>The rules on the text of the sources are in {@link SourceRulesTest}.
 */
class HouseTest {
  private static final String ROOT = "dev.backproof.";

  /** Far fewer than there are; a look-up that lost a folder finds less. */
  private static final int FEWEST_CLASSES = 100;

  /** Packages with public types that no module exports, on purpose. */
  private static final Set<String> INTERNALS =
      // The loops that JMH writes; it finds them by name.
      Set.of(ROOT + "verify.bench.jmh_generated");

  /** Class folders under {@code mvn test}, jars under {@code mvn verify}: so by package. */
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.backproof");

  @Test
  void allModulesAreSeen() {
    for (String module : SourceWalk.MODULES) {
      long seen = CLASSES.stream().filter(c -> isIn(c, module)).count();
      assertTrue(seen > 0, "no class of " + module + ": every other rule would pass on nothing");
    }
    assertTrue(CLASSES.size() >= FEWEST_CLASSES, () -> "only " + CLASSES.size() + " classes seen");
  }

  @ParameterizedTest
  @CsvSource({
    "core, autodiff",
    "core, mlp",
    "core, verify",
    "autodiff, mlp",
    "autodiff, verify",
    "mlp, verify"
  })
  void arrowsPointBack(String upper, String lower) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + upper + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + lower + "..")
        .because("core ← autodiff ← mlp ← verify")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching(ROOT + "(**)")
        .should()
        .beFreeOfCycles()
        .because("a package is understood with those below it, and those only")
        .check(CLASSES);
  }

  @Test
  void closedFormDoesNotSeeAutodiff() {
    classes()
        .that()
        .resideInAPackage(ROOT + "mlp.closedform..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.jspecify..", ROOT + "core..", ROOT + "mlp", ROOT + "mlp.closedform..")
        .because("a gradient by hand is a witness only if it does not ask the one it judges")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "mlp")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "autodiff..")
        .because("the closed form rests on it")
        .check(CLASSES);
  }

  @Test
  void coreNeedsNothing() {
    classes()
        .that()
        .resideInAPackage(ROOT + "core..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify.annotations..", ROOT + "core..")
        .because("core is what everything else rests on")
        .check(CLASSES);
  }

  @Test
  void publicSignaturesShowNoGuava() {
    classes()
        .that()
        .resideInAnyPackage(ROOT + "core..", ROOT + "autodiff..")
        .and(are(shown()))
        .should(showNothingOf("com.google"))
        .because("a library for the insides is not part of the interface")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "verify.cli..")
        .should(useTheStandardStreams())
        .because("a library returns values; printing is for verify.cli")
        .check(CLASSES);
  }

  @Test
  void everyPackageWithPublicTypesIsExported() throws IOException {
    var modules = new TreeSet<String>();
    var exported = new TreeSet<String>();
    ClassLoader loader = HouseTest.class.getClassLoader();
    for (URL url : Collections.list(loader.getResources("module-info.class"))) {
      try (InputStream in = url.openStream()) {
        ModuleDescriptor module = ModuleDescriptor.read(in);
        if (module.name().startsWith(ROOT)) {
          modules.add(module.name());
          module.exports().forEach(export -> exported.add(export.source()));
        }
      }
    }
    assertEquals(SourceWalk.MODULES.size(), modules.size(), () -> "descriptors seen: " + modules);
    Set<String> hidden =
        CLASSES.stream()
            .filter(c -> c.getModifiers().contains(PUBLIC))
            .map(JavaClass::getPackageName)
            .filter(home -> !exported.contains(home) && !INTERNALS.contains(home))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), hidden, "export it in module-info, or make its types package-private");
  }

  private static boolean isIn(JavaClass c, String module) {
    return (c.getPackageName() + ".").startsWith(ROOT + module + ".");
  }

  private static DescribedPredicate<JavaClass> shown() {
    return DescribedPredicate.describe(
        "public or protected",
        c -> c.getModifiers().contains(PUBLIC) || c.getModifiers().contains(PROTECTED));
  }

  private static ArchCondition<JavaClass> showNothingOf(String prefix) {
    return new ArchCondition<>("show nothing of " + prefix) {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        Stream<? extends JavaType> ofClass =
            Stream.concat(c.getSuperclass().stream(), c.getInterfaces().stream());
        report(c.getFullName(), Stream.concat(ofClass, c.getTypeParameters().stream()), events);
        for (JavaMember member : c.getMembers()) {
          if (member.getModifiers().contains(PUBLIC) || member.getModifiers().contains(PROTECTED)) {
            report(member.getFullName(), types(member), events);
          }
        }
      }

      private void report(String owner, Stream<? extends JavaType> types, ConditionEvents events) {
        types
            .flatMap(type -> type.getAllInvolvedRawTypes().stream())
            .map(JavaClass::getFullName)
            .filter(name -> name.startsWith(prefix + "."))
            .distinct()
            .forEach(
                name -> events.add(SimpleConditionEvent.violated(owner, owner + " shows " + name)));
      }
    };
  }

  private static Stream<JavaType> types(JavaMember member) {
    if (member instanceof JavaCodeUnit unit) {
      return Stream.of(
              List.of(unit.getReturnType()),
              unit.getParameterTypes(),
              unit.getTypeParameters(),
              List.copyOf(unit.getExceptionTypes()))
          .flatMap(List::stream);
    }
    return Stream.of(((JavaField) member).getType());
  }

  private static ArchCondition<JavaClass> useTheStandardStreams() {
    return new ArchCondition<>("use the standard streams") {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        c.getFieldAccessesFromSelf().stream()
            .filter(access -> access.getTargetOwner().isEquivalentTo(System.class))
            .forEach(a -> events.add(SimpleConditionEvent.satisfied(a, a.getDescription())));
        c.getMethodCallsFromSelf().stream()
            .filter(call -> call.getName().equals("printStackTrace"))
            .filter(call -> call.getTargetOwner().isAssignableTo(Throwable.class))
            .filter(call -> call.getTarget().getRawParameterTypes().isEmpty())
            .forEach(a -> events.add(SimpleConditionEvent.satisfied(a, a.getDescription())));
      }
    };
  }
}
