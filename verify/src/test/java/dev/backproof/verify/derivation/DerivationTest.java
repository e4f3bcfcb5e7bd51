package dev.backproof.verify.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.backproof.verify.certificate.Certificate;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.kernel.Step;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.prover.Attempt;
import dev.backproof.verify.prover.Prover;
import dev.backproof.verify.theorem.IndexNotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DerivationTest {
  private static Statement statement(String id) {
    Chain chain = NotesDerivations.lecture(id).orElseThrow().parts().get(0).chain();
    List<Line> lines = chain.lines();
    return new Statement(
        chain.declarations(), lines.get(0).term(), lines.get(lines.size() - 1).term());
  }

  private static MathText writer(String id) {
    return NotesDerivations.lecture(id).orElseThrow().writer();
  }

  private static List<Step> steps(Statement statement) {
    return assertInstanceOf(Attempt.Proved.class, Prover.prove(statement)).steps();
  }

  private static String text(String id) {
    Statement s = statement(id);
    return Derivation.of(s, steps(s), writer(id)).prove().text(writer(id));
  }

  @Test
  void theNormIsReadOffItsProof() {
    assertEquals(
        """
            ∂‖x‖₂²/∂xₗ = Σᵢ 2 xᵢ δᵢₗ   the derivative, by its definition
                       = 2 Σᵢ xᵢ δᵢₗ   a constant factor
                       = 2 xₗ          Kronecker delta: Σᵥ δᵥⱼ f(v) = f(j)
            """,
        text("1.8"));
  }

  @Test
  void theGradientOfTheLossIsReadOffItsProof() {
    assertEquals(
        """
            ∂L/∂oᵃₖ = (Σ_q exp(oᵃ_q) δ_kq) / (Σ_q exp(oᵃ_q)) − δₖᵧ   the derivative, by its definition
                    = oˢₖ − δₖᵧ                                      Kronecker delta: Σᵥ δᵥⱼ f(v) = f(j)
            """,
        text("2.7"));
  }

  @TestFactory
  Stream<DynamicTest> everyProofOfTheNotesReadsAsAChainThatIsProved() {
    return NotesDerivations.ids().stream()
        .map(
            id ->
                dynamicTest(
                    id,
                    () -> {
                      Statement s = statement(id);
                      Chain chain = Derivation.of(s, steps(s), writer(id));
                      List<Line> lines = chain.lines();
                      assertEquals(Flat.all(s.left()), lines.get(0).term());
                      assertEquals(Flat.all(s.right()), lines.get(lines.size() - 1).term());
                      chain.prove();
                    }));
  }

  @Test
  void casesOfAConditionAreNamed() {
    Term x = Term.entry("x");
    Statement s =
        new Statement(
            new Declarations().tensor("x"), Term.guard(IndexNotation.rect(x)), Term.guard(x));
    MathText writer = MathText.of(s.declarations());
    String text = Derivation.of(s, steps(s), writer).prove().text(writer);
    assertTrue(text.contains("cases x > 0, = 0, < 0"), text);
  }

  @Test
  void aSideThatIsTheOtherIsALine() {
    Term x = Term.entry("x");
    Statement s = new Statement(new Declarations().tensor("x"), x, x);
    MathText writer = MathText.of(s.declarations());
    assertEquals(
        "x = x   the same term\n", Derivation.of(s, steps(s), writer).prove().text(writer));
  }

  @Test
  void certificatesReadAsALecture() {
    Statement norm = statement("1.8");
    Term x = Term.entry("x");
    Statement same = new Statement(new Declarations().tensor("x"), x, x);
    Certificate proof = new Certificate(norm, steps(norm), List.of());
    Certificate trivial = new Certificate(same, steps(same), List.of());
    ProvedLecture read =
        Derivation.lecture("1.8", Map.of("index", proof, "same", trivial)).orElseThrow().prove();
    assertEquals(
        """
        1.8  ∂(Σᵢ xᵢ²)/∂xₗ = 2 xₗ

        index:
        ∂(Σᵢ xᵢ²)/∂xₗ = Σᵢ 2 xᵢ δᵢₗ   the derivative, by its definition
                      = 2 Σᵢ xᵢ δᵢₗ   a constant factor
                      = 2 xₗ          Kronecker delta: Σᵥ δᵥⱼ f(v) = f(j)
        """,
        read.text());
    assertEquals(Optional.empty(), Derivation.lecture("2.1", Map.of("same", trivial)));
  }

  @Test
  void stepsThatProveSomethingElseAreRefused() {
    Statement s = statement("2.7");
    List<Step> steps = steps(s);
    MathText writer = writer("2.7");
    assertThrows(Refusal.class, () -> Derivation.of(s, steps.subList(0, steps.size() - 1), writer));
    assertThrows(Refusal.class, () -> Derivation.of(s, List.of(), writer));
    Step last = steps.get(steps.size() - 1);
    Step forged = new Step(last.rule(), last.terms(), List.of(99_999, 0));
    assertThrows(Refusal.class, () -> Derivation.of(s, List.of(forged), writer));
  }
}
