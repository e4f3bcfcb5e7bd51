package dev.backproof.verify.certificate;

/**
 * How large a certificate may be: far more than any proof of a gradient needs, and little enough
 * that a hostile one fills neither the memory nor the stack.
 */
final class Limits {
  /** Characters of a text. */
  static final int TEXT = 64_000_000;

  /** Characters of a line. */
  static final int LINE = 100_000;

  /** Characters of a name. */
  static final int NAME = 100;

  /** Letters declared, notes and hypotheses, each. */
  static final int DECLARATIONS = 1_000;

  /** Axes of a tensor. */
  static final int AXES = 16;

  /** Lines that are terms. */
  static final int TERMS = 500_000;

  /** Steps. */
  static final int STEPS = 100_000;

  /** Characters of a number. */
  static final int DIGITS = 1_000;

  /** The largest numerator and denominator of an exponent. */
  static final int EXPONENT = 1_000;

  /** How deep terms are nested. */
  static final int DEPTH = 2_000;

  /** How deep labels are nested in an index. */
  static final int LABELS = 8;

  /** Nodes of a term when nothing in it is shared. */
  static final long NODES = 1_000_000;

  /** Nodes of all terms that the steps are given and conclude. */
  static final long WORK = 200_000_000;

  /** Bytes of the stack that the rules run on: enough for the deepest term. */
  static final long STACK = 64L << 20;

  /** Milliseconds after which a replay is given up; a net under the other limits. */
  static final long PATIENCE = 60_000;

  private Limits() {}
}
