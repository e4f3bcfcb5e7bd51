package dev.backproof.autodiff.tape;

import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.Tensor;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * The record of a computation, in the order in which it happened: append-only, one entry per
 * operation through which a derivative flows.
 *
 * <p>A tape belongs to one thread; two threads use two tapes, and may share the tensors, formulas
 * and rule pages they use. Everything recorded stays reachable from any variable of the tape; carry
 * {@link Var#primal} from one step of a loop to the next, not the variable.
 *
 * @param <T> the reading that is recorded
 */
public final class Tape<T extends Tensor<T>> {
  private final VjpRules rules;
  private final Chunks<Var<T>> recorded = new Chunks<>();
  private final IdentityHashMap<Var<T>, String> names = new IdentityHashMap<>();

  /** An empty tape whose backward sweep reads the rules from {@link VjpRules#PAGE}. */
  public Tape() {
    this(VjpRules.PAGE);
  }

  /** An empty tape whose backward sweep reads the rules from another page. */
  public Tape(VjpRules rules) {
    this.rules = rules;
  }

  /** A variable: something gradients are asked with respect to. */
  public Var<T> variable(T value) {
    return Var.leaf(this, value);
  }

  /** A variable with a name, for graphs and messages. */
  public Var<T> variable(String name, T value) {
    return name(name, variable(value));
  }

  /** A value no derivative flows to; it belongs to no tape, so it may be used with any. */
  public Var<T> constant(T value) {
    return Var.constant(value);
  }

  /** A constant with a name on this tape. */
  public Var<T> constant(String name, T value) {
    return name(name, constant(value));
  }

  /**
   * Names a variable, a constant or an intermediate result, for graphs and messages.
   *
   * @return the same {@code v}
   * @throws IllegalArgumentException if {@code v} is on another tape
   */
  public Var<T> name(String name, Var<T> v) {
    if (v.isRecorded() && v.tapeOrNull() != this) {
      throw new IllegalArgumentException(
          "name: '" + name + "' would name a variable of another tape; name it there");
    }
    names.put(v, name);
    return v;
  }

  /** The name that was given to {@code v}, if any. */
  public Optional<String> name(Var<T> v) {
    return Optional.ofNullable(names.get(v));
  }

  /** The number of entries. */
  public int length() {
    return recorded.size();
  }

  /**
   * What was recorded at a position, from 0.
   *
   * @throws IndexOutOfBoundsException if there is no such entry
   */
  public Var<T> at(int position) {
    return recorded.get(position);
  }

  VjpRules rules() {
    return rules;
  }

  /** Appends an entry and gives its position. */
  int append(Var<T> v) {
    return recorded.add(v);
  }
}
