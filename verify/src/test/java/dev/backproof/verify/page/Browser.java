package dev.backproof.verify.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.backproof.verify.markup.Html;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A headless Chromium that opens a page from a file and gives back what has become of it.
 *
 * <p>Where none is installed the test is skipped, and says so.
 */
public final class Browser {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final long PATIENCE_SECONDS = 300;

  /** What a driver leaves: text in an element, escaped by the browser. */
  private static final Pattern SAID =
      Pattern.compile("<pre id=\"said\">(.*?)</pre>", Pattern.DOTALL);

  private final Path program;
  private final Path folder;

  private Browser(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** The browser, or the end of the test. */
  public static Browser in(Path folder) {
    Optional<Path> program =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
            .flatMap(place -> NAMES.stream().map(name -> Path.of(place, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(program.isPresent(), "no Chromium on the PATH: pages are not opened");
    return new Browser(program.orElseThrow(), folder);
  }

  /** The page as it is after loading, as HTML. */
  public String dom(String page, String... options) {
    return run(write(page), "", Stream.concat(Stream.of("--dump-dom"), Arrays.stream(options)));
  }

  /**
   * Opens a page, at a fragment, and runs a script at its end, which returns an object.
   *
   * @return the object; its {@code errors} are those of all scripts of the page
   */
  public JsonObject drive(String page, String fragment, String script, String... options) {
    String watched =
        page.replace(
                "<head>",
                "<head><script>window.errors = [];"
                    + " addEventListener('error', e => errors.push(e.message));"
                    + " addEventListener('securitypolicyviolation', e => errors.push("
                    + "'refused ' + e.blockedURI));</script>")
            .replace(
                "</body>",
                "<script>addEventListener('load', () => {"
                    + " let said; try { said = (() => {"
                    + script
                    + "})() ?? {}; } catch (e) { errors.push(String(e.stack)); said = {}; }"
                    + " said.errors = errors; const pre = document.createElement('pre');"
                    + " pre.id = 'said'; pre.textContent = JSON.stringify(said);"
                    + " document.body.append(pre); });</script></body>");
    String dom =
        run(
            write(watched),
            fragment,
            Stream.concat(Stream.of("--dump-dom"), Arrays.stream(options)));
    Matcher said = SAID.matcher(dom);
    assertTrue(said.find(), () -> "the script said nothing: " + dom.length() + " characters");
    String json =
        said.group(1)
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&nbsp;", "\u00a0")
            .replace("&amp;", "&");
    return JsonParser.parseString(json).getAsJsonObject();
  }

  /** As {@link #drive}, with the page in a frame: narrower than a window of a browser may be. */
  public JsonObject driveInFrame(String page, int width, String script, String... options) {
    return drive(
        "<!DOCTYPE html><html><head></head><body style=\"margin:0\"><iframe style=\"border:0\" width=\""
            + width
            + "\" height=\"900\" srcdoc=\""
            + Html.escape(page)
            + "\"></iframe></body></html>",
        "",
        "const window = frames[0], document = window.document;" + script,
        options);
  }

  /** Prints a page and gives the file. */
  public Path print(String page, String... options) {
    Path file = folder.resolve("page.pdf");
    run(
        write(page),
        "",
        Stream.concat(
            Stream.of("--print-to-pdf=" + file, "--no-pdf-header-footer"), Arrays.stream(options)));
    return file;
  }

  private Path write(String page) {
    try {
      return Files.writeString(folder.resolve("page.html"), page);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String run(Path page, String fragment, Stream<String> options) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--user-data-dir=" + folder.resolve("profile"),
            "--virtual-time-budget=20000"));
    options.forEach(command::add);
    command.add(page.toUri() + fragment);
    try {
      Path out = folder.resolve("out.txt");
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(folder.resolve("err.txt").toFile())
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the browser did not end in time");
      }
      assertEquals(
          0,
          process.exitValue(),
          () -> {
            try {
              return Files.readString(folder.resolve("err.txt"));
            } catch (IOException e) {
              return e.toString();
            }
          });
      // Links to places outside, which a temporary folder is warned about when it goes.
      for (String link : List.of("SingletonLock", "SingletonSocket", "SingletonCookie")) {
        Files.deleteIfExists(folder.resolve("profile").resolve(link));
      }
      return Files.readString(out, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
