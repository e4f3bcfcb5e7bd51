package dev.backproof.verify.page.notes;

import dev.backproof.verify.certificate.IntervalText;
import dev.backproof.verify.kernel.Declarations;
import dev.backproof.verify.kernel.Interval;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Statement;
import dev.backproof.verify.markup.LatexMath;
import dev.backproof.verify.markup.MathMl;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The point of a counterexample: sizes, inputs, the entry, and numbers that are enclosed. */
final class PointHtml {
  private static final MathContext SHOWN = new MathContext(5);

  private final Declarations declarations;
  private final Point point;

  private PointHtml(Statement statement, Point point) {
    this.declarations = statement.declarations();
    this.point = point;
  }

  /**
   * The point, as formulas after one another.
   *
   * @param inputs the names of what the formulas take; another label is an index of the entry
   */
  static String of(Statement statement, Point point, Set<String> inputs) {
    PointHtml html = new PointHtml(statement, point);
    List<String> all = new ArrayList<>();
    point.sizes().forEach((name, size) -> all.add(equation(name, number(size.toString()))));
    point.tensors().forEach((name, values) -> all.add(equation(name, html.tensor(name, values))));
    point
        .labels()
        .forEach(
            (name, values) -> {
              String value =
                  values.size() == 1 ? number(values.get(0).toString()) : numbers(values);
              all.add((inputs.contains(name) ? "" : "entry ") + equation(name, value));
            });
    return String.join(", ", all);
  }

  private static String equation(String name, String value) {
    String letter = LatexMath.of(Formulas.symbol(name).latex());
    return MathMl.inline(MathMl.row(letter, MathMl.operator("="), value));
  }

  private String tensor(String name, List<Rational> values) {
    List<String> axes = declarations.tensors().getOrDefault(name, List.of());
    if (axes.isEmpty()) {
      return number(values.get(0).toString());
    }
    if (axes.size() == 1) {
      return numbers(values);
    }
    int columns = point.size(axes.get(1));
    List<List<String>> rows = new ArrayList<>();
    for (int from = 0; from < values.size(); from += columns) {
      rows.add(
          values.subList(from, from + columns).stream().map(r -> number(r.toString())).toList());
    }
    return MathMl.table("[", rows, "]");
  }

  private static String numbers(List<?> values) {
    return MathMl.fenced(
        "(",
        String.join(MathMl.operator(","), values.stream().map(v -> number(v.toString())).toList()),
        ")");
  }

  /** A whole number or a fraction, as it is written in a line. */
  private static String number(String text) {
    return text.startsWith("-")
        ? MathMl.row("<mo form=\"prefix\">−</mo>", MathMl.number(text.substring(1)))
        : MathMl.number(text);
  }

  /** A number that is known exactly, or the first digits of one that is enclosed. */
  static String value(Interval interval) {
    String low = IntervalText.low(interval);
    if (low.equals(IntervalText.high(interval))) {
      return MathMl.inline(number(low));
    }
    String digits = new BigDecimal(low).round(SHOWN).toPlainString();
    return "≈ " + MathMl.inline(number(digits));
  }
}
