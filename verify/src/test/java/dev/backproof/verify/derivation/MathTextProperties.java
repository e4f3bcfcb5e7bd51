package dev.backproof.verify.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import dev.backproof.verify.theorem.IndexNotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is written says which term it is, and never confuses a bound index with a free one. */
class MathTextProperties {
  private static final int SAMPLE = 60_000;

  private static final Declarations DECLARED =
      new Declarations()
          .size("m")
          .size("h")
          .size("z")
          .tensor("x")
          .tensor("ha", "h")
          .tensor("oa", "m")
          .tensor("W2", "m", "h")
          .tensor("u", "z")
          .index("k", "m")
          .index("y", "m")
          .index("j", "h");

  private static final MathText WRITER = MathText.of(DECLARED);

  @Property(tries = 20, seed = "1")
  void differentTermsOfASampleAreWrittenDifferently(@ForAll long seed) {
    Random random = new Random(seed);
    Map<String, Term> texts = new HashMap<>();
    Map<String, Term> formulas = new HashMap<>();
    for (int i = 0; i < SAMPLE; i++) {
      Term t = new Terms(random).scalar(1 + random.nextInt(3));
      Term sameText = texts.putIfAbsent(WRITER.text(t), t);
      Term sameFormula = formulas.putIfAbsent(WRITER.latex(t), t);
      if (sameText != null) {
        assertEquals(sameText, t, () -> "both are written " + WRITER.text(t));
      }
      if (sameFormula != null) {
        assertEquals(sameFormula, t, () -> "both are written " + WRITER.latex(t));
      }
    }
  }

  @Property(tries = 1000, seed = "2")
  void aSmallChangeIsSeen(@ForAll long seed) {
    Random random = new Random(seed);
    Term t = new Terms(random).scalar(3);
    for (Term changed :
        List.of(
            Term.negate(t),
            Term.multiply(Term.ONE, t),
            Term.add(t, Term.ZERO),
            Term.power(t, Rational.MINUS_ONE),
            t.substitute(Term.index("k"), Term.index("y")))) {
      if (!changed.equals(t)) {
        assertNotEquals(WRITER.text(t), WRITER.text(changed));
        assertNotEquals(WRITER.latex(t), WRITER.latex(changed));
      }
    }
  }

  /** A sum is over another letter than any that is declared, whether it occurs or not. */
  @Property(tries = 1000, seed = "3")
  void noBoundIndexHasTheLetterOfAFreeOne(@ForAll long seed) {
    Term t = new Terms(new Random(seed)).scalar(4);
    String text = WRITER.text(t);
    for (String declared : List.of("Σₖ", "Σᵧ", "Σⱼ", "Σₓ", "maxₖ", "maxᵧ", "maxⱼ", "{z≤", "{x≤")) {
      assertFalse(text.contains(declared), text);
    }
  }

  @Property(tries = 200, seed = "4")
  void theSameTermIsAlwaysWrittenInTheSameWay(@ForAll long seed) {
    Term t = new Terms(new Random(seed)).scalar(4);
    Term again = new Terms(new Random(seed)).scalar(4);
    assertEquals(WRITER.both(t), MathText.of(DECLARED).both(again));
  }

  /** Random scalars with every kind of part. */
  private static final class Terms {
    private final Random random;
    private final List<Term> m = new ArrayList<>(List.of(Term.index("k"), Term.index("y")));
    private final List<Term> h = new ArrayList<>(List.of(Term.index("j")));
    private final List<Term> z = new ArrayList<>();
    private int made;

    Terms(Random random) {
      this.random = random;
    }

    private Term pick(List<Term> indices) {
      return indices.get(random.nextInt(indices.size()));
    }

    private Term leaf() {
      return switch (random.nextInt(12)) {
        case 0 -> Term.number(Rational.of(random.nextInt(7) - 3));
        case 1 -> Term.number(Rational.of(random.nextInt(7) - 3, 2 + random.nextInt(2)));
        case 2 -> Term.size("m");
        case 3 -> Term.size("z");
        case 4 -> Term.pi();
        case 5, 6 -> Term.entry("x");
        case 7 -> Term.entry("ha", pick(h));
        case 8 -> z.isEmpty() ? Term.entry("x") : Term.entry("u", pick(z));
        case 9 -> Term.entry("W2", pick(m), pick(h));
        case 10 -> Term.delta(pick(m), pick(m));
        default -> Term.entry("oa", pick(m));
      };
    }

    Term scalar(int depth) {
      if (depth == 0) {
        return leaf();
      }
      int next = depth - 1;
      return switch (random.nextInt(16)) {
        case 0, 1, 2 -> Term.add(several(next));
        case 3, 4, 5, 6 -> Term.multiply(several(next));
        case 7 -> Term.power(scalar(next), Rational.of(random.nextInt(7) - 3));
        case 8 -> Term.power(scalar(next), Rational.of(random.nextInt(7) - 3, 2));
        case 9 -> Term.exp(scalar(next));
        case 10 -> Term.log(scalar(next));
        case 11 -> {
          Term guarded = scalar(next);
          yield random.nextBoolean() ? Term.guard(guarded) : IndexNotation.rect(guarded);
        }
        case 12 -> {
          Term of = scalar(next);
          yield random.nextBoolean() ? IndexNotation.sign(of) : IndexNotation.abs(of);
        }
        case 13 -> binder(Term.Kind.SUM, next);
        case 14 ->
            random.nextBoolean()
                ? binder(Term.Kind.MAX, next)
                : Term.function(Term.Kind.DETACH, scalar(next));
        default -> Term.derivative(scalar(next), Term.entry("oa", Term.index("k")));
      };
    }

    private List<Term> several(int depth) {
      List<Term> parts = new ArrayList<>();
      for (int i = 0; i < 2 + random.nextInt(2); i++) {
        parts.add(scalar(depth));
      }
      return parts;
    }

    private Term binder(Term.Kind kind, int depth) {
      int which = random.nextInt(3);
      List<Term> indices = which == 0 ? m : which == 1 ? h : z;
      String range = which == 0 ? "m" : which == 1 ? "h" : "z";
      Term index = Declarations.made(made++, range);
      indices.add(index);
      Term body = scalar(depth);
      indices.remove(index);
      return Term.binder(kind, range, body.close(index));
    }
  }
}
