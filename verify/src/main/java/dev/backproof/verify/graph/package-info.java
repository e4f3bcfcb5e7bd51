/**
 * Graphs as pictures: what stands in the boxes ({@link dev.backproof.verify.graph.Diagrams}), where
 * they lie ({@link dev.backproof.verify.graph.ElkLayout}), the SVG; layers folded by name, matrix
 * nodes unfolded into scalars, and the graph as JSON.
 *
 * <p>The layout is that of the Eclipse Layout Kernel, in this process and always the same for the
 * same graph; the SVG is written here, so that its parts have ids a page can work with.
 */
@NullMarked
package dev.backproof.verify.graph;

import org.jspecify.annotations.NullMarked;
