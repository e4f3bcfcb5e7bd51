package dev.backproof.verify.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formulas as people type them, {@code ∂L/∂hᵃⱼ = (Σₖ oˢₖW2ₖⱼ − W2ᵧⱼ)·[hᵃⱼ > 0]}, as LaTeX.
 *
 * <p>Raised and lowered letters become scripts, a derivative becomes a fraction, {@code W1} has its
 * number above; a word before a parenthesis is a function, another word is a word. What is between
 * {@code ⟦} and {@code ⟧} is marked as wrong.
 */
public final class UnicodeMath {
  private static final String RAISED = "ᵃˢᵀ⁰¹²³⁴⁵⁶⁷⁸⁹⁻ˣ";
  private static final String FROM_RAISED = "asT0123456789-x";
  private static final String LOWERED = "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵧ₀₁₂₃₄₅₆₇₈₉";
  private static final String FROM_LOWERED = "aehijklmnoprstuvxy0123456789";

  /** A letter, its number, what is raised, what is lowered. */
  private static final String NAME =
      "(?:\\p{L}̂?|‖[^‖]+‖)[0-9]*[" + RAISED + "]*(?:_[A-Za-zθ]+|[" + LOWERED + "]+)*";

  private static final Pattern DERIVATIVE =
      Pattern.compile("∂(‖x‖[" + LOWERED + RAISED + "]*|" + NAME + ")/∂(" + NAME + ")");

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<hat>\\p{L})\u0302|(?<code>[a-z]{2,}_[a-z0-9]+|eye\\([a-z]\\)\\[[^]]*]|os(?= −))"
              + "|(?<function>[a-z]{2,}′?)(?=[(²])"
              + "|(?<known>log|ln|exp)(?![a-z])"
              + "|(?<word>[A-Za-z][a-z]+(?: (?:a|[a-z]{2,})(?![(\\p{L}_]))*)(?![(\\p{L}_])"
              + "|(?<capitals>[A-Z]{2,})"
              + "|(?<layer>[Wb])(?<number>[12])(?<transposed>ᵀ?)"
              + "|(?<raised>["
              + RAISED
              + "]+)"
              + "|(?<lowered>["
              + LOWERED
              + "]+)(?:_(?<more>[a-z]))?"
              + "|λ(?<lambda>[0-9]+)"
              + "|_(?<below>[A-Za-zθ]+)"
              + "|(?<other>.)",
          Pattern.DOTALL);

  private static final Map<String, String> OTHER =
      Map.ofEntries(
          Map.entry("∂", "\\partial "),
          Map.entry("Σ", "\\sum "),
          Map.entry("δ", "\\delta "),
          Map.entry("λ", "\\lambda "),
          Map.entry("θ", "\\theta "),
          Map.entry("η", "\\eta "),
          Map.entry("𝓛", "\\mathcal{L}"),
          Map.entry("½", "\\tfrac{1}{2}"),
          Map.entry("−", "-"),
          Map.entry("·", "\\, "),
          Map.entry("⊙", " \\odot "),
          Map.entry("≥", " \\ge "),
          Map.entry("∈", " \\in "),
          Map.entry("‖", "\\|"),
          Map.entry(",", ",\\;"),
          Map.entry(";", ";\\;"),
          Map.entry("⟦", "\\wrong{"),
          Map.entry("⟧", "}"),
          Map.entry("′", "'"));

  private UnicodeMath() {}

  /** The LaTeX of a formula. */
  public static String latex(String text) {
    Matcher derivative = DERIVATIVE.matcher(text);
    StringBuilder latex = new StringBuilder();
    int from = 0;
    while (derivative.find()) {
      latex.append(tokens(text.substring(from, derivative.start())));
      latex
          .append("\\frac{\\partial ")
          .append(tokens(derivative.group(1)))
          .append("}{\\partial ")
          .append(tokens(derivative.group(2)))
          .append('}');
      from = derivative.end();
    }
    latex.append(tokens(text.substring(from)));
    return grown(latex.toString().replaceAll("(^|\\()\\\\text\\{ ", "$1\\\\text{"));
  }

  /** With parentheses that grow where something tall is between them. */
  private static String grown(String latex) {
    StringBuilder grown = new StringBuilder(latex);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < grown.length(); i++) {
      if (grown.charAt(i) == '(') {
        open.push(i);
      } else if (grown.charAt(i) == ')' && !open.isEmpty()) {
        int start = open.pop();
        String inside = grown.substring(start, i);
        if (inside.contains("\\frac") || inside.contains("\\sum")) {
          grown.insert(i, "\\right").insert(start, "\\left");
          i += "\\right\\left".length();
        }
      }
    }
    return grown.toString();
  }

  private static String tokens(String text) {
    StringBuilder latex = new StringBuilder();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      latex.append(token(token));
    }
    return latex.toString();
  }

  private static String token(Matcher t) {
    if (t.group("hat") != null) {
      return "\\hat{" + t.group("hat") + "}";
    }
    if (t.group("code") != null) {
      return "\\mathtt{" + t.group("code") + "}";
    }
    if (t.group("function") != null) {
      boolean prime = t.group("function").endsWith("′");
      return "\\operatorname{" + t.group("function").replace("′", "") + "}" + (prime ? "'" : "");
    }
    if (t.group("known") != null) {
      return "\\" + t.group("known") + " ";
    }
    if (t.group("word") != null) {
      return "\\text{ " + t.group("word") + " }";
    }
    if (t.group("capitals") != null) {
      return "\\mathrm{" + t.group("capitals") + "}";
    }
    if (t.group("layer") != null) {
      String above = t.group("transposed").isEmpty() ? "" : "\\top ";
      return t.group("layer") + "^{(" + t.group("number") + ")" + above + "}";
    }
    if (t.group("raised") != null) {
      return "^{" + plain(t.group("raised"), RAISED, FROM_RAISED).replace("T", "\\top ") + "}";
    }
    if (t.group("lowered") != null) {
      String more = t.group("more") == null ? "" : t.group("more");
      return "_{" + plain(t.group("lowered"), LOWERED, FROM_LOWERED) + more + "}";
    }
    if (t.group("lambda") != null) {
      return "\\lambda_{" + t.group("lambda") + "}";
    }
    if (t.group("below") != null) {
      return "_{" + t.group("below").replace("θ", "\\theta ") + "}";
    }
    return OTHER.getOrDefault(t.group("other"), t.group("other"));
  }

  private static String plain(String letters, String from, String to) {
    StringBuilder plain = new StringBuilder();
    letters.chars().forEach(c -> plain.append(to.charAt(from.indexOf(c))));
    return plain.toString();
  }
}
