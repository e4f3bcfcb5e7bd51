package dev.backproof.verify.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.obermuhlner.math.big.BigDecimalMath;
import dev.backproof.verify.kernel.DecimalEvaluator.Undecided;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is computed with members of intervals is in what is computed with the intervals. */
class IntervalProperties {
  private static final MathContext FINE = DecimalEvaluator.FINE;

  /** An interval and a number in it. */
  record Member(Interval interval, Rational number) {}

  @Provide
  Arbitrary<Rational> numbers() {
    Arbitrary<Rational> small =
        Combinators.combine(
                Arbitraries.longs().between(-40, 40), Arbitraries.longs().between(1, 12))
            .as(Rational::of);
    Arbitrary<Rational> longOnes =
        Combinators.combine(
                Arbitraries.bigIntegers()
                    .between(BigInteger.TWO.pow(150).negate(), BigInteger.TWO.pow(150)),
                Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.TWO.pow(150)))
            .as((a, b) -> new Rational(a, b.shiftLeft(0)));
    Arbitrary<Rational> doubles =
        Arbitraries.doubles().between(-30, 30).map(d -> exactly(new BigDecimal(d)));
    return Arbitraries.frequencyOf(Tuple.of(4, small), Tuple.of(1, longOnes), Tuple.of(2, doubles));
  }

  private static Rational exactly(BigDecimal d) {
    return d.scale() > 0
        ? new Rational(d.unscaledValue(), BigInteger.TEN.pow(d.scale()))
        : new Rational(d.toBigIntegerExact(), BigInteger.ONE);
  }

  @Provide
  Arbitrary<Member> members() {
    return Combinators.combine(
            numbers(), numbers(), Arbitraries.integers().between(0, 8), Arbitraries.of(true, false))
        .as(
            (a, b, eighths, point) -> {
              if (point) {
                return new Member(Interval.of(a), a);
              }
              Rational low = a.compareTo(b) <= 0 ? a : b;
              Rational high = a.compareTo(b) <= 0 ? b : a;
              Rational at = low.plus(high.minus(low).times(Rational.of(eighths, 8)));
              return new Member(new Interval(low, high), at);
            });
  }

  private static void within(Interval enclosure, Rational exact) {
    assertTrue(DecimalEvaluator.isIn(exact, enclosure), () -> exact + " is not in " + enclosure);
  }

  @Property(tries = 2000, seed = "1")
  void sumsDifferencesAndProducts(@ForAll("members") Member a, @ForAll("members") Member b) {
    within(a.interval().plus(b.interval()), a.number().plus(b.number()));
    within(a.interval().minus(b.interval()), a.number().minus(b.number()));
    within(a.interval().times(b.interval()), a.number().times(b.number()));
    within(a.interval().negate(), a.number().negate());
    within(a.interval().abs(), a.number().abs());
    Rational most = a.number().compareTo(b.number()) >= 0 ? a.number() : b.number();
    within(a.interval().max(b.interval()), most);
    within(a.interval().guard(), a.number().signum() > 0 ? Rational.ONE : Rational.ZERO);
  }

  @Property(tries = 2000, seed = "2")
  void reciprocalsAndPowers(
      @ForAll("members") Member a,
      @ForAll @net.jqwik.api.constraints.IntRange(min = -5, max = 7) int exponent) {
    try {
      within(a.interval().power(Rational.of(exponent)), a.number().power(exponent));
    } catch (Undefined e) {
      assertTrue(exponent < 0 && !a.interval().signs().within(Signs.NON_ZERO), e.getMessage());
    }
  }

  @Property(tries = 1500, seed = "3")
  void functions(@ForAll("members") Member a) {
    BigDecimal x = DecimalEvaluator.decimal(a.number());
    if (a.interval().abs().high().compareTo(Rational.of(690)) < 0) {
      around(IntervalFunctions.exp(a.interval()), BigDecimalMath.exp(x, FINE));
    }
    if (a.interval().low().signum() > 0) {
      around(IntervalFunctions.log(a.interval()), BigDecimalMath.log(x, FINE));
      around(a.interval().power(Rational.HALF), x.sqrt(FINE));
      around(a.interval().power(Rational.of(-3, 2)), power(x, "-1.5"));
      around(a.interval().power(Rational.of(3, 4)), power(x, "0.75"));
      around(a.interval().power(Rational.of(2, 5)), power(x, "0.4"));
    }
  }

  private static BigDecimal power(BigDecimal x, String exponent) {
    return BigDecimalMath.pow(x, new BigDecimal(exponent), FINE);
  }

  @Property(tries = 1500, seed = "4")
  void anglesAndTheErrorFunction(@ForAll("members") Member a) {
    BigDecimal x = DecimalEvaluator.decimal(a.number());
    if (a.interval().abs().high().compareTo(Rational.of(1000)) < 0) {
      around(IntervalFunctions.sin(a.interval()), BigDecimalMath.sin(x, FINE));
      around(IntervalFunctions.cos(a.interval()), BigDecimalMath.cos(x, FINE));
    }
    try {
      around(IntervalFunctions.erf(a.interval()), DecimalEvaluator.erf(x));
    } catch (Undecided e) {
      assertTrue(a.number().abs().compareTo(Rational.of(11)) > 0);
    }
  }

  /** To the precision of the reference. */
  private static void around(Interval enclosure, BigDecimal reference) {
    BigDecimal slack = reference.abs().multiply(new BigDecimal("1e-55"), FINE);
    BigDecimal least = new BigDecimal("1e-58");
    BigDecimal error = slack.max(least);
    assertTrue(
        DecimalEvaluator.low(enclosure).compareTo(reference.add(error)) <= 0
            && DecimalEvaluator.high(enclosure).compareTo(reference.subtract(error)) >= 0,
        () -> reference + " is not in " + enclosure);
  }
}
