/**
 * Derivatives of formulas, by running them in another reading.
 *
 * <p>{@link dev.backproof.autodiff.Differentiation} is the way in. The rules stand on two pages in
 * {@code rule}; {@code tape} runs them backwards, {@code forward} forwards. Second derivatives nest
 * one reading in another: there is no code of their own for them.
 *
 * <p>What may be shared between threads: formulas, rule pages, {@code DenseTensor}s, dual numbers
 * and constants made with {@code Var.constant}; all of them are immutable. A tape, its variables
 * and what its sweep gives belong to one thread. So threads that differentiate the same formula at
 * the same point, each with a tape of its own, get the same bits. Every method of {@code
 * Differentiation} makes a tape of its own.
 */
@NullMarked
package dev.backproof.autodiff;

import org.jspecify.annotations.NullMarked;
