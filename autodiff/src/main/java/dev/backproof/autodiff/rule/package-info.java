/**
 * The rule pages: what each primitive does to a cotangent and to a tangent, and the values chosen
 * at kinks.
 *
 * <p>Why the product ⊛ in which zero wins: without it {@code where(x > 0, log x, 0)} has the
 * gradient 0·∞ = NaN at 0, and so has a norm. A mask selects instead of multiplying, and a slope
 * that is finite on all numbers uses the plain product.
 */
@NullMarked
package dev.backproof.autodiff.rule;

import org.jspecify.annotations.NullMarked;
