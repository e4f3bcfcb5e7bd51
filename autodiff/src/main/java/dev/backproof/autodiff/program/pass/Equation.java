package dev.backproof.autodiff.program.pass;

import dev.backproof.core.Tensor;

/**
 * Two formulas that are equal.
 *
 * @param left one side, a value of some reading
 * @param right the other
 * @param <T> the reading
 */
public record Equation<T extends Tensor<T>>(T left, T right) {}
