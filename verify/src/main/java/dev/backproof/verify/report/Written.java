package dev.backproof.verify.report;

import dev.backproof.verify.markup.MathMl;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece of a formula, as text and as MathML, that knows how tightly it holds together. */
final class Written {
  static final String MINUS = "−";
  static final String QUOTIENT = "/";

  private static final String LETTERS = "hijklmnoprstuv";
  private static final String LOWERED = "ₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥ";

  /** How tightly the outermost operator binds. */
  enum Binding {
    SUM,
    PRODUCT,
    POWER,
    ATOM
  }

  private final String text;
  private final String math;
  private final Binding binding;
  private final String operator;
  private final @Nullable Written original;

  private Written(
      String text, String math, Binding binding, String operator, @Nullable Written original) {
    this.text = text;
    this.math = math;
    this.binding = binding;
    this.operator = operator;
    this.original = original;
  }

  private static Written of(String text, String math, Binding binding, String operator) {
    return new Written(text, math, binding, operator, null);
  }

  /** Something that never needs parentheses. */
  static Written atom(String text, String math) {
    return of(text, math, Binding.ATOM, "");
  }

  /** A name. */
  static Written name(String word) {
    return atom(word, MathMl.identifier(word));
  }

  /** An entry of an array: its name and the letters of its indices. */
  static Written entry(String word, List<String> letters) {
    if (letters.isEmpty()) {
      return name(word);
    }
    String below = MathMl.row(letters.stream().map(MathMl::identifier).toArray(String[]::new));
    return atom(
        word + letters.stream().map(Written::lowered).collect(Collectors.joining()),
        MathMl.subscript(MathMl.word(word), below));
  }

  /** A letter below the line. */
  private static String lowered(String letter) {
    int at = LETTERS.indexOf(letter);
    return at < 0 ? "_" + letter : LOWERED.substring(at, at + 1);
  }

  /** The equation ∂above/∂below = right. */
  static Typeset derivative(Written above, Written below, Typeset right) {
    String d = MathMl.operator("∂");
    return new Typeset(
        "∂" + above.text + "/∂" + below.text + " = " + right.text(),
        MathMl.fraction(MathMl.row(d, above.math), MathMl.row(d, below.math))
            + MathMl.operator("=")
            + right.math());
  }

  /** A number or a fraction. */
  static Written number(String digits) {
    return number(digits, MathMl.number(digits));
  }

  /** A number, a fraction, or an array of numbers. */
  static Written number(String digits, String math) {
    if (digits.startsWith(MINUS)) {
      return of(digits, math, Binding.PRODUCT, MINUS);
    }
    return digits.contains(QUOTIENT)
        ? of(digits, math, Binding.PRODUCT, QUOTIENT)
        : atom(digits, math);
  }

  /** f(a, b, more …). */
  static Written call(Typeset name, List<Written> operands, Typeset... more) {
    String text =
        Stream.concat(operands.stream().map(Written::toString), Stream.of(more).map(Typeset::text))
            .collect(Collectors.joining(", ", name.text() + "(", ")"));
    String inside =
        Stream.concat(operands.stream().map(Written::math), Stream.of(more).map(Typeset::math))
            .collect(Collectors.joining(MathMl.operator(",")));
    return atom(text, MathMl.row(name.math(), MathMl.fenced("(", inside, ")")));
  }

  /** The text, in parentheses unless it binds at least as tightly as asked. */
  private String within(Binding least) {
    return binding.compareTo(least) >= 0 ? text : "(" + text + ")";
  }

  private String mathWithin(Binding least) {
    return binding.compareTo(least) >= 0 ? math : MathMl.fenced("(", math, ")");
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
    return of(
        left + " " + symbol + " " + right, infixMath(symbol, b, bare, bareRight), level, symbol);
  }

  private String infixMath(String symbol, Written b, boolean bare, boolean bareRight) {
    if (symbol.equals(QUOTIENT)) {
      return MathMl.fraction(MathMl.row(math), MathMl.row(b.math));
    }
    String left = bare ? math : MathMl.fenced("(", math, ")");
    String right = bareRight ? b.math : MathMl.fenced("(", b.math, ")");
    return left + MathMl.operator(symbol) + right;
  }

  Written negated() {
    return of(
        MINUS + within(Binding.POWER),
        MathMl.row(MathMl.operator(MINUS), mathWithin(Binding.POWER)),
        Binding.PRODUCT,
        MINUS);
  }

  Written reciprocal() {
    return of(
        "1/" + within(Binding.POWER),
        MathMl.fraction(MathMl.number("1"), MathMl.row(math)),
        Binding.PRODUCT,
        QUOTIENT);
  }

  Written squared() {
    return of(
        within(Binding.ATOM) + "²",
        MathMl.superscript(mathWithin(Binding.ATOM), MathMl.number("2")),
        Binding.POWER,
        "");
  }

  Written power(Written exponent) {
    return of(
        within(Binding.ATOM) + "^" + exponent.within(Binding.ATOM),
        MathMl.superscript(mathWithin(Binding.ATOM), MathMl.row(exponent.math)),
        Binding.POWER,
        "");
  }

  /** √ of this. */
  Written root() {
    return atom("√(" + text + ")", MathMl.root(math));
  }

  /** Σ over a letter. */
  Written summed(String letter) {
    return over("Σ", letter, Binding.SUM);
  }

  /** The greatest over a letter. */
  Written greatest(String letter) {
    return over("max", letter, Binding.SUM);
  }

  private Written over(String what, String letter, Binding level) {
    return of(
        what + lowered(letter) + " " + within(Binding.PRODUCT),
        MathMl.row(
            MathMl.subscript(MathMl.operator(what), MathMl.identifier(letter)),
            mathWithin(Binding.PRODUCT)),
        level,
        "");
  }

  /** The mask [this ∘ b]. */
  Written mask(String relation, Written b) {
    return atom(
        "[" + text + " " + relation + " " + b.text + "]",
        MathMl.fenced("[", math + MathMl.operator(relation) + b.math, "]"));
  }

  /** {@code b} where this holds, else {@code c}. */
  Written where(Written b, Written c) {
    List<List<String>> cases =
        List.of(
            List.of(b.math, MathMl.text("where\u00a0") + math),
            List.of(c.math, MathMl.text("elsewhere")));
    return atom(
        "where(" + text + ", " + b.text + ", " + c.text + ")", MathMl.table("{", cases, ""));
  }

  Written indexed(String index) {
    return atom(
        within(Binding.ATOM) + "[" + index + "]",
        MathMl.row(mathWithin(Binding.ATOM), MathMl.fenced("[", MathMl.text(index), "]")));
  }

  /** The transpose; of a transpose what it was. */
  Written transposed() {
    return original != null
        ? original
        : new Written(
            within(Binding.ATOM) + "ᵀ",
            MathMl.transposed(mathWithin(Binding.ATOM)),
            Binding.POWER,
            "",
            this);
  }

  /** The formula in MathML. */
  String math() {
    return math;
  }

  @Override
  public String toString() {
    return text;
  }
}
