package dev.backproof.verify.notes;

import static dev.backproof.verify.kernel.Term.entry;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.index;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.subtract;
import static dev.backproof.verify.kernel.Term.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backproof.core.Size;
import dev.backproof.mlp.Network;
import dev.backproof.mlp.Parameters;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.IndexForm;
import dev.backproof.verify.expr.Statements;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.kernel.Kernel;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Refutation;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.prover.Decider;
import dev.backproof.verify.prover.Decision;
import dev.backproof.verify.prover.ProofVerdict;
import dev.backproof.verify.prover.Renaming;
import dev.backproof.verify.theorem.IndexNotation;
import dev.backproof.verify.theorem.NotesForms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** r21 and r24 in index notation: an index of one range in the place of one of another. */
class IndexCaptureTest {
  private static final Term I = index("i");
  private static final Term J = index("j");
  private static final Size D = Size.symbol("d");
  private static final Size H = Size.symbol("h");
  private static final Size M = Size.symbol("m");

  private final NotesForms forms = new NotesForms(new IndexNotation());

  /** ∂L/∂W1ⱼᵢ of the loss that runs = what stands here. */
  private static Statement w1(IndexForm right) {
    Symbols symbols = new Symbols();
    Parameters<Expr> parameters =
        Parameters.NAMES.map(
            name ->
                symbols.tensor(
                    name,
                    Network.shapes(D, H, M).list().get(Parameters.NAMES.list().indexOf(name))));
    Expr loss = Network.NOTES.loss(parameters, symbols.tensor("x", D), symbols.labels("y", M));
    return claim(symbols, loss, parameters.w1(), right);
  }

  /**
   * The derivative of a function by an operand = what stands here, ill-typed or not: made past the
   * check that statements from Java go through, so that the kernel's own is seen.
   */
  private static Statement claim(Symbols symbols, Expr function, Expr by, IndexForm right) {
    Statement zero =
        Statements.gradient(symbols, function, by, at -> Term.ZERO).statements().get(0);
    return new Statement(
        zero.declarations(),
        zero.hypotheses(),
        zero.left(),
        right.at(zero.left().argument(1).arguments()),
        false);
  }

  private Term os(Term k) {
    return forms.gradOa(forms.oa(), k);
  }

  private Term captured(Term j, Term i) {
    Term row = subtract(multiply(softmax(i), entry("W2", i, j)), entry("W2", NotesForms.Y, j));
    return multiply(row, guard(forms.ha().apply(j)), entry("x", i));
  }

  private Term softmax(Term k) {
    return Term.add(os(k), Term.delta(k, NotesForms.Y));
  }

  /** The index of W1's columns where the classes are summed over. */
  @Test
  void r21WithTheFreeIndexInTheSumIsMalformed() {
    Statement statement = w1(at -> captured(at.get(0), at.get(1)));
    malformed(statement, "is from d, not from m");
  }

  /** x bound by the sum over the classes. */
  @Test
  void r21WithXUnderTheSumIsMalformed() {
    Statement statement =
        w1(
            at ->
                multiply(
                    sum("m", I, multiply(softmax(I), entry("W2", I, at.get(0)), entry("x", I))),
                    guard(forms.ha().apply(at.get(0)))));
    malformed(statement, "is from m, not from d");
  }

  @Test
  void r21IsRefutedIfTheSizesAreTheSame() {
    refuted(
        Renaming.of(w1(at -> captured(at.get(0), at.get(1))), Map.of("m", "d")),
        Map.of("h", 1, "d", 2));
  }

  /**
   * As it is printed, Σᵢ … · xᵢ with i inside over the classes and outside over the inputs: each i
   * belongs to its own binder, so this is the right formula.
   */
  @Test
  void theSameLetterBoundInsideIsAnotherIndex() {
    Statement statement =
        w1(
            at -> {
              assertEquals(List.of(J, I), at, "the free indices have the letters of the notes");
              Term paths = sum("m", I, multiply(softmax(I), entry("W2", I, J)));
              return multiply(
                  subtract(paths, entry("W2", NotesForms.Y, J)),
                  guard(forms.ha().apply(J)),
                  entry("x", I));
            });
    assertEquals(ProofVerdict.PROVED, Decider.USUAL.decide(statement).verdict());
  }

  /** ∂L/∂x_l = ∂L/∂hᵃ_l·W1_ll. */
  private static Statement x() {
    Symbols symbols = new Symbols();
    Expr x = symbols.tensor("x", D);
    Expr value = symbols.tensor("W1", H, D).matmul(x).dot(symbols.tensor("grad_ha", H));
    return claim(
        symbols,
        value,
        x,
        at -> multiply(entry("grad_ha", at.get(0)), entry("W1", at.get(0), at.get(0))));
  }

  @Test
  void r24IsMalformed() {
    malformed(x(), "is from d, not from h");
  }

  @Test
  void r24IsRefutedIfTheSizesAreTheSame() {
    refuted(Renaming.of(x(), Map.of("h", "d")), Map.of("d", 2));
  }

  /** A δ between a class and an input, whatever the sizes. */
  @Test
  void aDeltaOfTwoRangesIsMalformed() {
    Symbols symbols = new Symbols();
    Expr x = symbols.tensor("x", D);
    symbols.index("k", M);
    Statement statement = claim(symbols, x.dot(x), x, at -> Term.delta(at.get(0), index("k")));
    malformed(statement, "δ of two ranges");
  }

  private static void malformed(Statement statement, String why) {
    Decision decision = Decider.USUAL.decide(statement);
    String message = assertInstanceOf(Decision.Malformed.class, decision).message();
    assertTrue(message.contains(why), message);
    assertThrows(Refusal.class, () -> new Kernel(statement));
    Map<String, Integer> sizes = Map.of("d", 1, "h", 1, "m", 1);
    Map<String, List<Rational>> none = Map.of();
    assertThrows(
        Refusal.class, () -> Refutation.check(statement, new Point(sizes, none, Map.of())));
  }

  private static void refuted(Statement statement, Map<String, Integer> sizes) {
    Refutation found =
        assertInstanceOf(Decision.Refuted.class, Decider.USUAL.decide(statement)).counterexample();
    assertEquals(sizes, found.point().sizes());
    assertEquals(found, Refutation.check(statement, found.point()));
  }
}
