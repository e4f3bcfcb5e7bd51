/**
 * Assertions for the tests of other projects: that a gradient derived by hand is right, at a point
 * or for all sizes.
 *
 * <p>Begin at {@link dev.backproof.verify.assertion.GradientAssertions}; operands are declared with
 * {@link dev.backproof.verify.assertion.Operand}. An assertion that fails throws an {@link
 * AssertionError}, whose message begins with the verdict; no test framework is needed. What the
 * caller got wrong (a name taken twice, too few operands) is an {@link IllegalArgumentException}
 * instead, so that it is not mistaken for a wrong gradient.
 */
@NullMarked
package dev.backproof.verify.assertion;

import org.jspecify.annotations.NullMarked;
