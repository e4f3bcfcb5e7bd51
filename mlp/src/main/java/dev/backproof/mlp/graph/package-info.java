/**
 * The gradients of the network as the computational graph gives them, beside which the closed form
 * is held.
 */
@NullMarked
package dev.backproof.mlp.graph;

import org.jspecify.annotations.NullMarked;
