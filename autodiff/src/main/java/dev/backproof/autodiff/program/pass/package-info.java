/**
 * Passes: each takes a program and gives one that means the same and does less.
 *
 * <p>Two kinds. Rewriting replaces what a formula describes by what another describes; both sides
 * of a {@link dev.backproof.autodiff.program.pass.Rewrite} are formulas, so that each can be
 * proved. The others drop, order or group instructions and change none.
 */
@NullMarked
package dev.backproof.autodiff.program.pass;

import org.jspecify.annotations.NullMarked;
