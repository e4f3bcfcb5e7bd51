package dev.backproof.verify.expr;

import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.kernel.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Names for the indices of a shape: letters that people use, or indices made by the machine. */
final class IndexNames {
  private static final Map<String, List<String>> USUAL =
      Map.of(
          "d", List.of("i", "l"),
          "h", List.of("j", "p"),
          "m", List.of("k", "q"),
          "n", List.of("r", "t"));

  private static final List<String> LETTERS =
      List.of("i", "j", "k", "l", "p", "q", "r", "s", "t", "u", "v", "w", "a", "b", "c");

  private IndexNames() {}

  /** The symbolic factors of a shape, in order. */
  static List<Size> symbols(Shape shape) {
    return Place.factors(shape).stream().filter(factor -> !factor.isNumber()).toList();
  }

  /** A letter for each symbolic factor, none of them taken. */
  static List<Index> readable(Shape shape, Predicate<String> isTaken) {
    Set<String> used = new HashSet<>();
    List<Index> indices = new ArrayList<>();
    for (Size range : symbols(shape)) {
      String name = letter(range.toString(), isTaken.or(used::contains));
      used.add(name);
      indices.add(new Index(Term.index(name), range));
    }
    return indices;
  }

  private static String letter(String range, Predicate<String> isTaken) {
    List<String> letters = new ArrayList<>(USUAL.getOrDefault(range, List.of()));
    letters.addAll(LETTERS);
    String suffix = "";
    for (int round = 1; ; round++) {
      for (String letter : letters) {
        if (!isTaken.test(letter + suffix)) {
          return letter + suffix;
        }
      }
      suffix = Integer.toString(round);
    }
  }

  /** A machine-made index for each symbolic factor, none of them used by some graphs. */
  static List<Index> made(Shape shape, List<Expr> avoiding) {
    List<Index> indices = new ArrayList<>();
    int number = 0;
    for (Size range : symbols(shape)) {
      Index index = Index.made(number++, range);
      while (isMentioned(index, avoiding)) {
        index = Index.made(number++, range);
      }
      indices.add(index);
    }
    return indices;
  }

  private static boolean isMentioned(Index index, List<Expr> by) {
    return by.stream().anyMatch(x -> x.mentions(index.term()));
  }
}
