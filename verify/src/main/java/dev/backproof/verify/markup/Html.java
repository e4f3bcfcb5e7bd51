package dev.backproof.verify.markup;

import com.google.common.html.HtmlEscapers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text on its way into HTML, SVG or MathML: the one place that escapes. */
public final class Html {
  private Html() {}

  /** Text as the content of an element or of a quoted attribute. */
  public static String escape(String text) {
    return HtmlEscapers.htmlEscaper().escape(text);
  }

  /**
   * JSON as the content of a script element, which it cannot end.
   *
   * <p>{@code <} means the same to JSON when it is written as an escape.
   */
  public static String inScript(String json) {
    return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  /**
   * A text file that lies beside a class.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static String resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no file " + name + " beside " + beside.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
