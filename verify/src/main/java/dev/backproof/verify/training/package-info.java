/**
 * What a training has come to: as one page with learning curves, decision regions, the table of
 * confusions, the worst mistakes and the gradient checks, and as JSON.
 *
 * <p>The charts are drawn with the few shapes of {@link dev.backproof.verify.markup.Chart}, like
 * those of the benchmark, and not with a library for plots: a library draws on a {@code
 * Graphics2D}, which bakes colours in where the page's style sheet has to choose them (dark mode,
 * print), measures text with fonts that a server may not have, and would make the executable
 * several megabytes larger for three kinds of picture.
 */
@NullMarked
package dev.backproof.verify.training;

import org.jspecify.annotations.NullMarked;
