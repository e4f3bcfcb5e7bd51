package dev.backproof.verify.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Term;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ArrayTermTest {
  private static final ArrayTerm W = tensor("W2", "m", "h");
  private static final ArrayTerm G = tensor("g", "m");
  private static final ArrayTerm H = tensor("hs", "h");

  private static final MathText WRITER =
      MathText.of(
          new Declarations()
              .size("m")
              .size("h")
              .tensor("W2", "m", "h")
              .tensor("g", "m")
              .tensor("hs", "h")
              .index("y", "m")
              .index("j", "h"));

  private static ArrayTerm tensor(String name, String... axes) {
    return ArrayTerm.of(Symbol.ofName(name), List.of(axes), at -> Term.entry(name, at));
  }

  private static void isArray(String text, String entry, ArrayTerm a, String... at) {
    assertEquals(text, a.symbol().text());
    assertEquals(entry, WRITER.text(a.at(List.of(at).stream().map(Term::index).toList())));
  }

  @Test
  void anArrayKnowsItsEntries() {
    isArray("W2ᵀ · g", "Σₖ gₖ W2ₖⱼ", W.transposed().dot(G), "j");
    isArray("W2 · hˢ", "Σₚ W2ᵧₚ hˢₚ", W.dot(H), "y");
    isArray("g · (hˢ)ᵀ", "gᵧ hˢⱼ", G.outer(H), "y", "j");
    isArray("hˢ ⊙ hˢ", "hˢⱼ hˢⱼ", H.hadamard(H), "j");
    isArray("W2[y,:]ᵀ", "W2ᵧⱼ", W.row(Term.index("y"), Symbol.plain("y")), "j");
    isArray("2 g", "2 gᵧ", G.scaled(Symbol.plain("2"), Term.number(2)), "y");
  }

  @Test
  void sumsAreInParenthesesWithinProducts() {
    ArrayTerm difference = G.minus(ArrayTerm.oneHot("m", Term.index("y"), Symbol.plain("y")));
    assertEquals("W2ᵀ · (g − onehot(y))", W.transposed().dot(difference).symbol().text());
    assertEquals("g − (g − g)", G.minus(G.minus(G)).symbol().text());
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    isRefused("a product of [m, h] and [m]", () -> W.dot(G));
    isRefused("shapes [m] and [h]", () -> G.minus(H));
    isRefused("a transpose is of a matrix", G::transposed);
    isRefused("an outer product is of vectors", () -> W.outer(H));
    isRefused("a row is of a matrix", () -> G.row(Term.index("y"), Symbol.plain("y")));
    isRefused("an index for each axis of W2", () -> W.at(List.of(Term.index("y"))));
  }

  private static void isRefused(String message, Executable what) {
    Exception refusal = assertThrows(IllegalArgumentException.class, what);
    assertEquals(message, Objects.requireNonNull(refusal.getMessage()));
  }
}
