package dev.backproof.autodiff;

/**
 * The value of a scalar function and its gradient at the same point.
 *
 * @param value a scalar
 * @param gradient of the shape of the point
 * @param <T> the reading both are in
 */
public record ValueAndGradient<T>(T value, T gradient) {}
