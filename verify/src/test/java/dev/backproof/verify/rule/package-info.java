/**
 * What every rule must keep, and a registry of wrong rules that the checks must reject.
 *
 * <p>A check takes the two pages as arguments, so that right and wrong rules meet the same checks.
 * The rule's own derivative needs no checks of its own: a pullback is a formula of operands and
 * cotangent, and is checked as one.
 */
@NullMarked
package dev.backproof.verify.rule;

import org.jspecify.annotations.NullMarked;
