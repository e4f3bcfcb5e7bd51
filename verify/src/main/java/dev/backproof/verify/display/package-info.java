/**
 * Results as a notebook shows them: {@link dev.backproof.verify.display.Display} of a graph, a
 * lesson, a program, a training, a proof.
 *
 * <p>It stands beside what it shows and not in it: a program of {@code autodiff} knows of no
 * pictures, and a graph none of the layout that draws it.
 */
@NullMarked
package dev.backproof.verify.display;

import org.jspecify.annotations.NullMarked;
