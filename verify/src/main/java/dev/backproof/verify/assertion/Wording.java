package dev.backproof.verify.assertion;

/**
 * What a claim and its two sides are called in a message.
 *
 * @param subject what is asserted to be right
 * @param left what it is held against
 * @param right the side that is on trial
 * @param weaker the method for which a proof off the kinks is enough
 */
record Wording(String subject, String left, String right, String weaker) {}
