package dev.backproof.verify.fault;

import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * A reading that counts operations and falsifies one of them: its result r becomes r·(1 + 1/1000) +
 * 1/700.
 *
 * @param <T> the reading underneath
 */
final class Perturbed<T extends Tensor<T>> implements Tensor<Perturbed<T>> {
  private final T value;
  private final Log log;
  private final int number;

  private Perturbed(T value, Log log, int number) {
    this.value = value;
    this.log = log;
    this.number = number;
  }

  /** Something that is put in. */
  static <T extends Tensor<T>> Perturbed<T> operand(T value, Log log) {
    return new Perturbed<>(value, log, -1);
  }

  /**
   * One operation as it was done.
   *
   * @param op what was done
   * @param operands the numbers of the operations that made its operands; −1 for what was put in
   */
  record Step(Op op, List<Integer> operands) {}

  /** The operations so far, and which is to be wrong. */
  static final class Log {
    private final int wrong;
    private final List<Step> steps = new ArrayList<>();

    /** The operation numbered {@code wrong}, from 0, is to be wrong; −1 for none. */
    Log(int wrong) {
      this.wrong = wrong;
    }

    List<Step> steps() {
      return List.copyOf(steps);
    }

    private <T extends Tensor<T>> Perturbed<T> done(Op op, T result, List<Integer> operands) {
      int number = steps.size();
      steps.add(new Step(op, operands));
      T slip = result.constant(1, 1000).times(result).plus(result.constant(1, 700));
      return new Perturbed<>(number == wrong ? result.plus(slip) : result, this, number);
    }
  }

  /** The number of the operation that made this, from 0; −1 for what was put in. */
  int number() {
    return number;
  }

  T value() {
    return value;
  }

  @Override
  public Shape shape() {
    return value.shape();
  }

  @Override
  public Perturbed<T> self() {
    return this;
  }

  @Override
  public Perturbed<T> apply(Op op) {
    return log.done(op, value.apply(op), op.arity() == 0 ? List.of() : List.of(number));
  }

  @Override
  public Perturbed<T> apply(Op op, Perturbed<T> b) {
    return log.done(op, value.apply(op, b.value), List.of(number, b.number));
  }

  @Override
  public Perturbed<T> apply(Op op, Perturbed<T> b, Perturbed<T> c) {
    return log.done(op, value.apply(op, b.value, c.value), List.of(number, b.number, c.number));
  }
}
