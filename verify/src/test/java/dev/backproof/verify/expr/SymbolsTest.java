package dev.backproof.verify.expr;

import static dev.backproof.verify.expr.SampleNumbers.D;
import static dev.backproof.verify.expr.SampleNumbers.H;
import static dev.backproof.verify.expr.SampleNumbers.M;
import static dev.backproof.verify.expr.SampleNumbers.N;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SymbolsTest {
  private final Symbols symbols = new Symbols();

  private static void assertRefused(String message, Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }

  private List<String> letters(Shape shape) {
    return symbols.freeIndices(shape).stream().map(index -> index.term().name()).toList();
  }

  @Test
  void sizesAreDeclaredByBeingUsed() {
    symbols.tensor("W", H, D);
    symbols.labels("y", M, N);
    Declarations declarations = symbols.declarations();
    assertEquals(List.of("h", "d", "n", "m"), declarations.sizes());
    assertEquals(Map.of("W", List.of("h", "d")), declarations.tensors());
    assertEquals(Map.of("y", new Declarations.Label("m", List.of("n"))), declarations.labels());
  }

  @Test
  void sizeThatNoTensorHasIsDeclaredAlone() {
    assertEquals(N, symbols.size("n"));
    assertEquals(N, symbols.size("n"), "once");
    assertEquals(List.of("n"), symbols.declarations().sizes());
    symbols.tensor("x");
    assertRefused("declare: the size x has the name of something else", () -> symbols.size("x"));
  }

  @Test
  void literalAxesAreDeclaredAsAFamily() {
    symbols.tensor("x", Size.of(2), N, Size.ONE, Size.of(2));
    assertEquals(
        List.of("x.0.0", "x.0.1", "x.1.0", "x.1.1"),
        List.copyOf(symbols.declarations().tensors().keySet()));
    assertEquals(List.of("n"), symbols.declarations().tensors().get("x.1.0"));
  }

  @Test
  void freeIndicesHaveTheUsualLetters() {
    assertEquals(List.of("j", "i"), letters(Shape.of(H, D)));
    assertEquals(List.of("r", "k"), letters(Shape.of(N, M)));
    assertEquals(List.of("i", "l"), letters(Shape.of(D, D)));
    assertEquals(List.of("i", "j"), letters(Shape.of(Size.symbol("u"), Size.symbol("v"))));
    assertEquals(List.of("r", "i"), letters(Shape.of(Size.of(2), N.times(D), Size.ONE)));
  }

  @Test
  void freeIndicesAreNeverTaken() {
    symbols.tensor("i", D);
    symbols.labels("l", M);
    symbols.tensor("j", Size.of(2), H);
    assertEquals(List.of("k", "p"), letters(Shape.of(D, H)));
    for (String letter : "k p q r s t u v w a b c".split(" ", -1)) {
      symbols.tensor(letter);
    }
    assertEquals(List.of("i1", "j1", "l1"), letters(Shape.of(D, H, D)));
  }

  @Test
  void namesAreDeclaredOnce() {
    symbols.tensor("W", H, D);
    assertRefused("declare: the name W is taken", () -> symbols.labels("W", M));
    assertRefused("declare: the name h is taken", () -> symbols.tensor("h"));
    assertRefused(
        "declare: the size W has the name of something else",
        () -> symbols.tensor("x", Size.symbol("W")));
    assertRefused("declare: not a name: 1x", () -> symbols.tensor("1x"));
    symbols.tensor("t.0");
    assertRefused("declare: declared twice: t.0", () -> symbols.tensor("t", Size.of(2)));
    assertRefused("no such tensor: V", () -> symbols.operand("V"));
  }

  @Test
  void hypothesesAreEquationsAndSigns() {
    symbols.positive("lam");
    symbols.tensor("Y", N, M);
    symbols.tensor("A", D, D);
    symbols.rowsSumToOne("Y").symmetric("A");
    Term n = Term.index("#0:n");
    Term m = Term.index("#0:m");
    Term i = Term.index("#0:d");
    Term j = Term.index("#1:d");
    assertEquals(
        List.of(
            Hypothesis.sign(List.of(), Term.entry("lam"), Signs.POSITIVE),
            Hypothesis.equation(List.of(n), Term.sum("m", m, Term.entry("Y", n, m)), Term.ONE),
            Hypothesis.equation(List.of(i, j), Term.entry("A", i, j), Term.entry("A", j, i))),
        symbols.hypotheses());
  }

  @Test
  void hypothesesAboutLiteralAxesAreOneForEachPosition() {
    symbols.tensor("q", Size.of(2));
    symbols.rowsSumToOne("q");
    symbols.tensor("A", Size.of(2), Size.of(2));
    symbols.symmetric("A");
    assertEquals(3, symbols.hypotheses().size());
    assertEquals(
        Hypothesis.equation(List.of(), Term.add(Term.entry("q.0"), Term.entry("q.1")), Term.ONE),
        symbols.hypotheses().get(0));
    assertEquals(
        Hypothesis.equation(List.of(), Term.entry("A.0.1"), Term.entry("A.1.0")),
        symbols.hypotheses().get(1));
  }

  @Test
  void hypothesesThatDoNotFitAreRefused() {
    Expr w = symbols.tensor("W", H, D);
    Expr y = symbols.labels("y", M);
    assertRefused(
        "hypothesis: shapes differ: left is [h×d], right is [d×h]", () -> symbols.symmetric("W"));
    assertRefused(
        "hypothesis: the labels y name classes and are no numbers",
        () -> symbols.assumeSign(y, Signs.POSITIVE));
    assertTrue(symbols.hypotheses().isEmpty());
    symbols.assumeEqual(w.sum(0).sum(0), w.one());
    assertEquals(1, symbols.hypotheses().size());
  }

  @Test
  void declaredIndexIsFree() {
    Expr x = symbols.tensor("X", N, D);
    Index r = symbols.index("r", N);
    symbols.declarations().check(x.fix(0, r).sum().at(List.of()));
    assertEquals(List.of("t"), letters(Shape.of(N)), "r is taken");
    assertRefused("declare: the name r is taken", () -> symbols.index("r", N));
  }
}
