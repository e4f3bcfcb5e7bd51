package dev.backproof.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The extent of an axis: a whole number times an ordered product of symbols.
 *
 * <p>On numbers every extent is a plain number. In a trace or a proof an extent may be a symbol
 * such as {@code h} (a positive integer that is not known yet), and an axis made by merging two
 * others has their product. The product is ordered because merging {@code [a×b]} and merging {@code
 * [b×a]} run through their entries differently.
 */
public final class Size implements Attribute {
  /** The extent 1, the only one that broadcasts. */
  public static final Size ONE = new Size(1, List.of());

  private static final Size[] SMALL = new Size[1025];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = i == 1 ? ONE : new Size(i, List.of());
    }
  }

  private final long coefficient;
  private final List<String> symbols;

  private Size(long coefficient, List<String> symbols) {
    this.coefficient = coefficient;
    this.symbols = symbols;
  }

  /**
   * A known extent.
   *
   * @throws IllegalArgumentException if {@code extent} is negative
   */
  public static Size of(long extent) {
    if (extent < 0) {
      throw new IllegalArgumentException("an extent is never negative: " + extent);
    }
    return extent < SMALL.length ? SMALL[(int) extent] : new Size(extent, List.of());
  }

  /**
   * An extent known by name only; it stands for some integer of at least 1.
   *
   * @throws IllegalArgumentException if {@code name} is not an identifier
   */
  public static Size symbol(String name) {
    if (name.isEmpty()
        || !Character.isJavaIdentifierStart(name.charAt(0))
        || !name.chars().allMatch(Character::isJavaIdentifierPart)) {
      throw new IllegalArgumentException(
          "a symbolic size wants a name such as h, not '" + name + "'");
    }
    return new Size(1, List.of(name));
  }

  /** Whether no symbol is left. */
  public boolean isNumber() {
    return symbols.isEmpty();
  }

  /** Whether this is the literal 1; a symbol never is. */
  public boolean isOne() {
    return coefficient == 1 && symbols.isEmpty();
  }

  /**
   * The extent as a number.
   *
   * @throws IllegalStateException if a symbol is left, or the number does not fit an {@code int}
   */
  public int number() {
    if (!symbols.isEmpty()) {
      throw new IllegalStateException(
          "the size " + this + " is a symbol; bind it to a number first");
    }
    if (!fitsArray()) {
      throw new IllegalStateException("the size " + coefficient + " does not fit an array index");
    }
    return (int) coefficient;
  }

  /** Whether the number is one that an array's length can be. */
  boolean fitsArray() {
    return coefficient <= Integer.MAX_VALUE;
  }

  /**
   * The extent of this axis merged with {@code inner}, which runs faster.
   *
   * @throws IllegalArgumentException if the number does not fit a {@code long}
   */
  public Size times(Size inner) {
    if (isOne()) {
      return inner;
    }
    if (inner.isOne()) {
      return this;
    }
    List<String> both = new ArrayList<>(symbols);
    both.addAll(inner.symbols);
    return of(product(coefficient, inner.coefficient), both);
  }

  /** A number times symbols; nothing times whatever is nothing. */
  private static Size of(long coefficient, List<String> symbols) {
    return symbols.isEmpty() || coefficient == 0
        ? of(coefficient)
        : new Size(coefficient, List.copyOf(symbols));
  }

  private static long product(long a, long b) {
    if (a != 0 && b > Long.MAX_VALUE / a) {
      throw new IllegalArgumentException("an extent of " + a + "·" + b + " does not fit a long");
    }
    return a * b;
  }

  /** The atomic factors in order: the number first unless it is 1, then each symbol. */
  public List<Size> factors() {
    List<Size> factors = new ArrayList<>();
    if (coefficient != 1) {
      factors.add(of(coefficient));
    }
    symbols.forEach(name -> factors.add(symbol(name)));
    return List.copyOf(factors);
  }

  /**
   * This extent with the symbols that {@code numbers} knows replaced.
   *
   * @throws IllegalArgumentException if a number is negative, or the product does not fit a {@code
   *     long}
   */
  public Size bind(Map<String, Integer> numbers) {
    return replace(
        name -> {
          Integer number = numbers.get(name);
          return number == null ? null : of(number.longValue());
        });
  }

  /**
   * This extent with the symbols that {@code sizes} knows replaced.
   *
   * @throws IllegalArgumentException if the product does not fit a {@code long}
   */
  public Size substitute(Map<String, Size> sizes) {
    return replace(sizes::get);
  }

  private Size replace(Function<String, @Nullable Size> images) {
    if (symbols.isEmpty()) {
      return this;
    }
    Size product = of(coefficient);
    for (String name : symbols) {
      Size image = images.apply(name);
      product = product.times(image == null ? new Size(1, List.of(name)) : image);
    }
    return product;
  }

  @Override
  public boolean equals(Object other) {
    return other == this
        || (other instanceof Size that
            && that.coefficient == coefficient
            && that.symbols.equals(symbols));
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(coefficient) + symbols.hashCode();
  }

  @Override
  public String toString() {
    if (symbols.isEmpty()) {
      return Long.toString(coefficient);
    }
    return (coefficient == 1 ? "" : coefficient + "·") + String.join("·", symbols);
  }
}
