package dev.backproof.verify.derivation;

import dev.backproof.verify.kernel.Declarations;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How names, indices and subscripts are written.
 *
 * @param symbols the symbols of names that are not written as usual
 * @param letters letters for bound indices
 * @param functions whether rect, abs and sign are recognised
 * @param underscores whether {@code W_kq} can be no name
 */
record Names(Map<String, Symbol> symbols, Letters letters, boolean functions, boolean underscores) {
  /** Short before long, then by text: {@code #2:m} before {@code #10:m}. */
  static final Comparator<String> BY_LENGTH =
      Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

  private static final String LETTERS = "aehijklmnoprstuvxyβρφχ";
  private static final String LOWERED = "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵧᵦᵨᵩᵪ";

  /** The letters no bound index may have: all names that are declared. */
  Set<String> reserved(Declarations declarations) {
    Set<String> names = new HashSet<>(declarations.sizes());
    names.addAll(declarations.tensors().keySet());
    names.addAll(declarations.labels().keySet());
    return names;
  }

  Symbol symbol(String name) {
    Symbol own = symbols.get(name);
    return own != null ? own : Symbol.ofName(name);
  }

  /** A label or free index. */
  Symbol indexSymbol(String name) {
    return symbols.containsKey(name) ? symbol(name) : new Symbol(name, Symbol.ofName(name).latex());
  }

  /** A letter of a bound index. */
  Symbol letter(String letter) {
    return switch (letter) {
      case "α" -> new Symbol(letter, "\\alpha");
      case "β" -> new Symbol(letter, "\\beta");
      case "γ" -> new Symbol(letter, "\\gamma");
      case "ρ" -> new Symbol(letter, "\\rho");
      default -> new Symbol(letter, Symbol.ofName(letter).latex());
    };
  }

  /** Indices below the line: {@code ₖⱼ}, {@code _kq} where a letter has no lowered form. */
  Symbol subscript(List<Symbol> indices) {
    boolean single = indices.stream().allMatch(index -> index.text().length() == 1);
    StringBuilder text = new StringBuilder();
    StringBuilder latex = new StringBuilder();
    boolean lowered = single;
    for (Symbol index : indices) {
      int at = single ? LETTERS.indexOf(index.text()) : -1;
      lowered &= at >= 0;
      text.append(single ? "" : text.isEmpty() ? "" : ",").append(index.text());
      latex.append(single || latex.isEmpty() ? "" : ",").append(index.latex());
    }
    String below =
        lowered ? lower(text.toString()) : single && underscores ? "_" + text : "[" + text + "]";
    return new Symbol(below, "_{" + latex + "}");
  }

  private static String lower(String letters) {
    StringBuilder below = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      below.append(LOWERED.charAt(LETTERS.indexOf(letters.charAt(i))));
    }
    return below.toString();
  }
}
