package dev.backproof.autodiff.program;

import dev.backproof.core.Shape;

/**
 * What a program is given.
 *
 * @param name its letter, for reading
 * @param shape its shape, in which extents may be symbols
 */
public record Input(String name, Shape shape) {}
