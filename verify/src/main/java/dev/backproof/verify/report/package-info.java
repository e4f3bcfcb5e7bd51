/**
 * What was computed and what was checked, readable: graphs as tables, DOT and formulas, verdicts as
 * tables and JSON.
 *
 * <p>What stands on an edge of a graph is never looked up in a table of derivatives: the rule page
 * itself is run in the reading {@link dev.backproof.verify.report.Notation}, which writes formulas
 * down. So the text says what the engine does, for another page of rules as well.
 */
@NullMarked
package dev.backproof.verify.report;

import org.jspecify.annotations.NullMarked;
