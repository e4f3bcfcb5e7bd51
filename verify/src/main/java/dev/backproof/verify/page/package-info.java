/**
 * A graph explained step by step, as one self-contained page and as text: {@link
 * dev.backproof.verify.page.Lesson} says what the steps are, {@link
 * dev.backproof.verify.page.ExplainPage} and {@link dev.backproof.verify.page.ExplainText} write
 * them.
 *
 * <p>A page holds every step in order, and is whole without a script. Its script shows one step at
 * a time and computes again when an input is changed: forward and backward by the list of primitive
 * operations that was recorded while the rule page ran ({@link
 * dev.backproof.verify.report.Calculation}), so that no derivative is written in another language.
 * A page is put together by Java text blocks; why, {@code verify.markup} says.
 */
@NullMarked
package dev.backproof.verify.page;

import org.jspecify.annotations.NullMarked;
