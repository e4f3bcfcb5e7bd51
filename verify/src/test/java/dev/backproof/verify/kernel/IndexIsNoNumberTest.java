package dev.backproof.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An index where a rule computes is refused; else there were δ of sums of indices. */
class IndexIsNoNumberTest {
  private static final Term I = Term.index("i");
  private static final Term X = Term.entry("x");
  private static final Term V = Declarations.made(0, "n");

  private static Kernel kernel() {
    Declarations letters = new Declarations().size("n").tensor("x").index("i", "n").index("j", "n");
    return new Kernel(new Statement(letters, X, X));
  }

  private static Theorem apply(Rule rule, Term... terms) {
    return kernel().apply(rule, List.of(terms), List.of());
  }

  @TestFactory
  Stream<DynamicTest> noRuleComputesWithAnIndex() {
    Term minus = Term.negate(X);
    return Stream.<List<Term>>of(
            List.of(I, X, minus),
            List.of(I, I),
            List.of(V, I),
            List.of(I),
            List.of(V, X, I),
            List.of(I, I, Term.index("j")),
            List.of(V, I, X),
            List.of(V, I, I),
            List.of(Term.ONE, I),
            List.of(X, I),
            List.of(I, X, minus, Term.ONE, X, Term.ZERO))
        .flatMap(
            terms ->
                Stream.of(
                        Rule.GUARD_CELLS,
                        Rule.ZERO_CELL,
                        Rule.DELTA_CELLS,
                        Rule.SUM_OF_SUM,
                        Rule.SUM_FACTOR,
                        Rule.EXP_OF_SUM,
                        Rule.EXP_OF_MULTIPLE,
                        Rule.LOG_OF_EXP,
                        Rule.RING,
                        Rule.GUARD_SCALE)
                    .map(
                        rule ->
                            DynamicTest.dynamicTest(
                                rule + " " + terms,
                                () ->
                                    assertThrows(
                                        Refusal.class,
                                        () -> apply(rule, terms.toArray(Term[]::new))))));
  }

  @Test
  void anIndexEqualsItself() {
    assertEquals(I, apply(Rule.REFLEXIVE, I).right());
    assertEquals(Term.ONE, apply(Rule.DELTA_EQUAL, I).right());
  }
}
