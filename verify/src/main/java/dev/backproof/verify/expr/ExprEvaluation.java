package dev.backproof.verify.expr;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Derivative;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The value of terms and graphs on numbers, in float64: what a lowering or a theorem is checked
 * with.
 *
 * <p>Sizes are found from the shapes of the numbers. A term that is undefined somewhere is NaN or
 * infinite there, and in a product 0 wins over that: where a term is undefined the kernel lets it
 * have some value. Nothing is promised about rounding.
 */
public final class ExprEvaluation {
  private final Map<String, Integer> sizes;
  private final Map<String, Member> members;

  /**
   * A declared tensor or label, without its literal axes, on numbers.
   *
   * @param values those of the whole family
   * @param factors the factors of its shape
   * @param positions the position of the member on each literal axis
   * @param first the number of the first class; 0 for numbers
   */
  record Member(DenseTensor values, List<Size> factors, List<Integer> positions, int first) {
    double at(List<Integer> indices, Map<String, Integer> sizes) {
      int flat = 0;
      int nextIndex = 0;
      int nextPosition = 0;
      for (Size factor : factors) {
        boolean literal = factor.isNumber();
        int own = literal ? positions.get(nextPosition++) : indices.get(nextIndex++);
        flat = flat * factor.bind(sizes).number() + own;
      }
      return values.at(flat);
    }
  }

  private ExprEvaluation(Map<String, Integer> sizes, Map<String, Member> members) {
    this.sizes = sizes;
    this.members = members;
  }

  /** As {@link #of(Map, Map, Map)}, where every size is an extent of some operand. */
  public static ExprEvaluation of(Map<String, Expr> operands, Map<String, DenseTensor> values) {
    return of(operands, values, Map.of());
  }

  /**
   * Numbers for declared operands.
   *
   * @param operands what was declared, as {@link Symbols#operands} gives it
   * @param values numbers for each; labels as whole numbers, counted as declared
   * @param sizes the sizes that no shape tells
   * @throws IllegalArgumentException if an operand has no numbers or such of another shape, a size
   *     stays unknown or is below 1, or a label is none
   */
  public static ExprEvaluation of(
      Map<String, Expr> operands, Map<String, DenseTensor> values, Map<String, Integer> sizes) {
    Map<String, Integer> known = new LinkedHashMap<>(sizes);
    operands.forEach((name, operand) -> unify(known, name, operand.shape(), value(values, name)));
    Map<String, Member> members = new HashMap<>();
    operands.forEach((name, operand) -> add(members, known, name, operand, value(values, name)));
    return new ExprEvaluation(Map.copyOf(known), members);
  }

  private static DenseTensor value(Map<String, DenseTensor> values, String name) {
    DenseTensor value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("evaluation: no numbers for " + name);
    }
    return value;
  }

  private static void unify(
      Map<String, Integer> sizes, String name, Shape declared, DenseTensor value) {
    for (int axis = 0; axis < Math.min(declared.rank(), value.shape().rank()); axis++) {
      Size size = declared.size(axis);
      if (!size.isNumber() && size.factors().size() == 1) {
        sizes.putIfAbsent(size.toString(), value.shape().size(axis).number());
      }
    }
    if (!declared.bind(sizes).equals(value.shape())) {
      throw new IllegalArgumentException(
          "evaluation: "
              + name
              + " is declared "
              + declared
              + ", which is "
              + declared.bind(sizes)
              + " here, but the numbers are "
              + value.shape());
    }
  }

  private static void add(
      Map<String, Member> members,
      Map<String, Integer> sizes,
      String name,
      Expr operand,
      DenseTensor value) {
    Labels labels = operand.labels();
    int first = labels == null ? 0 : labels.first().intValue();
    if (labels != null) {
      requireLabels(name, value, first, number(sizes, labels.classes().toString()));
    }
    List<Size> factors = Place.factors(operand.shape());
    List<String> names = Node.members(name, operand.shape().sizes());
    for (int number = 0; number < names.size(); number++) {
      members.put(names.get(number), new Member(value, factors, positions(factors, number), first));
    }
  }

  /** The positions of the member of that number, where the last axis runs fastest. */
  private static List<Integer> positions(List<Size> factors, int number) {
    List<Integer> positions = new ArrayList<>();
    int rest = number;
    for (int i = factors.size() - 1; i >= 0; i--) {
      if (factors.get(i).isNumber()) {
        positions.add(0, rest % factors.get(i).number());
        rest /= factors.get(i).number();
      }
    }
    return positions;
  }

  private static void requireLabels(String name, DenseTensor value, int first, int classes) {
    for (double y : value.toArray()) {
      if (y != Math.rint(y) || y < first || y >= first + classes) {
        throw new IllegalArgumentException(
            "evaluation: "
                + y
                + " in "
                + name
                + " is no label; they run from "
                + first
                + " to "
                + (first + classes - 1));
      }
    }
  }

  private static int number(Map<String, Integer> sizes, String name) {
    Integer number = sizes.get(name);
    if (number == null) {
      throw new IllegalArgumentException("evaluation: no number for the size " + name);
    }
    return number;
  }

  int size(String name) {
    return number(sizes, name);
  }

  Member member(String name) {
    Member member = members.get(name);
    if (member == null) {
      throw new IllegalArgumentException("evaluation: no numbers for " + name);
    }
    return member;
  }

  double at(Member member, List<Integer> indices) {
    return member.at(indices, sizes);
  }

  /** The sizes, those that were found too. */
  public Map<String, Integer> sizes() {
    return sizes;
  }

  /**
   * The value of a term; derivatives in it are carried out by the kernel.
   *
   * @param indices a number, counted from 0, for each free index that is no declared label
   */
  public double value(Term term, Map<String, Integer> indices) {
    return new TermValue(this, indices).of(new Derivative().expand(term));
  }

  /** The value of a graph without fixed indices. */
  public DenseTensor value(Expr x) {
    Equations.requireNumbers("evaluation", x);
    List<Index> indices = IndexNames.made(x.shape(), List.of(x));
    List<Term> terms = new Lowering().entries(x, indices.stream().map(Index::term).toList());
    return array(x.shape(), indices, terms);
  }

  /**
   * The array whose entries are given: one term for each position on the literal axes, at free
   * indices.
   */
  DenseTensor array(Shape shape, List<Index> indices, List<Term> entries) {
    List<Term> expanded = entries.stream().map(term -> new Derivative().expand(term)).toList();
    Shape bound = shape.bind(sizes);
    List<Size> factors = Place.factors(shape);
    double[] values = new double[bound.count()];
    Map<List<Integer>, TermValue> at = new HashMap<>();
    int[] counter = new int[factors.size()];
    for (int flat = 0; flat < values.length; flat++) {
      int rest = flat;
      for (int i = counter.length - 1; i >= 0; i--) {
        int extent = factors.get(i).bind(sizes).number();
        counter[i] = rest % extent;
        rest /= extent;
      }
      int entry = 0;
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < counter.length; i++) {
        if (factors.get(i).isNumber()) {
          entry = entry * factors.get(i).number() + counter[i];
        } else {
          places.add(counter[i]);
        }
      }
      values[flat] =
          at.computeIfAbsent(places, any -> new TermValue(this, named(indices, places)))
              .of(expanded.get(entry));
    }
    return DenseTensor.of(bound, values);
  }

  private static Map<String, Integer> named(List<Index> indices, List<Integer> places) {
    Map<String, Integer> named = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      named.put(indices.get(i).term().name(), places.get(i));
    }
    return named;
  }
}
