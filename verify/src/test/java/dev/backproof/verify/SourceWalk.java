package dev.backproof.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java sources of all modules, as text; what the build generates is not among them. */
final class SourceWalk {
  static final List<String> MODULES = List.of("core", "autodiff", "mlp", "verify");

  /**
   * One file: its path from the root of the repository with forward slashes, and its text.
   *
   * @param path such as {@code core/src/main/java/dev/backproof/core/Shape.java}
   * @param text all of it
   */
  record Source(String path, String text) {
    /** Of the product; the foreign project below src/it has a main folder too. */
    boolean isMain() {
      return path.startsWith(module() + "/src/main/");
    }

    String module() {
      return path.substring(0, path.indexOf('/'));
    }

    /** The folder it lies in: for a class, its package. */
    String folder() {
      return path.substring(0, path.lastIndexOf('/'));
    }

    String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    int lines() {
      return (int) text.lines().count();
    }
  }

  private final List<Source> sources;

  private SourceWalk(List<Source> sources) {
    this.sources = sources;
  }

  /** Walks {@code <module>/src} of the repository that the running test belongs to. */
  static SourceWalk ofRepository() {
    Path root = root();
    return new SourceWalk(MODULES.stream().flatMap(m -> below(root, m).stream()).toList());
  }

  List<Source> all() {
    return sources;
  }

  List<Source> main() {
    return sources.stream().filter(Source::isMain).toList();
  }

  List<Source> test() {
    return sources.stream().filter(source -> !source.isMain()).toList();
  }

  /** Surefire sets {@code basedir} to the module; an IDE runs there or in the root itself. */
  static Path root() {
    Path start = Path.of(System.getProperty("basedir", System.getProperty("user.dir", "")));
    for (Path p = start.toAbsolutePath(); p != null; p = p.getParent()) {
      Path here = p;
      if (MODULES.stream().allMatch(m -> Files.isRegularFile(here.resolve(m).resolve("pom.xml")))) {
        return here;
      }
    }
    throw new IllegalStateException("no folder above " + start + " holds the modules " + MODULES);
  }

  private static List<Source> below(Path root, String module) {
    try (Stream<Path> paths = Files.walk(root.resolve(module).resolve("src"))) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .sorted()
          .map(path -> read(root, path))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source read(Path root, Path path) {
    try {
      return new Source(
          root.relativize(path).toString().replace('\\', '/'), Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
