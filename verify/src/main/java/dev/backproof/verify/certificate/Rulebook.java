package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the kernel takes for granted, in words: its rules, and what its terms mean. */
public final class Rulebook {
  /**
   * What a statement means by a derivative, where that is a choice; stands in every certificate.
   */
  public static final List<String> CONVENTIONS =
      List.of(
          "every size is at least 1",
          "the derivative of a guard is 0, also at its kink",
          "the derivative of a maximum is the mean over the places where it is attained",
          "the derivative of what is detached is 0");

  private static final List<String> DERIVATIVES =
      List.of(
          "d number = d pi = d size = d delta = d guard = d detach = 0",
          "d entry(A, i, j) by entry(A, k, l) = delta(i, k) delta(j, l), by another tensor 0",
          "d(a + b) = da + db",
          "d(a b) = da b + a db",
          "d(a^r) = r a^(r - 1) da",
          "d exp(a) = exp(a) da",
          "d log(a) = a^(-1) da",
          "d sin(a) = cos(a) da",
          "d cos(a) = -sin(a) da",
          "d erf(a) = 2 pi^(-1/2) exp(-a^2) da",
          "d sum a = sum da",
          "d max a = sum of [a = max a] / (sum of [a = max a]) da");

  private static final List<String> SIGNS =
      List.of(
          "pi, sizes and exponentials are positive; a number has its sign",
          "guards and deltas are not negative",
          "sums, products, powers: by the signs of their parts",
          "a power with a fraction as exponent is positive if its base is",
          "a sum over a range has the sign its summand has everywhere",
          "a sum over v of delta(v, j) times a factor has the sign the factor has everywhere",
          "a maximum, an error function and what is detached have the sign of their argument",
          "the number of places where a differentiated maximum is attained is positive",
          "anything else: only what a step of the certificate has shown");

  private static final List<String> NEEDS =
      List.of(
          "log(a): a is positive",
          "a^(p/q), q > 1: a is positive",
          "a^(-n): a is not 0",
          "of the differentiated side these are assumptions, of the other side they are to be shown",
          "with 'kinks off' the argument of every guard that is differentiated is assumed not 0");

  private Rulebook() {}

  /** The rule with a word, if there is one. */
  static Optional<Rule> rule(String word) {
    return Arrays.stream(Rule.values()).filter(rule -> rule.word().equals(word)).findFirst();
  }

  /** All of it, line by line. */
  public static List<String> lines() {
    List<String> lines = new ArrayList<>();
    section(lines, "Rules", Arrays.stream(Rule.values()).map(Rule::describe).toList());
    section(lines, "Derivatives", DERIVATIVES);
    section(lines, "Conventions", CONVENTIONS);
    section(lines, "Signs", SIGNS);
    section(lines, "Defined", NEEDS);
    return List.copyOf(lines);
  }

  private static void section(List<String> lines, String title, List<String> entries) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(title + ":");
    entries.forEach(entry -> lines.add("  " + entry));
  }
}
