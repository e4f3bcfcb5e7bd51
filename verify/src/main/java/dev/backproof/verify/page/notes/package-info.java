/**
 * The front page: the course notes, claim by claim under the course's own numbers, each with its
 * statement, its derivation step by step, its verdict with certificates, the wrong versions that
 * students write with their counterexamples, and the numerical witnesses.
 *
 * <p>{@link dev.backproof.verify.page.notes.NotesPage} writes what the main job has found; nothing
 * is computed here. What a claim says in words, and its line of NumPy, are in {@link
 * dev.backproof.verify.page.notes.NotesWords}.
 */
@NullMarked
package dev.backproof.verify.page.notes;

import org.jspecify.annotations.NullMarked;
