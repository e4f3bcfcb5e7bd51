/**
 * The search for proofs: untrusted, since all it can do is to call the kernel's rules.
 *
 * <p>{@link dev.backproof.verify.prover.Prover} brings both sides of a statement to a normal form
 * ({@code Normalizer}: Laurent polynomials over atoms, sums split into connected components with
 * their bound indices in a canonical order) and, where these differ, tests the difference for zero
 * ({@code ZeroTest}: clearing denominators, cells of δ and of guards, merging sums). Every
 * transformation is a conversion: it returns the theorem that what it was given equals what it made
 * of it. A mistake here can lose a proof; it cannot make a false one.
 */
@NullMarked
package dev.backproof.verify.prover;

import org.jspecify.annotations.NullMarked;
