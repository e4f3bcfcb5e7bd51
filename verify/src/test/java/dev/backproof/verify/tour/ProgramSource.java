package dev.backproof.verify.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The source of a program of the tour, and the script for jshell that follows from it: its nested
 * classes, then the body of {@code lines}, behind that of {@code graph} where the lines show the
 * graph.
 *
 * @param text the whole file
 */
record ProgramSource(String text) {
  private static final Pattern NESTED =
      Pattern.compile("^  static class .*?^  }\n", Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern RETURN = Pattern.compile("^return ", Pattern.MULTILINE);

  static ProgramSource of(Tour program) throws IOException {
    String name =
        switch (program) {
          case ONE_VARIABLE -> "OneVariable";
          case ONE_VECTOR -> "OneVector";
          case FORWARD_MODE -> "ForwardMode";
          case JACOBIAN -> "Jacobian";
          case HAND_GRADIENT -> "HandGradient";
          case KINKS -> "Kinks";
          case NOTES -> "NotesNetwork";
          case HESSIAN_VECTOR -> "HessianVector";
          case COMPILED_STEP -> "CompiledStep";
          case OWN_LAYER -> "OwnLayer";
        };
    Path folder = Path.of("src/main/java/dev/backproof/verify/tour");
    Path module = Path.of(System.getProperty("basedir", ""));
    return new ProgramSource(Files.readString(module.resolve(folder).resolve(name + ".java")));
  }

  /** What the file for jshell has to hold. */
  String script() {
    StringBuilder script = new StringBuilder();
    Matcher nested = NESTED.matcher(text);
    while (nested.find()) {
      script.append(dedented(nested.group(), 2).replaceFirst("static ", "")).append('\n');
    }
    String shown = "lines(ComputationGraph graph, PrintWriter out)";
    if (text.contains(shown)) {
      String graph = RETURN.matcher(body("graph()")).replaceFirst("var graph = ");
      return script.append(graph).append('\n').append(body(shown)).toString();
    }
    return script.append(body("lines(PrintWriter out)")).toString();
  }

  private String body(String method) {
    Matcher body =
        Pattern.compile(
                "^  [^\n]*" + Pattern.quote(method) + " \\{\n(.*?)^  }\n",
                Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(text);
    if (!body.find()) {
      throw new IllegalStateException("no method " + method);
    }
    return dedented(body.group(1), 4);
  }

  private static String dedented(String lines, int blanks) {
    return lines
        .lines()
        .map(line -> (line.isBlank() ? "" : line.substring(blanks)) + "\n")
        .collect(Collectors.joining());
  }
}
