package dev.backproof.verify.assertion;

import dev.backproof.verify.kernel.Condition;
import dev.backproof.verify.kernel.Point;
import dev.backproof.verify.kernel.Rational;
import dev.backproof.verify.kernel.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Points farther away than the drawn ones, which are small: a condition such as 1000 − x &gt; 0 is
 * met by all of these.
 *
 * @param near the drawn points
 * @param fixed the tensors that stay as they are
 */
record FarPoints(List<Point> near, List<String> fixed) {
  private static final List<Long> SCALES = List.of(10L, 100L, 1_000L, 10_000L);

  /** The nearest first: shifted by the numbers in a condition, then scaled. */
  Stream<Point> of(Condition condition) {
    Stream<UnaryOperator<Rational>> shifts =
        condition.term().parts().stream()
            .filter(part -> part.is(Term.Kind.NUMBER) && !part.isNumber(0))
            .map(Term::number)
            .flatMap(number -> Stream.of(number, number.negate()))
            .distinct()
            .map(number -> number::plus);
    Stream<UnaryOperator<Rational>> scales =
        SCALES.stream().map(Rational::of).map(scale -> scale::times);
    return Stream.concat(shifts, scales)
        .flatMap(change -> near.stream().map(point -> changed(point, change)));
  }

  private Point changed(Point point, UnaryOperator<Rational> change) {
    Map<String, List<Rational>> tensors = new LinkedHashMap<>(point.tensors());
    tensors.replaceAll(
        (name, entries) ->
            fixed.contains(Remedy.operand(name)) ? entries : entries.stream().map(change).toList());
    return new Point(point.sizes(), tensors, point.labels());
  }
}
