package dev.backproof.verify.certificate;

import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A sample as lines: {@code sample size d 2}, {@code sample tensor x 1 -1/2}. */
final class SampleText {
  /** The word each line begins with. */
  static final String WORD = "sample";

  private final Map<String, Integer> sizes = new LinkedHashMap<>();
  private final Map<String, List<Rational>> tensors = new LinkedHashMap<>();
  private final Map<String, List<Integer>> labels = new LinkedHashMap<>();

  static List<String> write(Point point) {
    List<String> lines = new ArrayList<>();
    point.sizes().forEach((name, size) -> lines.add(WORD + " size " + name + " " + size));
    point.tensors().forEach((name, entries) -> lines.add(line("tensor", name, entries)));
    point.labels().forEach((name, values) -> lines.add(line("label", name, values)));
    return lines;
  }

  private static String line(String word, String name, List<?> values) {
    return values.stream()
        .map(value -> " " + value)
        .collect(Collectors.joining("", WORD + " " + word + " " + name, ""));
  }

  /** Reads one of its lines. */
  void read(Line line) {
    line.word(WORD);
    String word = line.word("size, tensor or label");
    switch (word) {
      case "size" -> given(line, sizes, SampleText::whole);
      case "tensor" -> given(line, tensors, l -> values(l, Line::number));
      case "label" -> given(line, labels, l -> values(l, SampleText::whole));
      default -> throw line.malformed("'" + word + "'", "size, tensor or label");
    }
    line.end();
  }

  /** The point, once all lines are read. */
  Point point() {
    return new Point(sizes, tensors, labels);
  }

  /**
   * Checks that a point gives values to what is declared, and to nothing else.
   *
   * @throws Refusal if it does not
   */
  static void check(Point point, Declarations declared) {
    same("sizes", point.sizes(), declared.sizes());
    same("tensors", point.tensors(), declared.tensors().keySet());
    same("labels", point.labels(), declared.labels().keySet());
  }

  private static void same(String what, Map<String, ?> given, Collection<String> declared) {
    if (!given.keySet().equals(Set.copyOf(declared))) {
      throw new Refusal(what + " " + given.keySet() + " are given, declared are " + declared);
    }
  }

  private static <T> void given(Line line, Map<String, T> values, Function<Line, T> value) {
    String name = line.name("a name");
    if (values.containsKey(name)) {
      throw line.malformed(name + " again", "another name");
    }
    values.put(name, value.apply(line));
  }

  private static int whole(Line line) {
    Rational number = line.number();
    if (!number.isInteger() || number.signum() < 0 || number.numerator().bitLength() > 8) {
      throw line.malformed("'" + number + "'", "a whole number from 0 to 255");
    }
    return number.intValue();
  }

  private static <T> List<T> values(Line line, Function<Line, T> value) {
    List<T> values = new ArrayList<>();
    do {
      values.add(value.apply(line));
    } while (!line.isRead());
    return values;
  }
}
