/**
 * What a {@code PROVED} rests on: terms, statements, the derivative, and the rules that make
 * theorems.
 *
 * <p>A theorem says that two scalar terms in index notation are equal for all sizes and all values
 * of their free indices. It is an abstract value, and the rules of {@link
 * dev.backproof.verify.kernel.Rule} are the only way to one: each matches its arguments and refuses
 * what does not fit; none searches. Nothing here imports what searches. Where a term is undefined
 * (1/0, log of −1) it has some value, and no rule may depend on which: that is what keeps a rule
 * honest about its side conditions.
 *
 * <p>What a {@code REFUTED} rests on is here, too: {@link dev.backproof.verify.kernel.Interval}
 * arithmetic at exact points. No rule uses it, and it uses no rule. How many lines each of the two
 * verdicts rests on is counted by a test, {@code TrustedPartTest}.
 */
@NullMarked
package dev.backproof.verify.kernel;

import org.jspecify.annotations.NullMarked;
