/**
 * OpenBLAS behind the seam of {@link dev.backproof.core.blas}: unpacked from the class path,
 * loaded, and called with arrays of the heap.
 *
 * <p>Its libraries are optional dependencies of this module: {@code dev.ludovic.netlib:blas} calls
 * it, {@code net.java.dev.jna:jna} sets its number of threads, {@code org.bytedeco:openblas} with
 * the classifier of a platform is the library itself. {@code backproof.jar} brings all three, for
 * {@code linux-x86_64}. For another platform put the jar with its classifier ({@code linux-arm64},
 * {@code macosx-arm64}, {@code macosx-x86_64}, {@code windows-x86_64}) on the class path: {@code
 * java -cp backproof.jar:openblas-0.3.31-1.5.13-linux-arm64.jar dev.backproof.verify.cli.Main}.
 * Only {@code linux-x86_64} has been run. Where anything is missing or fails, products are computed
 * in plain Java.
 */
@NullMarked
package dev.backproof.verify.blas;

import org.jspecify.annotations.NullMarked;
