package dev.backproof.autodiff.tape;

import dev.backproof.autodiff.rule.Application;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reading of reverse mode: a value that remembers how it was made.
 *
 * <p>An operation is put on the tape if a derivative can flow through it to a variable; otherwise
 * its result is a constant, on no tape, though it too remembers its operands, so that a graph can
 * show them.
 *
 * @param <T> the reading underneath, which may again be one that differentiates
 */
public final class Var<T extends Tensor<T>> implements Tensor<Var<T>>, Application<T> {
  private static final int NOT_RECORDED = -1;

  private final T primal;
  private final @Nullable Op op;
  private final @Nullable Var<T> a;
  private final @Nullable Var<T> b;
  private final @Nullable Var<T> c;
  private final @Nullable Tape<T> tape;
  private int position = NOT_RECORDED;

  private Var(
      T primal,
      @Nullable Op op,
      @Nullable Var<T> a,
      @Nullable Var<T> b,
      @Nullable Var<T> c,
      @Nullable Tape<T> tape) {
    this.primal = primal;
    this.op = op;
    this.a = a;
    this.b = b;
    this.c = c;
    this.tape = tape;
  }

  private static <T extends Tensor<T>> Var<T> record(Var<T> made) {
    if (made.tape != null) {
      made.position = made.tape.append(made);
    }
    return made;
  }

  static <T extends Tensor<T>> Var<T> leaf(Tape<T> tape, T value) {
    return record(new Var<>(value, null, null, null, null, tape));
  }

  /** A value no derivative flows to, on no tape. */
  public static <T extends Tensor<T>> Var<T> constant(T value) {
    return new Var<>(value, null, null, null, null, null);
  }

  /** The value, without its history. */
  public T primal() {
    return primal;
  }

  @Override
  public T result() {
    return primal;
  }

  @Override
  public Shape shape() {
    return primal.shape();
  }

  @Override
  public Var<T> self() {
    return this;
  }

  /** Whether this is a variable or a constant that was put in, not the result of an operation. */
  public boolean isLeaf() {
    return op == null;
  }

  /** The tape this is recorded on; a constant is on none. */
  public Optional<Tape<T>> tape() {
    return Optional.ofNullable(tape);
  }

  /** Whether this is on a tape, so that a derivative can flow to it. */
  public boolean isRecorded() {
    return tape != null;
  }

  @Nullable Tape<T> tapeOrNull() {
    return tape;
  }

  int position() {
    return position;
  }

  /**
   * The operation this is the result of.
   *
   * @throws IllegalStateException if this is a leaf
   */
  @Override
  public Op op() {
    if (op == null) {
      throw new IllegalStateException("a variable or constant is the result of no operation");
    }
    return op;
  }

  @Override
  public T operand(int which) {
    return parent(which).primal;
  }

  /**
   * The operand at a position, with its history.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public Var<T> parent(int which) {
    Var<T> parent = which == 0 ? a : which == 1 ? b : which == 2 ? c : null;
    if (parent == null) {
      throw new IndexOutOfBoundsException("there is no operand " + which + " of " + op);
    }
    return parent;
  }

  /** The operands, in order; of a leaf none. */
  public List<Var<T>> parents() {
    return Stream.of(0, 1, 2).limit(op == null ? 0 : op.arity()).map(this::parent).toList();
  }

  @Override
  public Var<T> apply(Op op) {
    if (op.arity() == 0) {
      return new Var<>(primal.apply(op), op, null, null, null, null);
    }
    Tape<T> on = op.flows(0) ? tape : null;
    return record(new Var<>(primal.apply(op), op, this, null, null, on));
  }

  @Override
  public Var<T> apply(Op op, Var<T> b) {
    Tape<T> on = join(op.flows(0) ? tape : null, op, 1, b);
    return record(new Var<>(primal.apply(op, b.primal), op, this, b, null, on));
  }

  @Override
  public Var<T> apply(Op op, Var<T> b, Var<T> c) {
    Tape<T> on = join(join(op.flows(0) ? tape : null, op, 1, b), op, 2, c);
    return record(new Var<>(primal.apply(op, b.primal, c.primal), op, this, b, c, on));
  }

  private static <T extends Tensor<T>> @Nullable Tape<T> join(
      @Nullable Tape<T> so, Op op, int which, Var<T> operand) {
    if (operand.tape == null || !op.flows(which)) {
      return so;
    }
    if (so != null && so != operand.tape) {
      throw new IllegalArgumentException(
          op + ": its operands are variables of two tapes; make them on one tape, or detach one");
    }
    return operand.tape;
  }

  /**
   * The gradients of this scalar with respect to the variables of its tape.
   *
   * <p>Changes nothing: it may be called twice, and gives the same again.
   *
   * @throws IllegalStateException if this is not a scalar; give a cotangent instead
   */
  public Gradients<T> backward() {
    if (shape().rank() != 0) {
      throw new IllegalStateException(
          "backward: " + shape() + " is not a scalar; sum it, or give a cotangent of its shape");
    }
    return backward(primal.one());
  }

  /**
   * The cotangents of the variables of the tape, pulled back from a cotangent of this.
   *
   * @throws IllegalArgumentException if the cotangent has another shape
   */
  public Gradients<T> backward(T yBar) {
    return Sweep.from(this, yBar, false);
  }

  /**
   * As {@link #backward(Tensor)}, and keeps the cotangents of intermediate results too: for looking
   * at a graph.
   */
  public Gradients<T> backwardKeepingAll(T yBar) {
    return Sweep.from(this, yBar, true);
  }

  /** The value as its reading prints it. */
  @Override
  public String toString() {
    return "Var(" + primal + ")";
  }
}
