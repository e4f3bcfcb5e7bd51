/**
 * Products of matrices: one interface, a kernel in plain Java, and a seam for a native one.
 *
 * <p>{@link dev.backproof.core.blas.MatrixProduct} says what is computed, {@link
 * dev.backproof.core.blas.PlainProduct} computes it everywhere, {@link
 * dev.backproof.core.blas.NativeProvider} is what a library of the machine is brought by, and
 * {@link dev.backproof.core.blas.MatrixProducts} chooses between them, once in a JVM and then by
 * sizes.
 */
@NullMarked
package dev.backproof.core.blas;

import org.jspecify.annotations.NullMarked;
