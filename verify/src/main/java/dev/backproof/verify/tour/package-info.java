/**
 * Small programs to read first: one variable, a vector, the network of the notes, a minibatch
 * through it, a deep network. Each makes variables, computes, and shows the graph; what it prints
 * is in the README.
 */
@NullMarked
package dev.backproof.verify.tour;

import org.jspecify.annotations.NullMarked;
