/**
 * Derivations people can read: terms as mathematics writes them, and chains of equations with the
 * reason of each step, as text and as LaTeX.
 *
 * <p>Nothing here is believed. A {@link dev.backproof.verify.derivation.Chain} is a list of terms
 * with reasons; it can only be shown after each "=" in it has been proved as a statement of its own
 * and the proof replayed by a fresh kernel. {@link
 * dev.backproof.verify.derivation.NotesDerivations} has the chains of the course notes, and {@link
 * dev.backproof.verify.derivation.MathText} writes a single term.
 */
@NullMarked
package dev.backproof.verify.derivation;

import org.jspecify.annotations.NullMarked;
