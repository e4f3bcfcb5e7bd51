package dev.backproof.verify.expr;

import static dev.backproof.verify.expr.Arithmetic.add;
import static dev.backproof.verify.expr.Arithmetic.divide;
import static dev.backproof.verify.expr.Arithmetic.multiply;
import static dev.backproof.verify.expr.Arithmetic.negate;
import static dev.backproof.verify.expr.Arithmetic.subtract;

import dev.backproof.core.Constant;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What each primitive means, entry by entry.
 *
 * @param lowering where the entries of operands come from
 * @param op what is done
 * @param operands what it is done to
 */
record Meaning(Lowering lowering, Op op, List<Expr> operands) {
  private static final Term HALF = Term.number(Rational.HALF);

  /** The entry of the result, which has the given shape. */
  Term entry(Shape shape, Place at) {
    return switch (op.primitive()) {
      case MAP -> ElementaryMeaning.of(op.elementary(), operand(0, at));
      case PLUS, MINUS -> isLabel() ? labelOf(at) : sum(at);
      case TIMES, STRONG_TIMES -> multiply(broadcast(0, at), broadcast(1, at));
      case DIV -> divide(broadcast(0, at), broadcast(1, at));
      case POW -> power(broadcast(0, at), broadcast(1, at));
      case MAXIMUM -> larger(broadcast(0, at), broadcast(1, at));
      case MINIMUM -> smaller(broadcast(0, at), broadcast(1, at));
      case MATMUL -> product(at);
      case SUM -> total(at);
      case MAX -> maximum(at);
      case EXPAND -> operand(0, at.without(op.axis()));
      case BROADCAST_TO -> broadcast(0, at);
      case SUM_TO -> summedTo(shape, at, new Place(List.of()));
      case PERMUTE -> operand(0, at.permuted(op.permutation().axes()));
      case RESHAPE -> operand(0, Reshape.before(operands.get(0).shape(), shape, at));
      case SLICE -> operand(0, window(at, op.window().start()));
      case PAD -> padded(at);
      case WHERE -> select(at);
      case EQUAL ->
          isLabel()
              ? Term.delta(broadcast(0, at), broadcast(1, at))
              : equal(broadcast(0, at), broadcast(1, at));
      case GREATER -> Arithmetic.guard(subtract(broadcast(0, at), broadcast(1, at)));
      case ONE_HOT -> {
        int last = operands.get(0).shape().rank();
        yield Term.delta(at.axis(last).get(0), operand(0, at.without(last)));
      }
      case SIZE -> size(op.size());
      case CONSTANT -> constant(op.constant());
      case DETACH -> isLabel() ? operand(0, at) : Arithmetic.detach(operand(0, at));
      case CUSTOM -> throw new IllegalStateException(op + ": was not replaced by its formula");
    };
  }

  private Term operand(int which, Place at) {
    return lowering.entry(operands.get(which), at);
  }

  private Term broadcast(int which, Place at) {
    return operand(which, at.broadcast(operands.get(which).shape()));
  }

  private boolean isLabel() {
    return operands.stream().anyMatch(operand -> operand.labels() != null);
  }

  /** The label that a constant shifts: which class is meant stays. */
  private Term labelOf(Place at) {
    return broadcast(operands.get(0).labels() != null ? 0 : 1, at);
  }

  private Term sum(Place at) {
    return op.name().equals("plus")
        ? add(broadcast(0, at), broadcast(1, at))
        : subtract(broadcast(0, at), broadcast(1, at));
  }

  /** A literal exponent makes a power, any other exp(y·log x). */
  private static Term power(Term base, Term exponent) {
    return exponent.is(Term.Kind.NUMBER)
        ? Arithmetic.power(base, exponent.number())
        : Term.exp(multiply(exponent, Term.log(base)));
  }

  /**
   * (a + b + |a − b|)/2, which gives either the slope ½ at a tie: a·(1 + s)/2 + b·(1 − s)/2, where
   * s is the sign of a − b. Written in this way it is one of the two to the last bit.
   */
  private static Term larger(Term a, Term b) {
    Term sign = Arithmetic.sign(subtract(a, b));
    return add(multiply(a, HALF, add(Term.ONE, sign)), multiply(b, HALF, subtract(Term.ONE, sign)));
  }

  /** (a + b − |a − b|)/2, in the same way. */
  private static Term smaller(Term a, Term b) {
    Term sign = Arithmetic.sign(subtract(a, b));
    return add(multiply(a, HALF, subtract(Term.ONE, sign)), multiply(b, HALF, add(Term.ONE, sign)));
  }

  /** 1 − [a &gt; b] − [b &gt; a]. */
  private static Term equal(Term a, Term b) {
    return add(
        Term.ONE,
        negate(Arithmetic.guard(subtract(a, b))),
        negate(Arithmetic.guard(subtract(b, a))));
  }

  private Term product(Place at) {
    return lowering.sum(
        operands.get(1).shape().size(0).factors(),
        at,
        operands,
        k ->
            multiply(
                operand(0, new Place(List.of(at.axis(0), k))),
                operand(1, new Place(List.of(k, at.axis(1))))));
  }

  private Term total(Place at) {
    Expr x = operands.get(0);
    return lowering.sum(
        x.shape().size(op.axis()).factors(), at, operands, k -> operand(0, at.with(op.axis(), k)));
  }

  /** Sums over the axes in front and those of which one place is left, from the first on. */
  private Term summedTo(Shape shape, Place at, Place done) {
    Shape whole = operands.get(0).shape();
    int axis = done.axes().size();
    if (axis == whole.rank()) {
      return operand(0, done);
    }
    int own = axis - whole.rank() + shape.rank();
    if (own >= 0 && shape.size(own).equals(whole.size(axis))) {
      return summedTo(shape, at, done.with(axis, at.axis(own)));
    }
    Place taken = done.with(axis, at.coordinates());
    return lowering.sum(
        whole.size(axis).factors(), taken, operands, k -> summedTo(shape, at, done.with(axis, k)));
  }

  private Term maximum(Place at) {
    Expr x = operands.get(0);
    Size size = x.shape().size(op.axis());
    if (size.isNumber()) {
      List<Term> among = new ArrayList<>();
      for (int p = 0; p < size.number(); p++) {
        List<Term> position = size.isOne() ? List.of() : List.of(Term.number(p));
        among.add(operand(0, at.with(op.axis(), position)));
      }
      return among.size() == 2 ? larger(among.get(0), among.get(1)) : largest(among);
    }
    return lowering.max(size, at, operands, k -> operand(0, at.with(op.axis(), k)));
  }

  /** The mean of those that are the largest: its slope is shared equally among them. */
  private static Term largest(List<Term> among) {
    if (among.size() == 1) {
      return among.get(0);
    }
    List<Term> ties = new ArrayList<>();
    List<Term> attained = new ArrayList<>();
    for (int i = 0; i < among.size(); i++) {
      Term x = among.get(i);
      List<Term> notLess = new ArrayList<>();
      for (int other = 0; other < among.size(); other++) {
        if (other != i) {
          notLess.add(subtract(Term.ONE, Arithmetic.guard(subtract(among.get(other), x))));
        }
      }
      Term tie = multiply(notLess);
      ties.add(tie);
      attained.add(multiply(tie, x));
    }
    return divide(add(attained), add(ties));
  }

  private Place window(Place at, int by) {
    Place shifted = at.shifted(op.axis(), by);
    boolean unit = operands.get(0).shape().size(op.axis()).isOne();
    return unit ? shifted.without(op.axis()).with(op.axis(), List.of()) : shifted;
  }

  private Term padded(Place at) {
    int start = op.window().start();
    Rational position = at.shifted(op.axis(), -start).axis(op.axis()).get(0).number();
    Rational extent = Rational.of(operands.get(0).shape().size(op.axis()).number());
    boolean inside = position.signum() >= 0 && position.compareTo(extent) < 0;
    return inside ? operand(0, window(at, -start)) : Term.ZERO;
  }

  private Term select(Place at) {
    Term condition = broadcast(0, at);
    if (condition.is(Term.Kind.NUMBER)) {
      return broadcast(condition.number().isZero() ? 2 : 1, at);
    }
    Term mask = operands.get(0).isMask() ? condition : Arithmetic.nonZero(condition);
    return Arithmetic.select(mask, broadcast(1, at), broadcast(2, at));
  }

  private static Term size(Size size) {
    List<Term> factors = new ArrayList<>();
    for (Size factor : size.factors()) {
      factors.add(factor.isNumber() ? Term.number(factor.number()) : Term.size(factor.toString()));
    }
    return multiply(factors);
  }

  private static Term constant(Constant constant) {
    if (constant instanceof Constant.Rational fraction) {
      return Term.number(
          new Rational(
              BigInteger.valueOf(fraction.numerator()),
              BigInteger.valueOf(fraction.denominator())));
    }
    return Term.pi();
  }
}
