package dev.backproof.verify.kernel;

import static dev.backproof.verify.kernel.Letters.I;
import static dev.backproof.verify.kernel.Letters.J;
import static dev.backproof.verify.kernel.Letters.K;
import static dev.backproof.verify.kernel.Letters.P;
import static dev.backproof.verify.kernel.Letters.S;
import static dev.backproof.verify.kernel.Letters.T;
import static dev.backproof.verify.kernel.Letters.V;
import static dev.backproof.verify.kernel.Letters.a;
import static dev.backproof.verify.kernel.Letters.detach;
import static dev.backproof.verify.kernel.Letters.inverse;
import static dev.backproof.verify.kernel.Letters.max;
import static dev.backproof.verify.kernel.Letters.o;
import static dev.backproof.verify.kernel.Letters.sum;
import static dev.backproof.verify.kernel.Letters.x;
import static dev.backproof.verify.kernel.Letters.y;
import static dev.backproof.verify.kernel.Letters.yy;
import static dev.backproof.verify.kernel.Term.add;
import static dev.backproof.verify.kernel.Term.delta;
import static dev.backproof.verify.kernel.Term.guard;
import static dev.backproof.verify.kernel.Term.log;
import static dev.backproof.verify.kernel.Term.multiply;
import static dev.backproof.verify.kernel.Term.subtract;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnclosureTest {
  private final Enclosure at = new Enclosure(Letters.declared(), SamplePoints.PLAIN);

  private void is(long value, Term term) {
    assertEquals(Interval.of(Rational.of(value)), at.of(term), term::toString);
  }

  @Test
  void entriesSizesAndLabels() {
    is(2, Term.size("n"));
    is(20, x(T));
    is(20, a(Term.index("u"), T));
    is(30, a(T, Term.index("u")));
    is(200, o(K));
    is(300, o(y(T)));
    is(6, yy(T, y(T)));
    is(1, delta(K, y(Term.index("u"))));
    is(0, delta(K, y(T)));
    is(-3, S);
  }

  @Test
  void sumsAndMaximaRunOverTheirRange() {
    is(30, sum(I, x(I)));
    is(20, max(I, x(I)));
    is(-10, max(I, multiply(Term.number(-1), x(I))));
    is(10 * 10 + 10 * 20 + 20 * 30 + 20 * 40, sum(I, sum(J, multiply(x(I), a(I, J)))));
    is(1 * 100 + 2 * 200 + 3 * 300, sum(V, multiply(yy(Term.index("u"), V), o(V))));
    is(200 + 300, sum(I, o(y(I))));
    is(20, max(I, sum(J, multiply(delta(I, J), x(J)))));
    is(6, sum(I, sum(V, Term.ONE)));
  }

  @Test
  void guardsAreDecidedExactlyAtTheKink() {
    is(0, guard(subtract(x(T), multiply(Term.number(2), x(Term.index("u"))))));
    is(1, guard(subtract(x(T), x(Term.index("u")))));
    is(0, guard(S));
    Term root = Letters.power(Term.number(2), 1, 2);
    assertEquals(Interval.UNIT, at.of(guard(subtract(multiply(root, root), Term.number(2)))));
  }

  @Test
  void whatIsDetachedKeepsItsValue() {
    is(20, detach(x(T)));
  }

  @Test
  void theUndefinedIsRefused() {
    assertThrows(Undefined.class, () -> at.of(inverse(add(S, Term.number(3)))));
    assertThrows(Undefined.class, () -> at.of(log(S)));
    assertThrows(Undefined.class, () -> at.of(multiply(Term.ZERO, log(S))));
    assertThrows(Undefined.class, () -> at.of(Letters.power(S, 1, 2)));
    assertThrows(Undefined.class, () -> at.of(sum(I, inverse(subtract(x(I), x(T))))));
  }

  @Test
  void illTypedTermsAreRefused() {
    refused("δ of two ranges", delta(T, K));
    refused("is from m, not from n", x(K));
    refused("no such tensor", Term.entry("q"));
    refused("no such index", x(Term.index("q")));
    refused("an index is no number", T);
    refused("a loose index", x(Term.bound(0)));
    refused("a derivative that is not carried out", Term.derivative(S, S));
    refused("no value of an index made by the machine", x(I));
  }

  private void refused(String reason, Term term) {
    String message = String.valueOf(assertThrows(Refusal.class, () -> at.of(term)).getMessage());
    assertTrue(message.contains(reason), message);
  }

  @Test
  void aPointThatDoesNotFitIsRefused() {
    Enclosure more = new Enclosure(Letters.declared().tensor("z"), SamplePoints.PLAIN);
    Refusal refusal = assertThrows(Refusal.class, () -> more.of(Term.entry("z")));
    assertEquals("no value of z", refusal.getMessage());
  }

  @Test
  void everyIndexTakesAllItsValues() {
    List<Interval> all = at.all(List.of(I, J), a(J, I));
    List<Long> values = all.stream().map(v -> v.low().numerator().longValueExact()).toList();
    assertEquals(List.of(10L, 30L, 20L, 40L), values);
    assertEquals(List.of(at.of(S)), at.all(List.of(), S));
  }

  @Test
  void equalPartsAreEvaluatedOnce() {
    Term term = add(S, P);
    for (int i = 0; i < 60; i++) {
      term = multiply(Letters.half(), add(term, term));
    }
    Enclosure small = new Enclosure(Letters.declared(), SamplePoints.PLAIN, 200);
    assertEquals(Interval.of(Rational.of(2)), small.of(term));
  }

  @Test
  void theBudgetIsKept() {
    Enclosure small = new Enclosure(Letters.declared(), SamplePoints.PLAIN, 3);
    assertEquals(Interval.of(Rational.of(2)), small.of(add(S, P)));
    Refusal refusal = assertThrows(Refusal.class, () -> small.of(x(T)));
    assertEquals("the budget for evaluation is used up", refusal.getMessage());
  }
}
