/**
 * Benchmarks: what a gradient costs by the graph and by the closed form, and what a node of the
 * graph costs.
 */
@NullMarked
package dev.backproof.verify.bench;

import org.jspecify.annotations.NullMarked;
