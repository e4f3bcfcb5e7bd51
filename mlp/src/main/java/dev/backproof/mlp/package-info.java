/**
 * The classifier of the notes, with one hidden layer: its parameters, what it computes, its loss
 * and its penalty.
 */
@NullMarked
package dev.backproof.mlp;

import org.jspecify.annotations.NullMarked;
