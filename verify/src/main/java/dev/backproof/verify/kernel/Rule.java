package dev.backproof.verify.kernel;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The rules: all there are.
 *
 * <p>Each has the number of its terms and of its premises, which are theorems (−n for at least n),
 * and its arguments and what it concludes in words: i, j are indices, v, w machine-made ones, n a
 * size, c, r numbers, the rest terms; «…» repeats.
 */
public enum Rule {
  /** Reflexivity. */
  REFLEXIVE(1, 0, "(a): a = a", EqualityRules::reflexive),
  /** Symmetry. */
  SYMMETRIC(0, 1, "(⊢ a = b): b = a", EqualityRules::symmetric),
  /** Transitivity. */
  TRANSITIVE(0, 2, "(⊢ a = b, ⊢ b = c): a = c", EqualityRules::transitive),
  /** Equal parts make equal wholes, except under a binder. */
  CONGRUENT(1, -1, "(f(a, …), ⊢ a = b, …): f(a, …) = f(b, …)", EqualityRules::congruent),
  /** Equal as Laurent polynomials. */
  RING(-2, 0, "(a, b, opaque…): a = b", EqualityRules::ring),
  /** A factor that is not 0. */
  CANCEL(2, 1, "(c, a, ⊢ c·a = 0): a = 0, if c ≠ 0", EqualityRules::cancel),
  /** The kernel's own derivative. */
  DERIVE(1, 0, "(a side of the statement): side = side, differentiated", EqualityRules::derive),
  /** What is detached keeps its value. */
  DETACHED(1, 0, "(detach(a)): detach(a) = a", EqualityRules::detach),
  /** What the statement takes for granted. */
  HYPOTHESIS(-1, 0, "(number, i…): the hypothesis at these indices", EqualityRules::hypothesis),

  /** Equal summands. */
  BIND_SUM(1, 1, "(v, ⊢ a = b): Σᵥ a = Σᵥ b", a -> SumRules.bind(a, Term.Kind.SUM)),
  /** Equal under a maximum. */
  BIND_MAX(1, 1, "(v, ⊢ a = b): maxᵥ a = maxᵥ b", a -> SumRules.bind(a, Term.Kind.MAX)),
  /** A sum of sums. */
  SUM_OF_SUM(-2, 0, "(v, a, …): Σᵥ (a + …) = Σᵥ a + …", SumRules::add),
  /** A factor that does not depend on the index. */
  SUM_FACTOR(3, 0, "(v, c, a): Σᵥ c·a = c·Σᵥ a, if v is not in c", SumRules::factor),
  /** The order of sums. */
  SUM_SWAP(3, 0, "(v, w, a): Σᵥ Σ_w a = Σ_w Σᵥ a", SumRules::swap),
  /** The Kronecker delta selects. */
  SUM_DELTA(3, 0, "(v, j, a): Σᵥ δᵥⱼ·a = a with j for v, if v is not in j", SumRules::delta),
  /** The size of a range. */
  SUM_OF_ONE(1, 0, "(n): Σ 1 = n", SumRules::one),
  /** An index equals itself. */
  DELTA_EQUAL(1, 0, "(i): δᵢᵢ = 1", SumRules::equalIndices),
  /** Equal or not. */
  DELTA_CELLS(
      3,
      0,
      "(a, i, j): a = δᵢⱼ·(a with j for i) + (1 − δᵢⱼ)·(a with 0 for δᵢⱼ)",
      SumRules::deltaCells),

  /** The exponential of a sum. */
  EXP_OF_SUM(-1, 0, "(a, …): exp(a + …) = exp(a)·…", PowerRules::expOfSum),
  /** The exponential of a multiple. */
  EXP_OF_MULTIPLE(2, 0, "(c, a): exp(c·a) = exp(a)^c", PowerRules::expOfMultiple),
  /** The exponential of a logarithm. */
  EXP_OF_LOG(1, 0, "(a): exp(log a) = a, if a > 0", PowerRules::expOfLog),
  /** The logarithm of an exponential. */
  LOG_OF_EXP(1, 0, "(a): log(exp a) = a", PowerRules::logOfExp),
  /** The logarithm of a product. */
  LOG_OF_PRODUCT(-1, 0, "(a, …): log(a·…) = log a + …, if each > 0", PowerRules::logOfProduct),
  /** The logarithm of a power. */
  LOG_OF_POWER(2, 0, "(r, a): log(a^r) = r·log a, if a > 0", PowerRules::logOfPower),

  /** A positive factor in a guard. */
  GUARD_SCALE(2, 0, "(c, p): [c·p > 0] = [p > 0], if c > 0", GuardRules::scale),
  /** A guard whose argument has a known sign. */
  GUARD_DECIDED(1, 0, "(p): [p > 0] = 1 if p > 0, 0 if p ≤ 0", GuardRules::decided),
  /** One guard implies another. */
  GUARD_IMPLIES(
      4,
      0,
      "(p, q, c, s): [p > 0]·[q > 0] = [p > 0], if q = c·p + s, c > 0, s ≥ 0",
      GuardRules::implies),
  /** The cells of a guard. */
  GUARD_CELLS(
      3,
      0,
      "(a, p, q): a = [p > 0]·a₊ + [q > 0]·a₋ + (1 − [p > 0] − [q > 0])·a₀, if q = −p",
      GuardRules::cells),
  /** An equation in the middle cell. */
  ZERO_CELL(
      6,
      0,
      "(a, p, q, c, e, s): (1 − [p > 0] − [q > 0])·a = (1 − [p > 0] − [q > 0])·(a with s for e),"
          + " if q = −p, p = c·(e − s), c ≠ 0",
      GuardRules::zeroCell),

  /** A condition under which the statement makes sense. */
  ASSUME(-1, 0, "(number, i…): the assumption at these indices", EqualityRules::assume),
  /** Equal terms have equal signs. */
  SIGN_EQUAL(0, 1, "(⊢ a = b): b has the sign of a", EqualityRules::sameSign),
  /** A factor of what is not 0. */
  SIGN_FACTOR(2, 0, "(a, b): a ≠ 0, if a·b ≠ 0", EqualityRules::factor);

  private final String word;
  private final int terms;
  private final int premises;
  private final String text;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Function<Arguments, Conclusion> inference;

  Rule(int terms, int premises, String text, Function<Arguments, Conclusion> inference) {
    this.terms = terms;
    this.premises = premises;
    this.text = text;
    this.inference = inference;
    word =
        Pattern.compile("_(.)")
            .matcher(name().toLowerCase(Locale.ROOT))
            .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  /** How it is called in a certificate: {@code sumDelta}. */
  public String word() {
    return word;
  }

  /** The rule in one line: its word, its arguments, what it concludes. */
  public String describe() {
    return word + text;
  }

  /** Applies it; a wrong number of arguments is refused, a negative one means at least so many. */
  Conclusion conclude(Arguments a) {
    boolean fits = count(terms, a.terms().size()) && count(premises, a.premises().size());
    Refusal.unless(fits, "%s: wrong number of arguments", word);
    return inference.apply(a);
  }

  private static boolean count(int wanted, int given) {
    return wanted < 0 ? given >= -wanted : given == wanted;
  }
}
