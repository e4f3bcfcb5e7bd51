package dev.backproof.verify.markup;

import java.util.Map;
import java.util.Optional;

/** The names that LaTeX has for letters, operators and functions. */
final class Symbols {
  private static final Map<String, String> FUNCTIONS =
      Map.of("exp", "exp", "log", "log", "ln", "ln", "sin", "sin", "cos", "cos", "tanh", "tanh");

  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("cdot", "·"),
          Map.entry("odot", "⊙"),
          Map.entry("ne", "≠"),
          Map.entry("le", "≤"),
          Map.entry("ge", "≥"),
          Map.entry("approx", "≈"),
          Map.entry("in", "∈"));

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("partial", "∂"),
          Map.entry("top", "⊤"),
          Map.entry("infty", "∞"),
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("delta", "δ"),
          Map.entry("epsilon", "ε"),
          Map.entry("eta", "η"),
          Map.entry("theta", "θ"),
          Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"),
          Map.entry("pi", "π"),
          Map.entry("rho", "ρ"),
          Map.entry("sigma", "σ"),
          Map.entry("tau", "τ"),
          Map.entry("phi", "φ"),
          Map.entry("omega", "ω"));

  /** Letters of handwriting; the alphabet has gaps in Unicode, and L is in one. */
  private static final Map<String, String> SCRIPT = Map.of("L", "ℒ", "R", "ℛ");

  private Symbols() {}

  static Optional<String> function(String name) {
    return Optional.ofNullable(FUNCTIONS.get(name));
  }

  static Optional<String> operator(String name) {
    return Optional.ofNullable(OPERATORS.get(name));
  }

  static Optional<String> letter(String name) {
    return Optional.ofNullable(LETTERS.get(name));
  }

  static Optional<String> script(String letter) {
    return Optional.ofNullable(SCRIPT.get(letter));
  }
}
