/**
 * The gradients of the network derived by hand, written once over any reading; nothing here may use
 * {@code autodiff}.
 *
 * <p>The Javadoc of a method is its derivation, with the number the notes give it; the body repeats
 * it. What they share with the graph is the forward pass alone, so that agreement with the graph
 * says something.
 */
@NullMarked
package dev.backproof.mlp.closedform;

import org.jspecify.annotations.NullMarked;
