package dev.backproof.verify.assertion;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import java.util.List;
import java.util.function.Function;

/**
 * Both sides of a claim about a derivative on numbers, which may take more of them than the
 * function does: ȳ or ẋ.
 *
 * @param function what is differentiated
 * @param which the number of the operand that it is differentiated by
 * @param derivative the derivative, by the engine
 * @param claimed what it is said to be
 */
record Sides(
    Formula function,
    int which,
    Function<List<DenseTensor>, DenseTensor> derivative,
    Function<List<DenseTensor>, DenseTensor> claimed) {}
