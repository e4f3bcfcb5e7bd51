package dev.backproof.verify.report;

import dev.backproof.core.Attribute.Window;
import dev.backproof.core.Elementary;
import dev.backproof.core.Formula;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.Shape;
import dev.backproof.core.ShapeRules;
import dev.backproof.core.Tensor;
import dev.backproof.verify.markup.MathMl;
import dev.backproof.verify.report.Written.Binding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reading that writes a formula down.
 *
 * <pre>
 *   a ⊙ b      entry by entry        a ⊛ b      the same, where a zero wins over ∞ and NaN
 *   A · B      product of matrices   Aᵀ         transposed
 *   Σ₀(a)      sum over axis 0       max₀(a)    maximum over axis 0
 *   [a &gt; b]    1 where it holds      where(c, a, b)
 * </pre>
 *
 * <p>Parentheses stand exactly where the way of computing needs them: {@code (a + b) + c} is
 * written without, {@code a + (b + c)} with, and so are mixed products such as {@code (A · b) ⊙ c}.
 * In a product of matrices a vector is a column, as on paper: {@code W · x}, {@code ȳ · xᵀ}; the
 * unit axis that the algebra needs for it is not written. A name that is no single word stands
 * between ‹ and ›.
 *
 * <p>Shapes are checked as in every reading, so a formula whose shapes do not fit is refused.
 */
public final class Notation implements Tensor<Notation> {
  /** The letter for an upstream cotangent. */
  static final String HOLE = "□";

  private final Written text;
  private final Shape shape;

  /** How this is written in a product of matrices, if its unit axis is not written there. */
  private final @Nullable Written factor;

  private Notation(Written text, Shape shape, @Nullable Written factor) {
    this.text = text;
    this.shape = shape;
    this.factor = factor;
  }

  /** A name, for a value of the given shape. */
  public static Notation of(String name, Shape shape) {
    return atom(Names.word(name), shape);
  }

  /** The name of the cotangent of what {@code name} names: {@code x̄}, {@code W̄1}. */
  public static Notation cotangent(String name, Shape shape) {
    String bar = Names.cotangent(name);
    return new Notation(
        Written.atom(bar, MathMl.marked("upstream", MathMl.barred(Names.word(name)))), shape, null);
  }

  /** What stands where the upstream cotangent goes, in a local derivative by itself. */
  static Notation hole(Shape shape) {
    return new Notation(
        Written.atom(HOLE, MathMl.marked("hole", MathMl.operator(HOLE))), shape, null);
  }

  /** A number or an array of numbers that is written out. */
  static Notation number(String digits, String math, Shape shape) {
    return new Notation(Written.number(digits, math), shape, null);
  }

  private static Notation atom(String text, Shape shape) {
    return new Notation(Written.name(text), shape, null);
  }

  /**
   * A formula, written over operands with the given names and shapes.
   *
   * @throws IllegalArgumentException if there are not as many names as shapes, or not as many as
   *     the formula takes, or the shapes do not fit
   */
  public static String write(Formula formula, List<String> names, List<Shape> shapes) {
    if (names.size() != shapes.size()) {
      throw new IllegalArgumentException(
          "notation: " + names.size() + " names for " + shapes.size() + " shapes");
    }
    List<Notation> operands = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      operands.add(of(names.get(i), shapes.get(i)));
    }
    return formula.apply(operands).toString();
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public Notation self() {
    return this;
  }

  /** The formula as text and as MathML. */
  public Typeset typeset() {
    return new Typeset(text.toString(), text.math());
  }

  /** The formula as text. */
  @Override
  public String toString() {
    return text.toString();
  }

  @Override
  public Notation apply(Op op) {
    Shape result = op.arity() == 0 ? Shape.SCALAR : ShapeRules.infer(op, shape);
    return switch (op.primitive()) {
      case MAP -> new Notation(elementary(op.elementary(), text), result, null);
      case SUM -> isUnitAxis(op.axis()) ? drop(result) : over("Σ", op.axis(), result);
      case MAX -> over("max", op.axis(), result);
      case EXPAND ->
          op.size().isOne()
              ? insert(op.axis(), result)
              : over("repeat", op.axis(), result, word(op.size().toString()));
      case BROADCAST_TO -> call("broadcast", result, word(result.toString()));
      case SUM_TO -> call("sumTo", result, word(result.toString()));
      case RESHAPE -> relabel(result);
      case PERMUTE -> permute(op, result);
      case SLICE -> new Notation(text.indexed(index(op.window())), result, null);
      case PAD -> pad(op.window(), result);
      case ONE_HOT -> call("onehot", result, word(op.size().toString()));
      case DETACH -> call("detach", result);
      case SIZE -> atom(op.size().toString(), result);
      case CONSTANT -> constant(op);
      case CUSTOM -> call(op.name(), result);
      case PLUS, MINUS, TIMES, STRONG_TIMES, DIV, POW, MAXIMUM, MINIMUM -> throw wantsMore(op);
      case MATMUL, WHERE, EQUAL, GREATER -> throw wantsMore(op);
    };
  }

  /** A refusal that the shape rules have come before. */
  private static IllegalStateException wantsMore(Op op) {
    return new IllegalStateException(op + ": takes more than one operand");
  }

  @Override
  public Notation apply(Op op, Notation b) {
    Shape result = ShapeRules.infer(op, shape, b.shape);
    return switch (op.primitive()) {
      case PLUS -> infix(Binding.SUM, "+", b, result);
      case MINUS -> infix(Binding.SUM, Written.MINUS, b, result);
      case TIMES -> infix(Binding.PRODUCT, "⊙", b, result);
      case STRONG_TIMES -> infix(Binding.PRODUCT, "⊛", b, result);
      case DIV -> infix(Binding.PRODUCT, Written.QUOTIENT, b, result);
      case MATMUL -> {
        Written product = factor().infix(Binding.PRODUCT, "·", b.factor());
        yield new Notation(product, result, product);
      }
      case POW -> new Notation(text.power(b.text), result, null);
      case EQUAL -> new Notation(text.mask("=", b.text), result, null);
      case GREATER -> new Notation(text.mask(">", b.text), result, null);
      case MAXIMUM -> call("max", result, b.typeset());
      case MINIMUM -> call("min", result, b.typeset());
      default -> call(op.name(), result, b.typeset());
    };
  }

  @Override
  public Notation apply(Op op, Notation b, Notation c) {
    Shape result = ShapeRules.infer(op, shape, b.shape, c.shape);
    return op.primitive() == Primitive.WHERE
        ? new Notation(text.where(b.text, c.text), result, null)
        : call(op.name(), result, b.typeset(), c.typeset());
  }

  private Notation infix(Binding level, String symbol, Notation b, Shape result) {
    return new Notation(text.infix(level, symbol, b.text), result, null);
  }

  private Notation call(String name, Shape result, Typeset... more) {
    return call(word(name), result, more);
  }

  private Notation call(Typeset name, Shape result, Typeset... more) {
    return new Notation(Written.call(name, List.of(text), more), result, null);
  }

  private Notation over(String name, int axis, Shape result, Typeset... more) {
    String below = MathMl.subscript(word(name).math(), MathMl.number(Integer.toString(axis)));
    return call(new Typeset(name + Names.subscript(axis), below), result, more);
  }

  /** A name, a size or a shape inside a formula. */
  static Typeset word(String word) {
    return new Typeset(word, MathMl.identifier(word));
  }

  /** f of a formula. */
  static Written elementary(Elementary f, Written text) {
    return switch (f) {
      case NEGATE -> text.negated();
      case RECIPROCAL -> text.reciprocal();
      case SQUARE -> text.squared();
      case SQRT -> text.root();
      case STEP -> text.mask(">", Written.number("0"));
      default -> Written.call(word(f.symbol()), List.of(text));
    };
  }

  private static Notation constant(Op op) {
    return new Notation(constantWritten(op), Shape.SCALAR, null);
  }

  /** A constant as it is written: {@code ½}. */
  static Written constantWritten(Op op) {
    String digits = op.constant().toString().replace("-", Written.MINUS);
    return switch (digits) {
      case "1/2" -> Written.atom("½", MathMl.number("½"));
      case "π" -> Written.name(digits);
      default -> Written.number(digits);
    };
  }

  private static String index(Window window) {
    int end = window.start() + window.length();
    return ":, ".repeat(window.axis()) + window.start() + ":" + end;
  }

  private Notation pad(Window window, Shape result) {
    int after = window.length() - window.start() - shape.size(window.axis()).number();
    return over(
        "pad", window.axis(), result, word(window.start() + " before"), word(after + " after"));
  }

  // Vectors in products of matrices, as on paper: a column, without its unit axis.

  private Written factor() {
    return factor == null ? text : factor;
  }

  /** Whether an axis is one that paper does not write. */
  private boolean isUnitAxis(int axis) {
    return factor != null && shape.rank() == 2 && shape.size(axis).isOne();
  }

  private Notation insert(int axis, Shape result) {
    if (shape.rank() != 1) {
      return over("newaxis", axis, result);
    }
    return axis == 1
        ? new Notation(Written.call(word("column"), List.of(text)), result, text)
        : new Notation(Written.call(word("row"), List.of(text)), result, text.transposed());
  }

  private Notation permute(Op op, Shape result) {
    if (!op.permutation().axes().equals(List.of(1, 0))) {
      return call("permute", result, word(op.permutation().toString()));
    }
    Written turned = factor().transposed();
    return new Notation(turned, result, factor == null ? null : turned);
  }

  private Notation relabel(Shape result) {
    if (result.rank() <= 1 && (isUnitAxis(0) || isUnitAxis(1))) {
      return drop(result);
    }
    if (result.rank() == 2 && shape.rank() == 1 && result.size(1).isOne()) {
      return insert(1, result);
    }
    if (result.rank() == 2 && shape.rank() == 1 && result.size(0).isOne()) {
      return insert(0, result);
    }
    if (result.rank() == 2 && shape.rank() == 0) {
      return new Notation(text, result, text);
    }
    return call("reshape", result, word(result.toString()));
  }

  /** A unit axis of a product goes: of a column nothing changes on paper, a row is turned. */
  private Notation drop(Shape result) {
    boolean stays = shape.size(1).isOne() || result.rank() == 0;
    return new Notation(stays ? factor() : factor().transposed(), result, null);
  }
}
