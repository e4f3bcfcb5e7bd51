package dev.backproof.verify.expr;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What an {@link Expr} is made of. */
sealed interface Node {
  /** The entry at a place. */
  Term entry(Expr self, Place at, Lowering lowering);

  /** What it is made from. */
  default List<Expr> operands() {
    return List.of();
  }

  /** A declared tensor. */
  record Declared(String name) implements Node {
    @Override
    public Term entry(Expr self, Place at, Lowering lowering) {
      return Term.entry(member(name, at), indices(at));
    }
  }

  /** Declared labels; the entry is an index. */
  record DeclaredLabels(String name) implements Node {
    @Override
    public Term entry(Expr self, Place at, Lowering lowering) {
      return Term.label(member(name, at), indices(at));
    }
  }

  /** Numbers, exact. */
  record Numbers(DenseTensor values) implements Node {
    @Override
    public Term entry(Expr self, Place at, Lowering lowering) {
      int position = 0;
      for (int axis = 0; axis < at.axes().size(); axis++) {
        int own = at.axis(axis).isEmpty() ? 0 : at.axis(axis).get(0).number().intValue();
        position = position * self.shape().size(axis).number() + own;
      }
      return Term.number(exact(values.at(position)));
    }
  }

  /** An operation. */
  record Applied(Op op, List<Expr> operands) implements Node {
    @Override
    public Term entry(Expr self, Place at, Lowering lowering) {
      return new Meaning(lowering, op, operands).entry(self.shape(), at);
    }
  }

  /** A tensor with one axis fixed at an index. */
  record Fixed(Expr of, int axis, Index index) implements Node {
    @Override
    public Term entry(Expr self, Place at, Lowering lowering) {
      return lowering.entry(of, at.with(axis, List.of(index.term())));
    }

    @Override
    public List<Expr> operands() {
      return List.of(of);
    }
  }

  /** The sum over an index that was fixed. */
  record Summed(Expr of, Index index) implements Node {
    @Override
    public Term entry(Expr self, Place at, Lowering lowering) {
      self.refuseSummed("entry", at.coordinates());
      return lowering.sum(index.range(), index.term(), lowering.entry(of, at));
    }

    @Override
    public List<Expr> operands() {
      return List.of(of);
    }
  }

  private static List<Term> indices(Place at) {
    return at.coordinates().stream().filter(term -> !term.is(Term.Kind.NUMBER)).toList();
  }

  /** The member of a family that the positions on literal axes name: {@code x.0.2}. */
  private static String member(String name, Place at) {
    StringBuilder member = new StringBuilder(name);
    for (Term coordinate : at.coordinates()) {
      if (coordinate.is(Term.Kind.NUMBER)) {
        member.append('.').append(coordinate.number());
      }
    }
    return member.toString();
  }

  /** The names of all members, and the ranges of the axes each has. */
  static List<String> members(String name, List<Size> sizes) {
    List<String> members = List.of(name);
    for (Size size : sizes) {
      for (Size factor : size.factors()) {
        if (factor.isNumber()) {
          List<String> more = new ArrayList<>();
          for (String member : members) {
            for (int p = 0; p < factor.number(); p++) {
              more.add(member + "." + p);
            }
          }
          members = more;
        }
      }
    }
    return members;
  }

  private static Rational exact(double x) {
    BigDecimal decimal = new BigDecimal(x);
    BigInteger unscaled = decimal.unscaledValue();
    return decimal.scale() <= 0
        ? new Rational(unscaled.multiply(BigInteger.TEN.pow(-decimal.scale())), BigInteger.ONE)
        : new Rational(unscaled, BigInteger.TEN.pow(decimal.scale()));
  }
}
