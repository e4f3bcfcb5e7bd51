package dev.backproof.verify.expr;

import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Hypothesis;
import dev.backproof.verify.kernel.Refusal;
import dev.backproof.verify.kernel.Signs;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The letters of a statement, declared once: as tensors to write formulas over, and as declarations
 * and hypotheses of the kernel.
 *
 * <p>Sizes are declared by being used. A tensor with axes whose extents are numbers above 1 is
 * declared as a family without them: x of shape [2×n] as {@code x.0} and {@code x.1}.
 */
public final class Symbols {
  /** Entries that are declared one by one. */
  private static final int MOST_MEMBERS = 1_000;

  private final Declarations declarations = new Declarations();
  private final Map<String, Expr> operands = new LinkedHashMap<>();
  private final List<Hypothesis> hypotheses = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * A tensor of any numbers.
   *
   * @throws IllegalArgumentException if the name is taken or no name
   */
  public Expr tensor(String name, Size... sizes) {
    return tensor(name, Shape.of(sizes));
  }

  /** As {@link #tensor(String, Size...)}. */
  public Expr tensor(String name, Shape shape) {
    admit(name, shape);
    List<String> axes = IndexNames.symbols(shape).stream().map(Size::toString).toList();
    declare(() -> members(name, shape).forEach(member -> declarations.tensor(member, axes)));
    return operand(name, Expr.tensor(name, shape));
  }

  /** A tensor of positive numbers. */
  public Expr positive(String name, Size... sizes) {
    Expr x = tensor(name, sizes);
    assumeSign(x, Signs.POSITIVE);
    return x;
  }

  /**
   * Labels of classes 0 … m − 1; without sizes a single one.
   *
   * @throws IllegalArgumentException if the name is taken or no name, or {@code classes} no symbol
   */
  public Expr labels(String name, Size classes, Size... sizes) {
    return labels(name, Expr.labels(name, classes, Shape.of(sizes)), classes);
  }

  /** Labels of classes 1 … m; as {@link #labels} else. */
  public Expr labelsFrom1(String name, Size classes, Size... sizes) {
    return labels(name, Expr.labelsFrom1(name, classes, Shape.of(sizes)), classes);
  }

  private Expr labels(String name, Expr labels, Size classes) {
    Shape shape = labels.shape();
    admit(name, shape);
    size(classes);
    List<String> axes = IndexNames.symbols(shape).stream().map(Size::toString).toList();
    declare(
        () ->
            members(name, shape)
                .forEach(member -> declarations.label(member, classes.toString(), axes)));
    return operand(name, labels);
  }

  /**
   * A free index that formulas may be fixed at: a statement with it holds for each.
   *
   * @throws IllegalArgumentException if the name is taken or no name, or {@code range} no symbol
   */
  public Index index(String name, Size range) {
    Index index = new Index(Term.index(name), range);
    admit(name, Shape.of(range));
    declare(() -> declarations.index(name, range.toString()));
    return index;
  }

  private Expr operand(String name, Expr operand) {
    operands.put(name, operand);
    return operand;
  }

  /** Declares the symbols of a shape, such as one that is expanded to, if they are not. */
  public Symbols sizes(Shape shape) {
    IndexNames.symbols(shape).forEach(this::size);
    return this;
  }

  private void admit(String name, Shape shape) {
    sizes(shape);
    if (!taken.add(name)) {
      throw new IllegalArgumentException("declare: the name " + name + " is taken");
    }
  }

  /**
   * A size that stands for any number from 1 on; the sizes of tensors need not be declared.
   *
   * @throws IllegalArgumentException if the name is that of something else, or no name
   */
  public Size size(String name) {
    Size size = Size.symbol(name);
    size(size);
    return size;
  }

  private void size(Size size) {
    String name = size.toString();
    if (!declarations.sizes().contains(name)) {
      if (!taken.add(name)) {
        throw new IllegalArgumentException(
            "declare: the size " + name + " has the name of something else");
      }
      declare(() -> declarations.size(name));
    }
  }

  private static List<String> members(String name, Shape shape) {
    long members = 1;
    for (Size size : shape.sizes()) {
      members *= size.isNumber() ? size.number() : 1;
      if (members > MOST_MEMBERS) {
        throw new IllegalArgumentException(
            "declare: "
                + name
                + " "
                + shape
                + " has an entry for each of its numbers, more than "
                + MOST_MEMBERS
                + "; a letter stands for any size");
      }
    }
    return Node.members(name, shape.sizes());
  }

  private static void declare(Runnable declaration) {
    try {
      declaration.run();
    } catch (Refusal refusal) {
      throw new IllegalArgumentException("declare: " + refusal.getMessage(), refusal);
    }
  }

  /** Assumes that the last axis of a declared tensor sums to 1 at every place. */
  public Symbols rowsSumToOne(String name) {
    Expr rows = operand(name).sum(-1);
    return assumeEqual(rows, rows.one().broadcastTo(rows.shape()));
  }

  /**
   * Assumes that a declared matrix is its transpose.
   *
   * @throws IllegalArgumentException if it is not square
   */
  public Symbols symmetric(String name) {
    Expr a = operand(name);
    return assumeEqual(a, a.transpose());
  }

  /**
   * Assumes an equation, entry by entry.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public Symbols assumeEqual(Expr left, Expr right) {
    Equations.requireEqual("hypothesis", left.shape(), right.shape());
    Equations.requireNumbers("hypothesis", left, right);
    List<Term> indices = terms(IndexNames.made(left.shape(), List.of(left, right)));
    Lowering lowering = new Lowering();
    Place.each(
        left.shape(),
        indices,
        place -> {
          Term one = lowering.entry(left, place);
          Term other = lowering.entry(right, place);
          if (!one.equals(other)) {
            hypotheses.add(Hypothesis.equation(indices, one, other));
          }
        });
    return this;
  }

  /** Assumes the sign of every entry. */
  public Symbols assumeSign(Expr of, Signs signs) {
    Equations.requireNumbers("hypothesis", of);
    List<Term> indices = terms(IndexNames.made(of.shape(), List.of(of)));
    Lowering lowering = new Lowering();
    Place.each(
        of.shape(),
        indices,
        place -> hypotheses.add(Hypothesis.sign(indices, lowering.entry(of, place), signs)));
    return this;
  }

  private static List<Term> terms(List<Index> indices) {
    return indices.stream().map(Index::term).toList();
  }

  /** Takes something for granted as the kernel writes it. */
  public Symbols hypothesis(Hypothesis hypothesis) {
    hypotheses.add(hypothesis);
    return this;
  }

  /**
   * What was declared under a name.
   *
   * @throws IllegalArgumentException if nothing was
   */
  public Expr operand(String name) {
    Expr operand = operands.get(name);
    if (operand == null) {
      throw new IllegalArgumentException("no such tensor: " + name);
    }
    return operand;
  }

  /** Everything declared, in order. */
  public Map<String, Expr> operands() {
    return new LinkedHashMap<>(operands);
  }

  /** What is taken for granted. */
  public List<Hypothesis> hypotheses() {
    return List.copyOf(hypotheses);
  }

  /** The declarations, a copy. */
  public Declarations declarations() {
    return declarations.copy();
  }

  /**
   * An index with a readable name for each symbolic factor of a shape: i over d, j over h, k over
   * m, r over n, else the first letter that is not taken.
   */
  public List<Index> freeIndices(Shape shape) {
    return IndexNames.readable(shape, taken::contains);
  }
}
