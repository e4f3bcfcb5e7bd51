/**
 * The benchmark: one training step by the graph and by the closed form, eager and traced, beside
 * loops by hand and the bare products of matrices.
 *
 * <p>Three kinds of JVM take part. The one of the command plans and reports, and never loads JMH.
 * It starts one {@link dev.backproof.verify.bench.Host} for each number of threads, with {@code
 * OPENBLAS_NUM_THREADS} in its environment, because OpenBLAS reads that when it is loaded. A host
 * has JMH fork a fresh JVM for each measurement. So what is to be compared takes turns, fork by
 * fork, and a machine that is slow for a while is slow for all.
 *
 * <p>JMH is an optional dependency of this module, which {@code backproof.jar} brings.
 */
@NullMarked
package dev.backproof.verify.bench;

import org.jspecify.annotations.NullMarked;
