/** The command line: the only place that reads arguments and writes to the terminal. */
@NullMarked
package dev.backproof.verify.cli;

import org.jspecify.annotations.NullMarked;
