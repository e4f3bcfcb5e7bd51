package dev.backproof.autodiff;

/**
 * Brings a constant into another reading, so that a function can use data beside what it is
 * differentiated by.
 *
 * @param <T> the reading the constant is in
 * @param <R> the reading it is brought into
 */
@FunctionalInterface
public interface Lift<T, R> {
  /** The constant in the other reading; no derivative flows to it. */
  R of(T constant);
}
