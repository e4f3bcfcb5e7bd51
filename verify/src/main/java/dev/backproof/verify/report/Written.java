package dev.backproof.verify.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of a formula as text that knows how tightly it holds together. */
final class Written {
  static final String MINUS = "−";
  static final String QUOTIENT = "/";

  /** How tightly the outermost operator binds. */
  enum Binding {
    SUM,
    PRODUCT,
    POWER,
    ATOM
  }

  private final String text;
  private final Binding binding;
  private final String operator;
  private final @Nullable Written original;

  private Written(String text, Binding binding, String operator, @Nullable Written original) {
    this.text = text;
    this.binding = binding;
    this.operator = operator;
    this.original = original;
  }

  private static Written of(String text, Binding binding, String operator) {
    return new Written(text, binding, operator, null);
  }

  /** Something that never needs parentheses. */
  static Written atom(String text) {
    return of(text, Binding.ATOM, "");
  }

  /** A number, a fraction, or an array of numbers. */
  static Written number(String digits) {
    if (digits.startsWith(MINUS)) {
      return of(digits, Binding.PRODUCT, MINUS);
    }
    return digits.contains(QUOTIENT) ? of(digits, Binding.PRODUCT, QUOTIENT) : atom(digits);
  }

  /** f(a, b, more …). */
  static Written call(String name, List<Written> operands, String... more) {
    return atom(
        Stream.concat(operands.stream().map(Written::toString), Stream.of(more))
            .collect(Collectors.joining(", ", name + "(", ")")));
  }

  /** The text, in parentheses unless it binds at least as tightly as asked. */
  private String within(Binding least) {
    return binding.compareTo(least) >= 0 ? text : "(" + text + ")";
  }

  /**
   * This and {@code b} with an operator between, grouped to the left: sums chain, and so do
   * products of one kind; products of two kinds take parentheses.
   */
  Written infix(Binding level, String symbol, Written b) {
    boolean chains = level == Binding.SUM || (operator.equals(symbol) && !symbol.equals(QUOTIENT));
    boolean bare = binding.compareTo(level) > 0 || (binding == level && chains);
    boolean bareRight = b.binding.compareTo(level) > 0 && !b.operator.equals(MINUS);
    String left = bare ? text : "(" + text + ")";
    String right = bareRight ? b.text : "(" + b.text + ")";
    return of(left + " " + symbol + " " + right, level, symbol);
  }

  Written negated() {
    return of(MINUS + within(Binding.POWER), Binding.PRODUCT, MINUS);
  }

  Written reciprocal() {
    return of("1/" + within(Binding.POWER), Binding.PRODUCT, QUOTIENT);
  }

  Written squared() {
    return of(within(Binding.ATOM) + "²", Binding.POWER, "");
  }

  Written power(Written exponent) {
    return of(within(Binding.ATOM) + "^" + exponent.within(Binding.ATOM), Binding.POWER, "");
  }

  Written indexed(String index) {
    return atom(within(Binding.ATOM) + "[" + index + "]");
  }

  /** The transpose; of a transpose what it was. */
  Written transposed() {
    return original != null
        ? original
        : new Written(within(Binding.ATOM) + "ᵀ", Binding.POWER, "", this);
  }

  @Override
  public String toString() {
    return text;
  }
}
