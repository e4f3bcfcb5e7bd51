/**
 * Derivatives of formulas, by running them in another reading.
 *
 * <p>{@link dev.backproof.autodiff.Differentiation} is the way in. The rules stand on two pages in
 * {@code rule}; {@code tape} runs them backwards, {@code forward} forwards. Second derivatives nest
 * one reading in another: there is no code of their own for them.
 */
@NullMarked
package dev.backproof.autodiff;

import org.jspecify.annotations.NullMarked;
