/**
 * The claims of the course notes, 1.1 to 3.3, as statements that can be evaluated.
 *
 * <p>A claim has one or more statements: in index and in matrix form, one layer alone (with an
 * arbitrary upstream gradient) and end to end. The matrix forms are the methods of {@code
 * mlp.closedform} themselves; the index forms are written here, entry by entry, and share nothing
 * with them.
 */
@NullMarked
package dev.backproof.verify.notes;

import org.jspecify.annotations.NullMarked;
