/**
 * Tensors read as mathematics: index notation with symbolic sizes, and the statements made of it.
 *
 * <p>The same methods that compute on numbers run on {@link dev.backproof.verify.expr.Expr} and
 * become a graph; its entry at some indices is a term of the kernel. Ranges are told apart by their
 * symbols, never by their numbers: what does not fit is refused here, with both shapes, before
 * anything is proved. A claim about Java methods becomes a kernel statement in {@link
 * dev.backproof.verify.expr.Statements}, and nowhere else. That the lowering means what the method
 * computes is checked by evaluating it ({@link dev.backproof.verify.expr.ExprEvaluation}).
 */
@NullMarked
package dev.backproof.verify.expr;

import org.jspecify.annotations.NullMarked;
