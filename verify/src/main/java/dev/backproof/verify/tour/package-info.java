/**
 * The tour: ten short programs, from one variable to Hessians times vectors and to the proof of a
 * layer of one's own; {@link dev.backproof.verify.tour.Tour} has them in order.
 *
 * <p>Each stands for itself: its lines compute something, and print it. What they print is quoted
 * in the README and compared by a test; the lines are also kept as scripts in {@code
 * src/main/jshell}, which a test runs in {@code jshell}, beside the start-up file with their
 * imports.
 *
 * <p>Two graphs more are there to be looked at: a minibatch through the network of the notes, and a
 * deep network whose layers can be folded. {@link dev.backproof.verify.tour.Example} has all graphs
 * by name.
 */
@NullMarked
package dev.backproof.verify.tour;

import org.jspecify.annotations.NullMarked;
