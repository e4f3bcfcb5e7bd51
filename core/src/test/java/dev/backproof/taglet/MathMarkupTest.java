package dev.backproof.taglet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class MathMarkupTest {
  /** The markup without the element round it, and without groups, which show nothing. */
  private static String row(String text) {
    return MathRow.of(text).replaceAll("</?mrow>", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "x@ <mi>x</mi>",
        "2x@ <mn>2</mn><mi>x</mi>",
        "W1@ <mi>W1</mi>",
        "1e-12@ <mn>1e-12</mn>",
        "x²@ <msup><mi>x</mi><mn>2</mn></msup>",
        "xᵢ@ <msub><mi>x</mi><mi>i</mi></msub>",
        "hᵃⱼ@ <msubsup><mi>h</mi><mi>j</mi><mi>a</mi></msubsup>",
        "Wᵀ@ <msup><mi>W</mi><mi mathvariant=\"normal\">T</mi></msup>",
        "o_q@ <msub><mi>o</mi><mi>q</mi></msub>",
        "e^(−t)@ <msup><mi>e</mi><mo form=\"prefix\">−</mo><mi>t</mi></msup>",
        "#17@ <mn>#17</mn>",
        "f′@ <msup><mi>f</mi><mo>′</mo></msup>",
        "√x@ <msqrt><mi>x</mi></msqrt>",
        "a < b@ <mi>a</mi><mo>&lt;</mo><mi>b</mi>",
        "a ≠ b@ <mi>a</mi><mo>≠</mo><mi>b</mi>",
        "log x@ <mi>log</mi><mspace width=\"0.35em\"/><mi>x</mi>"
      })
  void aFormulaIsWhatItLooksLike(String text, String markup) {
    assertEquals(markup, row(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "a/b@ <mfrac><mi>a</mi><mi>b</mi></mfrac>",
        "1/(a − b)@ <mfrac><mn>1</mn><mi>a</mi><mo>−</mo><mi>b</mi></mfrac>",
        "(a − b)/2@ <mfrac><mi>a</mi><mo>−</mo><mi>b</mi><mn>2</mn></mfrac>",
        "a / b@ <mi>a</mi><mo>/</mo><mi>b</mi>"
      })
  void aStrokeWithoutBlanksIsAFraction(String text, String markup) {
    assertEquals(markup, row(text));
  }

  @Test
  void aDerivativeIsAFractionOfTwoDifferentials() {
    String d = "<mo rspace=\"0\" lspace=\"0\">∂</mo>";
    assertEquals(
        "<mfrac>" + d + "<mi>L</mi>" + d + "<msup><mi>o</mi><mi>a</mi></msup></mfrac>",
        row("∂L/∂oᵃ"));
  }

  @Test
  void aBarCoversTheWholeName() {
    assertEquals("<mover accent=\"true\"><mi>ha</mi><mo>¯</mo></mover>", row("h̄a"));
    assertEquals("<mover accent=\"true\"><mi>y</mi><mo>¯</mo></mover>", row("ȳ"));
  }

  @Test
  void severalLinesAreADerivationInColumns() {
    String markup = MathMarkup.of("\n  δ   = a − t      [m]   from b = c\n  γ = δ ⊙ a    [h]\n");
    assertEquals(2, markup.split("<mtr>", -1).length - 1);
    // Left side, right side, shape, reason; and of the second line no reason.
    assertEquals(7, markup.split("<mtd", -1).length - 1);
    assertTrue(markup.contains("alttext=\"δ = a − t [m] from b = c; γ = δ ⊙ a [h]\""), markup);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "|",
        "‖x",
        "a)",
        "(a",
        "[a, b)",
        "a/",
        "/a",
        "x^",
        "_",
        "ᵀ",
        "√",
        "Σ",
        "∂",
        "a & b < c > \"d\"",
        "|D(h/2) − ⟨w, Jv⟩| ≤ |D(h) − D(h/2)| + (11/6)·E/(h/2)",
        "softmax(o)ₖ = e^(oₖ) / Σ_q e^(o_q)",
        "∂𝓛/∂W = λ1·sign(W) + 2·λ2·W"
      })
  void whateverIsWrittenGivesWellFormedMarkup(String text) throws Exception {
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(MathMarkup.of(text))));
  }
}
