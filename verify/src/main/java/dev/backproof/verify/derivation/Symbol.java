package dev.backproof.verify.derivation;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How something is called, in Unicode text and in LaTeX.
 *
 * @param text the text; {@code #} stands where an index goes, else it goes to the end
 * @param latex the LaTeX, likewise, in mathematics
 */
public record Symbol(String text, String latex) {
  private static final Pattern LETTERS_AND_NUMBER = Pattern.compile("([A-Za-z]+?)([0-9]*)('*)");

  private static final Map<String, String> GREEK =
      Map.ofEntries(
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("epsilon", "ε"),
          Map.entry("eta", "η"),
          Map.entry("theta", "θ"),
          Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"),
          Map.entry("rho", "ρ"),
          Map.entry("sigma", "σ"),
          Map.entry("tau", "τ"),
          Map.entry("phi", "φ"),
          Map.entry("omega", "ω"));

  /** The letters of the notes: a for an activation before the function, s after it. */
  private static final Map<String, Symbol> OF_THE_NOTES =
      Map.of(
          "ha", new Symbol("hᵃ", "h^{a}"),
          "hs", new Symbol("hˢ", "h^{s}"),
          "oa", new Symbol("oᵃ", "o^{a}"),
          "os", new Symbol("oˢ", "o^{s}"),
          "HA", new Symbol("Hᵃ", "H^{a}"),
          "HS", new Symbol("Hˢ", "H^{s}"),
          "OA", new Symbol("Oᵃ", "O^{a}"),
          "OS", new Symbol("Oˢ", "O^{s}"));

  /** The same in both. */
  public static Symbol plain(String both) {
    return new Symbol(both, both);
  }

  /** How a declared name is written if nobody says otherwise: {@code W2} is W⁽²⁾ in LaTeX. */
  public static Symbol ofName(String name) {
    Symbol own = OF_THE_NOTES.get(name);
    if (own != null) {
      return own;
    }
    Matcher m = LETTERS_AND_NUMBER.matcher(name);
    if (!m.matches()) {
      return new Symbol(name, "\\mathrm{" + name.replace("_", "\\_") + "}");
    }
    String letters = m.group(1);
    String greek = GREEK.get(letters);
    boolean one = letters.length() == 1;
    String base = greek != null ? "\\" + letters : one ? letters : "\\mathrm{" + letters + "}";
    String number = m.group(2).isEmpty() ? "" : "^{(" + m.group(2) + ")}";
    return new Symbol(
        (greek != null ? greek : letters) + m.group(2) + m.group(3), base + number + m.group(3));
  }

  /** With an index. */
  Symbol at(Symbol index) {
    return new Symbol(put(text, index.text), put(latex, index.latex));
  }

  private static String put(String symbol, String index) {
    return symbol.contains("#") ? symbol.replace("#", index) : symbol + index;
  }

  /** Without an index. */
  Symbol bare() {
    return at(new Symbol("", ""));
  }
}
