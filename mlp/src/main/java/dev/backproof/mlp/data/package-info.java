/**
 * Labelled examples: generators from a seed, and the minibatches of an epoch. Nothing is read from
 * anywhere.
 */
@NullMarked
package dev.backproof.mlp.data;

import org.jspecify.annotations.NullMarked;
