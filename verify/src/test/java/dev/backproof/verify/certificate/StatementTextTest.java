package dev.backproof.verify.certificate;

import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.delta;
import static dev.backproof.verify.kernel.Term.divide;
import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.exp;
import static dev.backproof.verify.kernel.Term.index;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.negate;
import static dev.backproof.verify.kernel.Term.number;
import static dev.backproof.verify.kernel.Term.power;
import static dev.backproof.verify.kernel.Term.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTextTest {
  private static final Term X = entry("x");
  private static final Term Y = entry("y");
  private static final Term V = Declarations.made(0, "m");

  private static String text(Term term) {
    Declarations letters =
        new Declarations().size("m").tensor("x").tensor("y").tensor("i").index("j", "m");
    Statement statement = new Statement(letters, term, Term.ONE);
    String line = StatementText.of(statement, List.of(), List.of(), 200);
    return line.substring("(everywhere): ".length(), line.length() - " = 1".length());
  }

  @Test
  void aProofIsSaidInOneLine() {
    assertEquals(
        "(everywhere): ∂(Σ(i:d) x[i]^2)/∂x[l] = 2·x[l]",
        StatementText.of(Replay.check(SmallProofs.squaredNorm()), 300));
    assertEquals(
        "(off the kinks): ∂(z·[z > 0])/∂z = −[−z > 0] + 1, if z ≠ 0",
        StatementText.of(Replay.check(SmallProofs.rectOffTheKinks()), 300));
  }

  @Test
  void parenthesesStandWhereTheyAreNeededOnly() {
    assertEquals("(x + 1)·y", sorted(text(multiply(Y, add(X, Term.ONE)))));
    assertEquals("x^-2", text(power(X, Rational.of(-2))));
    assertEquals("(x·x)^(1/2)", text(power(multiply(X, X), Rational.HALF)));
    assertEquals("2/(y·y)", text(divide(number(2), multiply(Y, Y))));
    assertEquals("(-2)·x", text(multiply(number(-2), X)));
    assertEquals("−x", text(negate(X)));
    assertEquals("(−x)·(−x)", text(multiply(negate(X), negate(X))));
    assertEquals("[x > 0]", text(Term.guard(X)));
    assertEquals("(x^2)^3", text(power(power(X, Rational.of(2)), Rational.of(3))));
  }

  /** The order of a sum or product is that of the kernel, which means nothing. */
  private static String sorted(String text) {
    return text.equals("y·(x + 1)") || text.equals("y·(1 + x)") || text.equals("(1 + x)·y")
        ? "(x + 1)·y"
        : text;
  }

  @Test
  void aSumIsSeenToEnd() {
    Term e = exp(entry("x"));
    assertEquals("(Σ(k:m) exp(x))^2", text(power(sum("m", V, e), Rational.of(2))));
    assertEquals("Σ(k:m) (x + x)", text(sum("m", V, add(X, X))));
    assertEquals("Σ(k:m) exp(x) + Σ(k:m) exp(x)", text(add(sum("m", V, e), sum("m", V, e))));
  }

  @Test
  void boundIndicesGetLettersThatNothingElseHas() {
    // i is a tensor here, j a label.
    Term w = Declarations.made(1, "m");
    assertEquals(
        "Σ(k:m) Σ(l:m) δ(k,l)",
        text(sum("m", V, sum("m", w, delta(V, w)))).replace("δ(l,k)", "δ(k,l)"));
    assertEquals(
        "Σ(k:m) δ(k,j)", text(sum("m", V, delta(V, index("j")))).replace("(j,k)", "(k,j)"));
  }

  @Test
  void aLongTermIsCutOff() {
    Term deep = X;
    for (int i = 0; i < 1_900; i++) {
      deep = exp(deep);
    }
    assertEquals("exp(".repeat(50) + "…", text(deep));
  }
}
