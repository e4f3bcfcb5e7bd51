/** Training by minibatch gradient descent, from either source of gradients. */
@NullMarked
package dev.backproof.mlp.train;

import org.jspecify.annotations.NullMarked;
