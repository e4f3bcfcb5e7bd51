/**
 * What was measured as a table, as JSON, and as a page that needs neither a network nor a script.
 */
@NullMarked
package dev.backproof.verify.bench.report;

import org.jspecify.annotations.NullMarked;
