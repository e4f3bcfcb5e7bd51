package dev.backproof.verify.notes;

import dev.backproof.core.Formula;

/**
 * Where a statement's function has kinks: where an argument, computed from the operands, has an
 * entry 0.
 *
 * @param argument of the kinked function, from all operands of the statement
 * @param operand the operand from which the argument is subtracted to make it 0
 */
public record Kinks(Formula argument, int operand) {}
