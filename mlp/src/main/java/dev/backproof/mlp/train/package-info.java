/**
 * Training by minibatch gradient descent, from either source of gradients.
 *
 * <p>{@link dev.backproof.mlp.train.Trainer} trains the network of the notes in one go. {@link
 * dev.backproof.mlp.train.TrainingRun} trains one of any depth step by step, with momentum, penalty
 * and early stopping; it can be broken off after any step, kept in a {@link
 * dev.backproof.mlp.train.Checkpoint}, and gone on with to the same bits. If the loss leaves the
 * numbers, {@link dev.backproof.mlp.train.DivergedTraining} names the first operation that did.
 */
@NullMarked
package dev.backproof.mlp.train;

import org.jspecify.annotations.NullMarked;
