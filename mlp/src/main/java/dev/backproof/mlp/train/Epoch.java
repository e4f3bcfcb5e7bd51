package dev.backproof.mlp.train;

/**
 * How an epoch went.
 *
 * @param number counted from 1
 * @param loss the mean loss of its examples, each as it was when its turn came; without the penalty
 * @param judgedLoss the loss, after the epoch, of the examples kept back, or of those trained on if
 *     there are no others
 * @param accuracy the share of these to whose class the network gives the largest probability
 */
public record Epoch(int number, double loss, double judgedLoss, double accuracy) {}
