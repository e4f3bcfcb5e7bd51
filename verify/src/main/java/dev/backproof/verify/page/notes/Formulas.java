package dev.backproof.verify.page.notes;

import dev.backproof.verify.derivation.MathText;
import dev.backproof.verify.derivation.Symbol;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.markup.Html;
import dev.backproof.verify.markup.LatexMath;
import dev.backproof.verify.markup.MathMl;
import dev.backproof.verify.markup.UnicodeMath;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Formulas of the page: what is typed in Unicode, and terms of the kernel. */
final class Formulas {
  /** Between equations that stand beside one another. */
  private static final Pattern BETWEEN = Pattern.compile("; |, (?=[∂h])");

  /** Before the second sign of a chain of two equations. */
  private static final Pattern CHAINED = Pattern.compile("(?<= = .{0,80}) (?== )");

  /** Where a formula in a card may go on in the next line. */
  private static final Pattern BREAK = Pattern.compile("(?<=: )|(?<= )(?=with )");

  /** The gradients that come from behind, each of which is called g, and what they are. */
  private static final Map<String, String> UPSTREAM =
      Map.of(
          "grad_oa", "∂L/∂oᵃ",
          "grad_os", "∂L/∂oˢ",
          "grad_hs", "∂L/∂hˢ",
          "grad_ha", "∂L/∂hᵃ");

  /** The letters of operands; a gradient that comes from behind is any g. */
  private static final Map<String, Symbol> LETTERS =
      Map.of(
          "grad_oa", Symbol.plain("g"),
          "grad_os", Symbol.plain("g"),
          "grad_hs", Symbol.plain("g"),
          "grad_ha", Symbol.plain("g"),
          "lam", new Symbol("λ₁₁", "\\lambda_{11}"),
          "lam2", new Symbol("λ₁₂", "\\lambda_{12}"));

  private Formulas() {}

  /** A formula in a line of text. */
  static String inline(String unicode) {
    return MathMl.inline(LatexMath.of(UnicodeMath.latex(unicode)));
  }

  /** A formula in a line of its own, its fractions in full size. */
  static String display(String unicode) {
    return MathMl.display(LatexMath.of(UnicodeMath.latex(unicode)));
  }

  /** As {@link #display}, in pieces that may stand below one another where there is little room. */
  static String wrapping(String unicode) {
    String[] pieces = BREAK.split(unicode, -1);
    boolean whole = Arrays.stream(pieces).allMatch(p -> p.contains("⟦") == p.contains("⟧"));
    return whole
        ? Arrays.stream(pieces).map(p -> display(p.strip())).collect(Collectors.joining(" "))
        : display(unicode);
  }

  /** Formulas in blocks of their own, one for each equation; what has none is words. */
  static String blocks(String unicode) {
    if (!unicode.contains("=")) {
      return "<div class=\"formula\">" + text(unicode) + "</div>\n";
    }
    StringBuilder html = new StringBuilder();
    for (String equation : BETWEEN.split(unicode, -1)) {
      for (String link : CHAINED.split(equation, -1)) {
        html.append("<div class=\"formula\">").append(display(link)).append("</div>\n");
      }
    }
    return html.toString();
  }

  /** What an operand that comes from behind is, if it does: {@code ∂L/∂oᵃ}. */
  static Optional<String> upstream(String name) {
    return Optional.ofNullable(UPSTREAM.get(name));
  }

  /** What an operand is called. */
  static Symbol symbol(String name) {
    return LETTERS.getOrDefault(name, Symbol.ofName(name));
  }

  /** A term over the letters of a statement. */
  static Symbol term(Statement statement, Term term) {
    MathText writer = MathText.of(statement.declarations());
    for (Map.Entry<String, Symbol> letter : LETTERS.entrySet()) {
      writer = writer.naming(letter.getKey(), letter.getValue());
    }
    return writer.both(term);
  }

  /** Words, escaped. */
  static String text(String words) {
    return Html.escape(words);
  }
}
