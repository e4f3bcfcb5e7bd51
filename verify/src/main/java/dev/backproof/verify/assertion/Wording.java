package dev.backproof.verify.assertion;

/**
 * What the two sides of an equation are called in a message.
 *
 * @param subject what is asserted to be right
 * @param left what it is held against
 * @param right the side that is on trial
 */
record Wording(String subject, String left, String right) {}
