package dev.backproof.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** What a rule concludes from some arguments, and what it refuses. */
final class RuleCheck {
  private RuleCheck() {}

  static Theorem apply(Kernel kernel, Rule rule, Term... terms) {
    return kernel.apply(rule, List.of(terms), List.of());
  }

  /** Asserts that a rule makes an equation. */
  static Theorem proves(Kernel kernel, Term left, Term right, Rule rule, Term... terms) {
    Theorem theorem = apply(kernel, rule, terms);
    assertEquals(left + " = " + right, theorem.left() + " = " + theorem.right());
    assertEquals(left, theorem.left());
    assertEquals(right, theorem.right());
    assertEquals(Signs.ANY, theorem.signs());
    return theorem;
  }

  /** Asserts that a rule makes a fact about a sign, and that the kernel knows it from then on. */
  static void knows(Kernel kernel, Term term, Signs signs, Rule rule, Term... terms) {
    Theorem theorem = apply(kernel, rule, terms);
    assertEquals(term, theorem.left());
    assertEquals(term, theorem.right());
    assertEquals(signs, theorem.signs());
    assertTrue(kernel.signsOf(term).within(signs), () -> kernel.signsOf(term) + " " + term);
  }

  /** Asserts that a rule refuses for a reason in which some words occur. */
  static void refuses(Kernel kernel, String reason, Rule rule, Term... terms) {
    refuses(kernel, reason, rule, List.of(terms), List.of());
  }

  static void refuses(
      Kernel kernel, String reason, Rule rule, List<Term> terms, List<Theorem> premises) {
    int before = kernel.log().size();
    Refusal refusal =
        assertThrows(Refusal.class, () -> kernel.apply(rule, terms, premises), rule::word);
    assertTrue(
        String.valueOf(refusal.getMessage()).contains(reason),
        () -> rule.word() + " refuses, but says: " + refusal.getMessage());
    assertEquals(before, kernel.log().size(), "what is refused is not logged");
  }

  /** Asserts that a rule misses the sign of a term. */
  static void misses(Kernel kernel, Term term, Signs needed, Rule rule, Term... terms) {
    MissingSign missing =
        assertThrows(
            MissingSign.class, () -> kernel.apply(rule, List.of(terms), List.of()), rule::word);
    assertEquals(term, missing.term());
    assertEquals(needed, missing.needed());
  }

  static Theorem ring(Kernel kernel, Term a, Term b) {
    return apply(kernel, Rule.RING, a, b);
  }
}
