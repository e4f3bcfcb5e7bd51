/**
 * Reverse mode: variables that record themselves on a tape, and the sweep that pulls cotangents
 * back over it.
 */
@NullMarked
package dev.backproof.autodiff.tape;

import org.jspecify.annotations.NullMarked;
