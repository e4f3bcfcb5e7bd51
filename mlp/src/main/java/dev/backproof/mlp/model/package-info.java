/**
 * Networks that have been trained, and the two formats they are kept in: JSON for people, and NPZ,
 * which NumPy opens.
 *
 * <p>Both hold everything that is needed to classify new examples: the parameters, the activation,
 * the names of inputs and classes, and how inputs are standardised. Numbers survive both to the
 * last bit. What is wrong with a file is a {@link dev.backproof.mlp.data.DataFault}.
 */
@NullMarked
package dev.backproof.mlp.model;

import org.jspecify.annotations.NullMarked;
