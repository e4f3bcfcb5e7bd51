/**
 * Numerical witnesses: derivatives that use the primal only.
 *
 * <p>{@link dev.backproof.core.witness.ComplexStep} reads a formula on {@link
 * dev.backproof.core.witness.ComplexTensor} and is right to machine precision; {@link
 * dev.backproof.core.witness.FiniteDifferences} asks a black box for values, and bounds its own
 * error. Neither sees a derivative rule, an {@code Elementary.derivative} or a tape: a witness that
 * shared what it checks would be none.
 *
 * <p>At a kink the two differ on purpose. The complex step decides by the real part and so gives
 * the slope of the convention; finite differences say that the point cannot be checked.
 */
@NullMarked
package dev.backproof.core.witness;

import org.jspecify.annotations.NullMarked;
