package dev.backproof.verify.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/**
 * Mathematics in ASCII, for a terminal that has nothing else: {@code ‖x‖₂²} is {@code ||x||_2^2}.
 *
 * <p>A replacement may be longer than its symbol. What it takes too much is taken from the blanks
 * behind it, down to two, so that columns stay in line where there is room.
 */
final class Ascii {
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀᵃᵇⁿˢˣʸ";
  private static final String RAISED_ASCII = "0123456789+-Tabnsxy";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋ᵢⱼₖᵣᵥᵧ";
  private static final String LOWERED_ASCII = "0123456789+-ijkrvy";

  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          // Numbers and letters
          Map.entry("½", "1/2"),
          Map.entry("∞", "inf"),
          Map.entry("π", "pi"),
          Map.entry("δ", "delta"),
          Map.entry("ε", "eps"),
          Map.entry("η", "eta"),
          Map.entry("θ", "theta"),
          Map.entry("λ", "lam"),
          Map.entry("μ", "mu"),
          Map.entry("φ", "phi"),
          Map.entry("𝓛", "L"),
          // Operations
          Map.entry("∂", "d"),
          Map.entry("Σ", "sum"),
          Map.entry("√", "sqrt"),
          Map.entry("∫", "int"),
          Map.entry("−", "-"),
          Map.entry("±", "+-"),
          Map.entry("·", "*"),
          Map.entry("×", "x"),
          Map.entry("⊙", "(*)"),
          Map.entry("⊛", "(**)"),
          Map.entry("⊗", "(x)"),
          Map.entry("∘", "o"),
          // Relations and brackets
          Map.entry("≤", "<="),
          Map.entry("≥", ">="),
          Map.entry("≠", "!="),
          Map.entry("≈", "~="),
          Map.entry("⊢", "|-"),
          Map.entry("→", "->"),
          Map.entry("‖", "||"),
          Map.entry("⟨", "<"),
          Map.entry("⟩", ">"),
          // Marks: the bar of a cotangent, the dot of a tangent, the hat of a mean
          Map.entry("\u0304", "~"),
          Map.entry("\u0307", "."),
          Map.entry("\u0302", "^"),
          Map.entry("′", "'"),
          Map.entry("″", "''"),
          // Punctuation
          Map.entry("–", "-"),
          Map.entry("…", "..."),
          Map.entry("‹", "<"),
          Map.entry("›", ">"));

  private Ascii() {}

  /** Every symbol there is a spelling for. */
  static String symbols() {
    return RAISED + LOWERED + String.join("", SYMBOLS.keySet());
  }

  /** The text in ASCII; a character without a spelling is a question mark. */
  static String of(String text) {
    if (text.chars().allMatch(Ascii::isAscii)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    char script = ' ';
    int owed = 0;
    // Taken apart, ≠ would be an equals sign and a stroke.
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD).replace("=\u0338", "≠");
    PrimitiveIterator.OfInt characters = apart.codePoints().iterator();
    while (characters.hasNext()) {
      int c = characters.nextInt();
      char before = script;
      script = RAISED.indexOf(c) >= 0 ? '^' : LOWERED.indexOf(c) >= 0 ? '_' : ' ';
      if (c == '\n') {
        owed = 0;
      }
      if (c == ' ' && owed > 0 && endsInGap(out)) {
        owed--;
        continue;
      }
      int start = out.length();
      if (script != ' ' && script != before) {
        out.append(script);
      }
      out.append(spelling(c));
      owed += out.length() - start - width(c);
    }
    return out.toString();
  }

  /** A stream that writes everything so. */
  static PrintStream stream(OutputStream out) {
    return new Stream(out);
  }

  private static String spelling(int c) {
    if (isAscii(c)) {
      return Character.toString(c);
    }
    int raised = RAISED.indexOf(c);
    if (raised >= 0) {
      return RAISED_ASCII.substring(raised, raised + 1);
    }
    int lowered = LOWERED.indexOf(c);
    if (lowered >= 0) {
      return LOWERED_ASCII.substring(lowered, lowered + 1);
    }
    return SYMBOLS.getOrDefault(Character.toString(c), "?");
  }

  private static boolean isAscii(int c) {
    return c < 128;
  }

  private static boolean endsInGap(StringBuilder out) {
    int n = out.length();
    return n >= 2 && out.charAt(n - 1) == ' ' && out.charAt(n - 2) == ' ';
  }

  /** The columns a character took. */
  private static int width(int c) {
    return Character.getType(c) == Character.NON_SPACING_MARK ? 0 : 1;
  }

  /** Every other way of printing text ends in the one that is overridden. */
  private static final class Stream extends PrintStream {
    Stream(OutputStream out) {
      super(out, true, StandardCharsets.US_ASCII);
    }

    @Override
    public void print(@Nullable String text) {
      super.print(of(String.valueOf(text)));
    }
  }
}
