package dev.backproof.verify.kernel;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The rules: all there are.
 *
 * <p>Each has its arguments (terms first, then premises, which are theorems) and what it concludes.
 * i, j are indices, v, w machine-made ones, n a size, c, r numbers, the rest terms; «…» repeats.
 */
public enum Rule {
  /** Reflexivity. */
  REFLEXIVE("a", 1, 0, "a = a", EqualityRules::reflexive),
  /** Symmetry. */
  SYMMETRIC("⊢ a = b", 0, 1, "b = a", EqualityRules::symmetric),
  /** Transitivity. */
  TRANSITIVE("⊢ a = b, ⊢ b = c", 0, 2, "a = c", EqualityRules::transitive),
  /** Equal parts make equal wholes, except under a binder. */
  CONGRUENT("f(a, …), ⊢ a = b, …", 1, -1, "f(a, …) = f(b, …)", EqualityRules::congruent),
  /** Equal as Laurent polynomials. */
  RING("a, b, opaque…", -2, 0, "a = b", EqualityRules::ring),
  /** A factor that is not 0. */
  CANCEL("c, a, ⊢ c·a = 0", 2, 1, "a = 0, if c ≠ 0", EqualityRules::cancel),
  /** The kernel's own derivative. */
  DERIVE("a side of the statement", 1, 0, "side = side, differentiated", EqualityRules::derive),
  /** What is detached keeps its value. */
  DETACHED("detach(a)", 1, 0, "detach(a) = a", EqualityRules::detach),
  /** What the statement takes for granted. */
  HYPOTHESIS("number, i…", -1, 0, "the hypothesis at these indices", EqualityRules::hypothesis),

  /** Equal summands. */
  BIND_SUM("v, ⊢ a = b", 1, 1, "Σᵥ a = Σᵥ b", SumRules::bindSum),
  /** Equal under a maximum. */
  BIND_MAX("v, ⊢ a = b", 1, 1, "maxᵥ a = maxᵥ b", SumRules::bindMax),
  /** A sum of sums. */
  SUM_OF_SUM("v, a, …", -2, 0, "Σᵥ (a + …) = Σᵥ a + …", SumRules::add),
  /** A factor that does not depend on the index. */
  SUM_FACTOR("v, c, a", 3, 0, "Σᵥ c·a = c·Σᵥ a, if v is not in c", SumRules::factor),
  /** The order of sums. */
  SUM_SWAP("v, w, a", 3, 0, "Σᵥ Σ_w a = Σ_w Σᵥ a", SumRules::swap),
  /** The Kronecker delta selects. */
  SUM_DELTA("v, j, a", 3, 0, "Σᵥ δᵥⱼ·a = a with j for v, if v is not in j", SumRules::delta),
  /** The size of a range. */
  SUM_OF_ONE("n", 1, 0, "Σ 1 = n", SumRules::one),
  /** An index equals itself. */
  DELTA_EQUAL("i", 1, 0, "δᵢᵢ = 1", SumRules::equalIndices),
  /** Equal or not. */
  DELTA_CELLS(
      "a, i, j",
      3,
      0,
      "a = δᵢⱼ·(a with j for i) + (1 − δᵢⱼ)·(a with 0 for δᵢⱼ)",
      SumRules::deltaCells),
  /** A maximum is attained. */
  MAX_ATTAINED("max a, v", 2, 0, "Σᵥ [a = max a] is positive", SumRules::attained),
  /** A maximum is an upper bound. */
  MAX_BOUNDS("max a, i", 2, 0, "[a(i) − max a > 0] = 0", SumRules::bounded),

  /** The exponential of a sum. */
  EXP_OF_SUM("a, …", -1, 0, "exp(a + …) = exp(a)·…", PowerRules::expOfSum),
  /** The exponential of a multiple. */
  EXP_OF_MULTIPLE("c, a", 2, 0, "exp(c·a) = exp(a)^c", PowerRules::expOfMultiple),
  /** The exponential of a logarithm. */
  EXP_OF_LOG("a", 1, 0, "exp(log a) = a, if a > 0", PowerRules::expOfLog),
  /** The logarithm of an exponential. */
  LOG_OF_EXP("a", 1, 0, "log(exp a) = a", PowerRules::logOfExp),
  /** The logarithm of 1. */
  LOG_OF_ONE("", 0, 0, "log 1 = 0", PowerRules::logOfOne),
  /** The logarithm of a product. */
  LOG_OF_PRODUCT("a, …", -1, 0, "log(a·…) = log a + …, if each > 0", PowerRules::logOfProduct),
  /** The logarithm of a power. */
  LOG_OF_POWER("r, a", 2, 0, "log(a^r) = r·log a, if a > 0", PowerRules::logOfPower),
  /** A power of a product. */
  POWER_OF_PRODUCT(
      "r, a, …",
      -2,
      0,
      "(a·…)^r = a^r·…, if each ≠ 0 for r = −1, −2, …, if each > 0 for a fraction r",
      PowerRules::powerOfProduct),
  /** A power in two. */
  SPLIT_POWER("r, c, a", 3, 0, "a^r = a^c·a^(r−c), if a > 0", PowerRules::splitPower),

  /** A positive factor in a guard. */
  GUARD_SCALE("c, p", 2, 0, "[c·p > 0] = [p > 0], if c > 0", GuardRules::scale),
  /** A guard whose argument has a known sign. */
  GUARD_DECIDED("p", 1, 0, "[p > 0] = 1 if p > 0, 0 if p ≤ 0", GuardRules::decided),
  /** Not both signs. */
  GUARD_OPPOSITE("p, q", 2, 0, "[p > 0]·[q > 0] = 0, if q = −p", GuardRules::opposite),
  /** One of both signs. */
  GUARD_FLIP("p, q", 2, 0, "[q > 0] = 1 − [p > 0], if q = −p and p ≠ 0", GuardRules::flip),
  /** One guard implies another. */
  GUARD_IMPLIES(
      "p, q, c, s",
      4,
      0,
      "[p > 0]·[q > 0] = [p > 0], if q = c·p + s, c > 0, s ≥ 0",
      GuardRules::implies),
  /** One guard excludes another. */
  GUARD_EXCLUDES(
      "p, q, c, s",
      4,
      0,
      "[p > 0]·[q > 0] = 0, if −q = c·p + s, c > 0, s ≥ 0",
      GuardRules::excludes),
  /** The cells of a guard. */
  GUARD_CELLS(
      "a, p, q",
      3,
      0,
      "a = [p > 0]·a₊ + [q > 0]·a₋ + (1 − [p > 0] − [q > 0])·a₀, if q = −p",
      GuardRules::cells),
  /** An equation in the middle cell. */
  ZERO_CELL(
      "a, p, q, c, e, s",
      6,
      0,
      "(1 − [p > 0] − [q > 0])·a = (1 − [p > 0] − [q > 0])·(a with s for e),"
          + " if q = −p, p = c·(e − s), c ≠ 0",
      GuardRules::zeroCell),

  /** A condition under which the statement makes sense. */
  ASSUME("number, i…", -1, 0, "the assumption at these indices", SignRules::assume),
  /** Equal terms have equal signs. */
  SIGN_EQUAL("⊢ a = b", 0, 1, "b has the sign of a", SignRules::equal),
  /** A factor of what is not 0. */
  SIGN_FACTOR("a, b", 2, 0, "a ≠ 0, if a·b ≠ 0", SignRules::factor),
  /** A quotient of positive numbers. */
  SIGN_QUOTIENT("a, b", 2, 0, "b > 0, if a > 0 and a·b > 0", SignRules::quotient),
  /** The base of a power that is not 0. */
  SIGN_BASE("a, r", 2, 0, "a ≠ 0, if a^r ≠ 0 and r = 1, 2, …", SignRules::base);

  private final String word;
  private final String arguments;
  private final int terms;
  private final int premises;
  private final String conclusion;

  @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method holds nothing
  private final Function<Arguments, Conclusion> inference;

  Rule(
      String arguments,
      int terms,
      int premises,
      String conclusion,
      Function<Arguments, Conclusion> inference) {
    word =
        Pattern.compile("_(.)")
            .matcher(name().toLowerCase(Locale.ROOT))
            .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    this.arguments = arguments;
    this.terms = terms;
    this.premises = premises;
    this.conclusion = conclusion;
    this.inference = inference;
  }

  /** How it is called in a certificate: {@code sumDelta}. */
  public String word() {
    return word;
  }

  /** The rule in one line: its word, its arguments, what it concludes. */
  public String describe() {
    return word + "(" + arguments + "): " + conclusion;
  }

  /** Applies it; a wrong number of arguments is refused, a negative one means at least so many. */
  Conclusion conclude(Arguments a) {
    boolean fits =
        count(terms, a.terms().size())
            && (this == CONGRUENT || count(premises, a.premises().size()));
    Refusal.unless(fits, "%s: wrong number of arguments", word);
    return inference.apply(a);
  }

  private static boolean count(int wanted, int given) {
    return wanted < 0 ? given >= -wanted : given == wanted;
  }
}
