/**
 * Programs carried out on numbers: memory planned, kernels chosen, nothing allocated when they run.
 */
@NullMarked
package dev.backproof.autodiff.program.plan;

import org.jspecify.annotations.NullMarked;
