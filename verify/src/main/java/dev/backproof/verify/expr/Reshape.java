package dev.backproof.verify.expr;

import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * What reshaping means on symbols: whole axes are merged, split, or of extent 1.
 *
 * <p>The factors of a shape are numbers and symbols in a row. Between two symbols the numbers may
 * be grouped in another way, as on numbers; the symbols stay where they are.
 */
final class Reshape {
  private Reshape() {}

  /**
   * Refuses what would cut through a symbolic axis.
   *
   * @throws IllegalArgumentException with both shapes
   */
  static void check(Shape from, Shape to) {
    if (!from.isNumeric() && !runs(from).equals(runs(to))) {
      throw new IllegalArgumentException(
          "reshape: on symbols whole axes are merged or split, not so from " + from + " to " + to);
    }
  }

  /** The place in {@code from} that became {@code at} in a tensor of shape {@code to}. */
  static Place before(Shape from, Shape to, Place at) {
    List<Term> symbols = new ArrayList<>();
    List<Long> positions = new ArrayList<>();
    read(Place.factors(to), at.coordinates(), symbols, positions);
    return Place.of(from, write(Place.factors(from), symbols, positions));
  }

  /** The symbols, each with the product of the numbers before it, and the product at the end. */
  private static List<Size> runs(Shape shape) {
    List<Size> runs = new ArrayList<>();
    Size product = Size.ONE;
    for (Size factor : Place.factors(shape)) {
      if (factor.isNumber()) {
        product = product.times(factor);
      } else {
        runs.add(product);
        runs.add(factor);
        product = Size.ONE;
      }
    }
    runs.add(product);
    return runs;
  }

  /** Takes coordinates apart: the indices, and before each and at the end a position in its run. */
  private static void read(
      List<Size> factors, List<Term> coordinates, List<Term> symbols, List<Long> positions) {
    long position = 0;
    for (int i = 0; i < factors.size(); i++) {
      if (factors.get(i).isNumber()) {
        position = position * factors.get(i).number() + coordinates.get(i).number().intValue();
      } else {
        positions.add(position);
        symbols.add(coordinates.get(i));
        position = 0;
      }
    }
    positions.add(position);
  }

  private static List<Term> write(List<Size> factors, List<Term> symbols, List<Long> positions) {
    Term[] coordinates = new Term[factors.size()];
    int run = positions.size() - 1;
    long position = positions.get(run);
    for (int i = factors.size() - 1; i >= 0; i--) {
      if (factors.get(i).isNumber()) {
        int extent = factors.get(i).number();
        coordinates[i] = Term.number(Rational.of(position % extent));
        position /= extent;
      } else {
        run--;
        coordinates[i] = symbols.get(run);
        position = positions.get(run);
      }
    }
    return List.of(coordinates);
  }
}
