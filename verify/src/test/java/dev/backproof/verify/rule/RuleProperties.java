package dev.backproof.verify.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backproof.core.Attribute;
import dev.backproof.core.Attribute.Axis;
import dev.backproof.core.Attribute.Insert;
import dev.backproof.core.Attribute.None;
import dev.backproof.core.Attribute.Permutation;
import dev.backproof.core.Attribute.Window;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Elementary;
import dev.backproof.core.Op;
import dev.backproof.core.Primitive;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import dev.backproof.verify.Generators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of every rule over generated shapes and entries, and of its derivative. */
class RuleProperties {
  /** One operation at a point. */
  record Applied(Op op, List<DenseTensor> at) {}

  private static final List<RuleCheck> LAWS =
      List.of(RuleCheck.ADJOINT, RuleCheck.SCALING, RuleCheck.REPEAT);

  @Property(tries = 4000, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void everyRuleKeepsItsLaws(@ForAll("applied") Applied applied, @ForAll long seed) {
    OpFormula f = new OpFormula(applied.op());
    for (RuleCheck law : LAWS) {
      assertEquals(Optional.empty(), law.complaint(Pages.RIGHT, f, applied.at(), seed), law.name());
    }
    if (zeroWins(applied)) {
      assertEquals(Optional.empty(), RuleCheck.ZERO.complaint(Pages.RIGHT, f, applied.at(), seed));
    }
  }

  @Property(tries = 2000, seed = "2", edgeCases = EdgeCasesMode.NONE)
  void theDerivativeOfEveryRuleKeepsThemToo(@ForAll("applied") Applied applied, @ForAll long seed) {
    OpFormula f = new OpFormula(applied.op());
    RandomTensors random = RandomTensors.seeded(seed);
    for (int which = 0; which < applied.op().arity(); which++) {
      if (applied.op().flows(which)) {
        List<DenseTensor> at = new ArrayList<>(applied.at());
        at.add(random.directions(f.apply(applied.at()).shape()));
        for (RuleCheck law : LAWS) {
          assertEquals(
              Optional.empty(),
              law.complaint(
                  Pages.RIGHT, Derivative.pullback(Pages.RIGHT.vjp(), f, which), at, seed),
              law.name());
        }
      }
    }
    List<DenseTensor> at = new ArrayList<>(applied.at());
    at.addAll(Generators.directions(seed + 1, applied.at()));
    for (RuleCheck law : LAWS) {
      assertEquals(
          Optional.empty(),
          law.complaint(Pages.RIGHT, Derivative.pushforward(Pages.RIGHT.jvp(), f), at, seed),
          law.name());
    }
  }

  /** A matrix product is plain, so an entry that overflows meets 0; elsewhere zero always wins. */
  private static boolean zeroWins(Applied applied) {
    return applied.at().stream()
        .allMatch(x -> Arrays.stream(x.toArray()).allMatch(Double::isFinite));
  }

  @Provide
  Arbitrary<Applied> applied() {
    return Arbitraries.oneOf(
        List.of(
            maps(),
            binaries(),
            wheres(),
            products(),
            reductions(),
            repeats(),
            orders(),
            windows()));
  }

  private static Arbitrary<Applied> at(Op op, List<Shape> shapes) {
    return Generators.tensors(shapes).map(at -> new Applied(op, at));
  }

  private static Arbitrary<Applied> at(Primitive primitive, Attribute attribute, Shape shape) {
    return at(new Op(primitive, attribute), List.of(shape));
  }

  private static Arbitrary<Applied> maps() {
    return Combinators.combine(
            Arbitraries.of(Elementary.class).filter(f -> f.slope() != Elementary.Slope.NONE),
            Generators.shapes(0, 3))
        .flatAs((f, shape) -> at(Primitive.MAP, f, shape));
  }

  private static Arbitrary<Applied> binaries() {
    Arbitrary<Primitive> primitives =
        Arbitraries.of(
            Primitive.PLUS,
            Primitive.MINUS,
            Primitive.TIMES,
            Primitive.STRONG_TIMES,
            Primitive.DIV,
            Primitive.POW,
            Primitive.MAXIMUM,
            Primitive.MINIMUM);
    return Combinators.combine(primitives, Generators.shapes(0, 3))
        .flatAs(
            (primitive, whole) ->
                Combinators.combine(Generators.parts(whole), Generators.parts(whole))
                    .flatAs((a, b) -> at(new Op(primitive, None.NONE), List.of(a, b))));
  }

  private static Arbitrary<Applied> wheres() {
    return Generators.shapes(0, 3)
        .flatMap(
            whole ->
                Generators.parts(whole)
                    .list()
                    .ofSize(3)
                    .flatMap(shapes -> at(new Op(Primitive.WHERE, None.NONE), shapes)));
  }

  private static Arbitrary<Applied> products() {
    return Generators.extents()
        .list()
        .ofSize(3)
        .flatMap(
            n ->
                at(
                    new Op(Primitive.MATMUL, None.NONE),
                    List.of(Shape.of(n.get(0), n.get(1)), Shape.of(n.get(1), n.get(2)))));
  }

  private static Arbitrary<Applied> reductions() {
    return Combinators.combine(
            Arbitraries.of(Primitive.SUM, Primitive.MAX),
            Generators.shapes(1, 3),
            Arbitraries.integers().between(0, 2))
        .filter(
            (primitive, shape, axis) ->
                axis < shape.rank()
                    && (primitive == Primitive.SUM || shape.size(axis).number() > 0))
        .flatAs((primitive, shape, axis) -> at(primitive, new Axis(axis), shape));
  }

  private static Arbitrary<Applied> repeats() {
    Arbitrary<Applied> expand =
        Combinators.combine(
                Generators.shapes(0, 2), Arbitraries.integers().between(0, 2), Generators.extents())
            .filter((shape, axis, size) -> axis <= shape.rank())
            .flatAs(
                (shape, axis, size) ->
                    at(Primitive.EXPAND, new Insert(axis, Size.of(size)), shape));
    Arbitrary<Applied> broadcast =
        Generators.wholesAndParts()
            .flatMap(pair -> at(Primitive.BROADCAST_TO, pair.get1(), pair.get2()));
    Arbitrary<Applied> sumTo =
        Generators.wholesAndParts().flatMap(pair -> at(Primitive.SUM_TO, pair.get2(), pair.get1()));
    return Arbitraries.oneOf(List.of(expand, broadcast, sumTo));
  }

  private static Arbitrary<Applied> orders() {
    Arbitrary<Applied> permute =
        Generators.shapes(0, 3)
            .flatMap(
                shape ->
                    Arbitraries.shuffle(IntStream.range(0, shape.rank()).boxed().toList())
                        .flatMap(axes -> at(Primitive.PERMUTE, new Permutation(axes), shape)));
    Arbitrary<Applied> reshape =
        Generators.shapes(0, 3)
            .flatMap(
                shape ->
                    Arbitraries.of(
                            Shape.of(shape.count()),
                            Shape.of(1, shape.count()),
                            Shape.of(shape.count(), 1, 1))
                        .flatMap(target -> at(Primitive.RESHAPE, target, shape)));
    return Arbitraries.oneOf(List.of(permute, reshape));
  }

  private static Arbitrary<Applied> windows() {
    Arbitrary<Integer> upToTwo = Arbitraries.integers().between(0, 2);
    return Combinators.combine(
            Arbitraries.of(Primitive.SLICE, Primitive.PAD),
            Generators.shapes(1, 3),
            upToTwo,
            upToTwo,
            upToTwo)
        .filter((primitive, shape, axis, before, after) -> axis < shape.rank())
        .flatAs(
            (primitive, shape, axis, before, after) -> {
              int extent = shape.size(axis).number();
              if (primitive == Primitive.PAD) {
                return at(primitive, new Window(axis, before, before + extent + after), shape);
              }
              int start = Math.min(before, extent);
              int length = Math.max(0, extent - start - after);
              return at(primitive, new Window(axis, start, length), shape);
            });
  }
}
