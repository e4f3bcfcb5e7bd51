package dev.backproof.verify.assertion;

import dev.backproof.core.Size;
import dev.backproof.verify.expr.Expr;
import dev.backproof.verify.expr.Symbols;
import dev.backproof.verify.kernel.Signs;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An operand of a formula as it is declared for all sizes: a name, a shape, and what may be taken
 * for granted.
 *
 * <p>A size is a letter, which stands for any number from 1 on, or a number: {@code matrix("X",
 * "n", "2")}. Two letters are two sizes, even if they may be equal.
 */
public final class Operand {
  private static final String DECLARED = "operand";

  /** Declares an operand. */
  private interface Declaration {
    Expr in(Symbols symbols);
  }

  private final String name;
  private final List<Size> sizes;
  private final int firstLabel;
  private final boolean labels;
  private final Declaration declaration;

  private Operand(
      String name, List<Size> sizes, boolean labels, int firstLabel, Declaration declaration) {
    this.name = Arity.required(DECLARED, "the name", name);
    this.sizes = List.copyOf(sizes);
    this.labels = labels;
    this.firstLabel = firstLabel;
    this.declaration = declaration;
  }

  /** A number. */
  public static Operand scalar(String name) {
    return tensor(name);
  }

  /** A vector. */
  public static Operand vector(String name, String size) {
    return tensor(name, size);
  }

  /** A matrix [rows×columns]. */
  public static Operand matrix(String name, String rows, String columns) {
    return tensor(name, rows, columns);
  }

  /**
   * A tensor of any rank.
   *
   * @throws IllegalArgumentException if a size is neither a name nor a number from 1 on
   */
  public static Operand tensor(String name, String... sizes) {
    List<Size> axes =
        Arrays.stream(Arity.required(DECLARED, "the array of sizes", sizes))
            .map(Operand::size)
            .toList();
    return new Operand(
        name, axes, false, 0, symbols -> symbols.tensor(name, axes.toArray(Size[]::new)));
  }

  /** The label of a class 0 … classes − 1. */
  public static Operand label(String name, String classes) {
    return labelled(name, List.of(), size(classes), 0);
  }

  /** The label of a class 1 … classes. */
  public static Operand labelFrom1(String name, String classes) {
    return labelled(name, List.of(), size(classes), 1);
  }

  /** Labels of classes 0 … classes − 1, one for each of {@code size} examples. */
  public static Operand labels(String name, String size, String classes) {
    return labelled(name, List.of(size(size)), size(classes), 0);
  }

  /** Labels of classes 1 … classes, one for each of {@code size} examples. */
  public static Operand labelsFrom1(String name, String size, String classes) {
    return labelled(name, List.of(size(size)), size(classes), 1);
  }

  private static Operand labelled(String name, List<Size> sizes, Size classes, int first) {
    Size[] axes = sizes.toArray(Size[]::new);
    return new Operand(
        name,
        sizes,
        true,
        first,
        symbols ->
            first == 0
                ? symbols.labels(name, classes, axes)
                : symbols.labelsFrom1(name, classes, axes));
  }

  /** The same, all of whose entries are more than 0. */
  public static Operand positive(Operand operand) {
    return given(operand).signed(Signs.POSITIVE);
  }

  /** The same, none of whose entries is below 0. */
  public static Operand nonNegative(Operand operand) {
    return given(operand).signed(Signs.NON_NEGATIVE);
  }

  /** The same, none of whose entries is 0. */
  public static Operand nonZero(Operand operand) {
    return given(operand).signed(Signs.NON_ZERO);
  }

  /** The same, whose last axis sums to 1 everywhere: the rows of a matrix, a whole vector. */
  public static Operand rowsSumToOne(Operand operand) {
    return given(operand)
        .with(
            symbols -> {
              Expr declared = operand.declare(symbols);
              symbols.rowsSumToOne(operand.name);
              return declared;
            });
  }

  /** The same matrix, which equals its transpose; no gradient by it is proved. */
  public static Operand symmetric(Operand operand) {
    return given(operand)
        .with(
            symbols -> {
              Expr declared = operand.declare(symbols);
              symbols.symmetric(operand.name);
              return declared;
            });
  }

  private static Operand given(Operand operand) {
    return Arity.required(DECLARED, "it", operand);
  }

  private Operand signed(Signs signs) {
    return with(
        symbols -> {
          Expr declared = declare(symbols);
          symbols.assumeSign(declared, signs);
          return declared;
        });
  }

  private Operand with(Declaration other) {
    return new Operand(name, sizes, labels, firstLabel, other);
  }

  private static Size size(String extent) {
    String size = Arity.required(DECLARED, "a size", extent);
    boolean digits =
        !size.isEmpty()
            && IntStream.range(0, size.length())
                .allMatch(i -> size.charAt(i) >= '0' && size.charAt(i) <= '9');
    if (digits && size.length() <= 9 && Integer.parseInt(size) >= 1) {
      return Size.of(Integer.parseInt(size));
    }
    if (digits) {
      throw new IllegalArgumentException("operand: a size is a number from 1 on, not " + size);
    }
    return Size.symbol(size);
  }

  /** How it is called. */
  public String name() {
    return name;
  }

  /** Its sizes, one for each axis. */
  List<Size> sizes() {
    return sizes;
  }

  /** Whether it holds labels, by which nothing can be differentiated. */
  boolean isLabels() {
    return labels;
  }

  /** The number of the first class; 0 for numbers. */
  int firstLabel() {
    return firstLabel;
  }

  /**
   * Declares it.
   *
   * @throws IllegalArgumentException if the name is taken or no name, or what is assumed fits no
   *     such operand
   */
  Expr declare(Symbols symbols) {
    return declaration.in(symbols);
  }

  @Override
  public String toString() {
    return name + " " + dev.backproof.core.Shape.of(sizes.toArray(Size[]::new));
  }
}
