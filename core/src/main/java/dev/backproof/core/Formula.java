package dev.backproof.core;

import java.util.List;
import java.util.OptionalInt;

/**
 * A formula as a value: what needs several readings of the same function (checking, proving,
 * tracing) takes one of these.
 *
 * <p>Java lets a method reference, but not a lambda, implement an interface with a generic method;
 * so a formula is made from one, {@code Formula.of(Network::loss)}, whatever its number of operands
 * up to six, or {@link #ofList} for any number.
 */
public interface Formula {
  /**
   * The value of the formula in the reading of its operands.
   *
   * @throws IllegalArgumentException if there are not as many operands as {@link #arity} says, or
   *     their shapes do not fit
   */
  <T extends Tensor<T>> T apply(List<T> operands);

  /** The number of operands, if it is fixed. */
  OptionalInt arity();

  /** A formula of one operand. */
  static Formula of(Of1 formula) {
    return new FixedFormula(1) {
      @Override
      <T extends Tensor<T>> T value(List<T> x) {
        return formula.apply(x.get(0));
      }
    };
  }

  /** A formula of two operands. */
  static Formula of(Of2 formula) {
    return new FixedFormula(2) {
      @Override
      <T extends Tensor<T>> T value(List<T> x) {
        return formula.apply(x.get(0), x.get(1));
      }
    };
  }

  /** A formula of three operands. */
  static Formula of(Of3 formula) {
    return new FixedFormula(3) {
      @Override
      <T extends Tensor<T>> T value(List<T> x) {
        return formula.apply(x.get(0), x.get(1), x.get(2));
      }
    };
  }

  /** A formula of four operands. */
  static Formula of(Of4 formula) {
    return new FixedFormula(4) {
      @Override
      <T extends Tensor<T>> T value(List<T> x) {
        return formula.apply(x.get(0), x.get(1), x.get(2), x.get(3));
      }
    };
  }

  /** A formula of five operands. */
  static Formula of(Of5 formula) {
    return new FixedFormula(5) {
      @Override
      <T extends Tensor<T>> T value(List<T> x) {
        return formula.apply(x.get(0), x.get(1), x.get(2), x.get(3), x.get(4));
      }
    };
  }

  /** A formula of six operands. */
  static Formula of(Of6 formula) {
    return new FixedFormula(6) {
      @Override
      <T extends Tensor<T>> T value(List<T> x) {
        return formula.apply(x.get(0), x.get(1), x.get(2), x.get(3), x.get(4), x.get(5));
      }
    };
  }

  /** A formula of any number of operands. */
  static Formula ofList(OfList formula) {
    return new Formula() {
      @Override
      public <T extends Tensor<T>> T apply(List<T> operands) {
        return formula.apply(operands);
      }

      @Override
      public OptionalInt arity() {
        return OptionalInt.empty();
      }
    };
  }

  /** A generic method of one operand. */
  @FunctionalInterface
  interface Of1 {
    /** Applies it. */
    <T extends Tensor<T>> T apply(T a);
  }

  /** A generic method of two operands. */
  @FunctionalInterface
  interface Of2 {
    /** Applies it. */
    <T extends Tensor<T>> T apply(T a, T b);
  }

  /** A generic method of three operands. */
  @FunctionalInterface
  interface Of3 {
    /** Applies it. */
    <T extends Tensor<T>> T apply(T a, T b, T c);
  }

  /** A generic method of four operands. */
  @FunctionalInterface
  interface Of4 {
    /** Applies it. */
    <T extends Tensor<T>> T apply(T a, T b, T c, T d);
  }

  /** A generic method of five operands. */
  @FunctionalInterface
  interface Of5 {
    /** Applies it. */
    <T extends Tensor<T>> T apply(T a, T b, T c, T d, T e);
  }

  /** A generic method of six operands. */
  @FunctionalInterface
  interface Of6 {
    /** Applies it. */
    <T extends Tensor<T>> T apply(T a, T b, T c, T d, T e, T f);
  }

  /** A generic method over a list of operands. */
  @FunctionalInterface
  interface OfList {
    /** Applies it. */
    <T extends Tensor<T>> T apply(List<T> operands);
  }
}
