/**
 * What every page is written with: escaped text, and formulas in MathML.
 *
 * <p>Pages are Java text blocks and these helpers, not templates: a page here is mostly loops over
 * nodes, steps and entries, which a template language would have to call back into Java for; there
 * is one place that escapes; nothing has to be compiled or loaded when the program starts.
 */
@NullMarked
package dev.backproof.verify.markup;

import org.jspecify.annotations.NullMarked;
