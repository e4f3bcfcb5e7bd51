/**
 * Derivations people can read: terms as mathematics writes them, and chains of equations with the
 * reason of each step, as text, as LaTeX and as HTML with MathML.
 *
 * <p>Nothing here is believed. A {@link dev.backproof.verify.derivation.Chain} is a list of terms
 * with reasons; it can only be shown after each "=" in it has been decided as a statement of its
 * own: proved, the proof replayed by a fresh kernel, and evaluated. A title is the ends of such
 * chains. {@link dev.backproof.verify.derivation.NotesDerivations} has the chains of the course
 * notes, {@link dev.backproof.verify.derivation.Derivation} reads one off the steps of a
 * certificate, and {@link dev.backproof.verify.derivation.MathText} writes a single term.
 */
@NullMarked
package dev.backproof.verify.derivation;

import org.jspecify.annotations.NullMarked;
