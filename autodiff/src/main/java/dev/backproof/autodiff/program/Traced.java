package dev.backproof.autodiff.program;

import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;

/**
 * The reading that records: a value of a program that is being made.
 *
 * <p>{@code Var<Traced>} records the backward sweep behind the forward pass; so one program holds
 * both.
 */
public final class Traced implements Tensor<Traced> {
  private final Recorder recorder;
  private final int value;
  private final Shape shape;

  Traced(Recorder recorder, int value, Shape shape) {
    this.recorder = recorder;
    this.value = value;
    this.shape = shape;
  }

  /** Its number in the program. */
  public int value() {
    return value;
  }

  /** Where it is recorded. */
  Recorder recorder() {
    return recorder;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public Traced self() {
    return this;
  }

  @Override
  public Traced apply(Op op) {
    return recorder.apply(op, op.arity() == 0 ? List.of() : List.of(this));
  }

  @Override
  public Traced apply(Op op, Traced b) {
    return recorder.apply(op, List.of(this, b));
  }

  @Override
  public Traced apply(Op op, Traced b, Traced c) {
    return recorder.apply(op, List.of(this, b, c));
  }

  @Override
  public String toString() {
    return "%" + value + " " + shape;
  }
}
