/**
 * What a tensor is: the algebra every formula is written in, and its reading on numbers.
 *
 * <p>{@link dev.backproof.core.Tensor} is the algebra, {@link dev.backproof.core.Primitive} the
 * list of its operations, {@link dev.backproof.core.Elementary} the functions of one variable,
 * {@link dev.backproof.core.Functions} what is composed of them, {@link
 * dev.backproof.core.DenseTensor} the reading that computes.
 *
 * <p>Why a formula may not take a Java number: a captured {@code double} or {@code int} would be
 * frozen when the formula is traced and could be no symbol in a proof. Labels, step sizes and batch
 * sizes enter as tensors; an extent enters as {@code x.size(x.shape().size(0))}. Only exact
 * constants that belong to the mathematics are written in place.
 */
@NullMarked
package dev.backproof.core;

import org.jspecify.annotations.NullMarked;
