package dev.backproof.verify.kernel;

/** What a rule concludes: an equation, or the sign of a term. */
record Conclusion(Term left, Term right, Signs signs) {
  static Conclusion equation(Term left, Term right) {
    return new Conclusion(left, right, Signs.ANY);
  }

  static Conclusion fact(Term term, Signs signs) {
    return new Conclusion(term, term, signs);
  }

  @Override
  public String toString() {
    return signs.equals(Signs.ANY) ? left + " = " + right : left + " is " + signs;
  }
}
