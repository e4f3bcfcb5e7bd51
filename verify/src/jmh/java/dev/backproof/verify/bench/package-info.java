/**
 * Benchmarks: what a gradient costs by the graph and by the closed form, what a node of the graph
 * costs, and what it costs to prove a gradient for all sizes and to replay the proof.
 */
@NullMarked
package dev.backproof.verify.bench;

import org.jspecify.annotations.NullMarked;
