/**
 * Functions recorded once, forward and backward together, as straight-line programs.
 *
 * <p>A tape is swept once and forgotten; a {@link dev.backproof.autodiff.program.Program} is kept,
 * read by people, optimised, proved equal to what it was made from, and run many times.
 */
@NullMarked
package dev.backproof.autodiff.program;

import org.jspecify.annotations.NullMarked;
