package dev.backproof.verify.expr;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Op;
import dev.backproof.core.Shape;
import dev.backproof.core.ShapeRules;
import dev.backproof.core.Size;
import dev.backproof.core.Tensor;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reading on symbols: a formula becomes a graph whose entries are terms in index notation.
 *
 * <p>Extents are symbols, which stand for any number from 1 on, or numbers. Two symbols are never
 * taken for equal, and a symbol never for 1. An entry is named by {@linkplain #at coordinates}, one
 * for each factor of the shape: an index for a symbol, a position for a number above 1; an axis of
 * extent 1 has none, an axis merged of n and d has two. What depends on a position is written out:
 * a tensor x of shape [2×n] is a family of two tensors {@code x.0} and {@code x.1} to the kernel,
 * and a sum over an axis of extent 3 has three terms.
 *
 * <p>Labels name classes; they are compared, shifted by a constant, and made one-hot, and refused
 * as numbers. Immutable; one object may be used by several threads.
 */
public final class Expr implements Tensor<Expr> {
  private static final String READING = "symbols";

  private final Node node;
  private final Shape shape;
  private final @Nullable Labels labels;
  private final boolean mask;
  private final Set<Term> fixed;
  private final Set<Term> summed;

  private Expr(
      Node node,
      Shape shape,
      @Nullable Labels labels,
      boolean mask,
      Set<Term> fixed,
      Set<Term> summed) {
    this.node = node;
    this.shape = shape;
    this.labels = labels;
    this.mask = mask;
    this.fixed = fixed;
    this.summed = summed;
  }

  private static Expr leaf(Node node, Shape shape, @Nullable Labels labels) {
    return new Expr(node, shape, labels, false, Set.of(), Set.of());
  }

  /** The entries of a tensor with a name. */
  public static Expr tensor(String name, Shape shape) {
    return leaf(new Node.Declared(name), shape, null);
  }

  /**
   * Labels of classes 0 … m − 1.
   *
   * @throws IllegalArgumentException if the number of classes is no symbol
   */
  public static Expr labels(String name, Size classes, Shape shape) {
    return labels(name, classes, shape, Rational.ZERO);
  }

  /**
   * Labels of classes 1 … m.
   *
   * @throws IllegalArgumentException if the number of classes is no symbol
   */
  public static Expr labelsFrom1(String name, Size classes, Shape shape) {
    return labels(name, classes, shape, Rational.ONE);
  }

  private static Expr labels(String name, Size classes, Shape shape, Rational first) {
    if (classes.isNumber() || classes.factors().size() != 1) {
      throw new IllegalArgumentException(
          "labels: "
              + name
              + " wants a symbol for the number of its classes, not "
              + classes
              + "; for few classes use a tensor of zeros and ones");
    }
    return leaf(new Node.DeclaredLabels(name), shape, new Labels(name, classes, first));
  }

  /**
   * Numbers, exactly as they are.
   *
   * @throws IllegalArgumentException if one is infinite or NaN
   */
  public static Expr of(DenseTensor numbers) {
    if (!Arrays.stream(numbers.toArray()).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("numbers: infinite or NaN, which no term is: " + numbers);
    }
    return leaf(new Node.Numbers(numbers), numbers.shape(), null);
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public Expr self() {
    return this;
  }

  /**
   * The entry at some coordinates.
   *
   * @param coordinates one for each factor of the extents other than 1, axis by axis: an index for
   *     a symbol, a {@linkplain Term#number position} for a number
   * @return for labels an index, else a scalar
   * @throws IllegalArgumentException if the coordinates do not fit the shape, or an index is summed
   *     over inside
   */
  public Term at(List<Term> coordinates) {
    refuseSummed("entry", coordinates);
    return new Lowering().entry(this, Place.of(shape, coordinates));
  }

  /** Refuses indices that a sum inside would capture. */
  void refuseSummed(String operation, List<Term> indices) {
    for (Term index : indices) {
      if (summed.stream().anyMatch(index::has)) {
        throw new IllegalArgumentException(
            operation + ": " + index + " is summed over inside; use another index");
      }
    }
  }

  /**
   * The part at an index of a symbolic axis, which disappears: row r of a design matrix.
   *
   * @throws IllegalArgumentException if the axis is of another range, or the index is summed over
   *     inside
   */
  public Expr fix(int axis, Index index) {
    Size size = shape.size(axis);
    if (!size.equals(index.range())) {
      throw new IllegalArgumentException(
          "fix: axis " + axis + " of " + shape + " is not from the range of " + index);
    }
    refuseSummed("fix", List.of(index.term()));
    int front = axis < 0 ? axis + shape.rank() : axis;
    return new Expr(
        new Node.Fixed(this, front, index),
        shape.without(front),
        labels,
        mask,
        with(fixed, index.term()),
        summed);
  }

  /** The sum over an index that was fixed inside. */
  public Expr sumOver(Index index) {
    if (labels != null) {
      throw new IllegalArgumentException(
          "sumOver: the labels " + labels.name() + " name classes and are no numbers");
    }
    refuseSummed("sumOver", List.of(index.term()));
    return new Expr(
        new Node.Summed(this, index), shape, null, false, fixed, with(summed, index.term()));
  }

  private static Set<Term> with(Set<Term> terms, Term term) {
    Set<Term> more = new HashSet<>(terms);
    more.add(term);
    return Set.copyOf(more);
  }

  @Override
  public Expr apply(Op op) {
    requireNumber(op);
    Shape result = ShapeRules.infer(op, shape);
    return applied(op, op.arity() == 0 ? List.of() : List.of(this), result);
  }

  @Override
  public Expr apply(Op op, Expr b) {
    return applied(op, List.of(this, b), ShapeRules.infer(op, shape, b.shape));
  }

  @Override
  public Expr apply(Op op, Expr b, Expr c) {
    return applied(op, List.of(this, b, c), ShapeRules.infer(op, shape, b.shape, c.shape));
  }

  /** Positions can be shifted along an axis only if its extent is a number. */
  private void requireNumber(Op op) {
    boolean shifts =
        switch (op.primitive()) {
          case SLICE, PAD -> true;
          default -> false;
        };
    if (shifts && op.axis() < shape.rank() && !shape.size(op.axis()).isNumber()) {
      throw new IllegalArgumentException(
          op.name()
              + ": axis "
              + op.axis()
              + " of "
              + shape
              + " has no number for an extent; positions are for numbers");
    }
  }

  private static Expr applied(Op op, List<Expr> operands, Shape result) {
    Labels labels = Labels.infer(op, operands);
    switch (op.primitive()) {
      case CUSTOM -> {
        return op.custom().formulaOrRefuse(READING, operands);
      }
      case ONE_HOT -> {
        if (operands.get(0).node instanceof Node.Numbers numbers) {
          return of(numbers.values().apply(op));
        }
        if (operands.get(0).labels == null) {
          throw new IllegalArgumentException(
              "oneHot: wants declared labels of " + op.size() + " classes, not numbers");
        }
      }
      case RESHAPE -> Reshape.check(operands.get(0).shape, result);
      case MAX -> requireOneFactor(op, operands.get(0).shape);
      default -> {}
    }
    return new Expr(
        new Node.Applied(op, operands),
        result,
        labels,
        Masks.infer(op, operands),
        union(operands.stream().map(x -> x.fixed).toList()),
        union(operands.stream().map(x -> x.summed).toList()));
  }

  private static void requireOneFactor(Op op, Shape shape) {
    if (shape.size(op.axis()).factors().size() > 1) {
      throw new IllegalArgumentException(
          "max: axis "
              + op.axis()
              + " of "
              + shape
              + " is merged of several; take the maximum over one after the other");
    }
  }

  private static Set<Term> union(List<Set<Term>> sets) {
    Set<Term> union = Set.of();
    for (Set<Term> set : sets) {
      if (!union.containsAll(set)) {
        union = new HashSet<>(union);
        union.addAll(set);
      }
    }
    return union;
  }

  Node node() {
    return node;
  }

  /** What labels this is, if it is labels. */
  @Nullable Labels labels() {
    return labels;
  }

  /** Whether every entry is visibly 0 or 1. */
  boolean isMask() {
    return mask;
  }

  /** Whether it is one operation without operands, or numbers. */
  boolean isLiteral() {
    return node instanceof Node.Numbers
        || (node instanceof Node.Applied applied && applied.operands().isEmpty());
  }

  /** Whether it fixes or sums over an index. */
  boolean mentions(Term index) {
    return fixed.contains(index) || summed.contains(index);
  }

  /** For messages: the shape. */
  @Override
  public String toString() {
    return "Expr" + shape;
  }
}
