/**
 * Numerical witnesses: readings and measurements that say how far a computed number can be trusted.
 *
 * <p>{@link dev.backproof.verify.check.BigTensor} is a reading that computes with fifty decimal
 * digits, by code that shares nothing with the float64 kernels but the moving about of entries;
 * {@link dev.backproof.verify.check.HighPrecision} takes derivatives in it, from values alone. The
 * reading {@link dev.backproof.verify.check.RunningError} computes in float64 and carries a bound
 * of its own rounding error along: the {@code cond} of "agrees within 3.1 u·cond", where u = 2⁻⁵³.
 */
@NullMarked
package dev.backproof.verify.check;

import org.jspecify.annotations.NullMarked;
