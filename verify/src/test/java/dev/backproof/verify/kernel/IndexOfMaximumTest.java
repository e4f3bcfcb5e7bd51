package dev.backproof.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules about a maximum want an index of its range: what they conclude would be no term. */
class IndexOfMaximumTest {
  private final Declarations letters =
      new Declarations().size("m").size("n").tensor("v", "m").index("k", "m").index("i", "n");
  private final Term max = Term.binder(Term.Kind.MAX, "m", Term.entry("v", Term.bound(0)));
  private final Kernel kernel = new Kernel(new Statement(letters, max, max));

  private Theorem apply(Rule rule, Term index) {
    return kernel.apply(rule, List.of(max, index), List.of());
  }

  @Test
  void theBoundIsAtAnIndexOfTheRange() {
    assertEquals(Term.ZERO, apply(Rule.MAX_BOUNDS, Term.index("k")).right());
    assertThrows(Refusal.class, () -> apply(Rule.MAX_BOUNDS, Term.index("i")));
  }

  @Test
  void thePlacesWhereItIsAttainedAreOfTheRange() {
    assertEquals(Signs.POSITIVE, apply(Rule.MAX_ATTAINED, Declarations.made(0, "m")).signs());
    assertThrows(Refusal.class, () -> apply(Rule.MAX_ATTAINED, Declarations.made(0, "n")));
  }
}
