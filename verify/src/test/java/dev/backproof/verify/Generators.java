package dev.backproof.verify;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.RandomTensors;
import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Shapes and entries for properties: kinks, ties and tails are as likely as ordinary numbers. */
public final class Generators {
  private Generators() {}

  /** Extents 0 to 3, small ones more often. */
  public static Arbitrary<Integer> extents() {
    return Arbitraries.frequency(Tuple.of(4, 1), Tuple.of(4, 2), Tuple.of(3, 3), Tuple.of(1, 0));
  }

  /** Shapes of a rank. */
  public static Arbitrary<Shape> shapes(int minRank, int maxRank) {
    return extents().list().ofMinSize(minRank).ofMaxSize(maxRank).map(Generators::shape);
  }

  private static Shape shape(List<Integer> extents) {
    return Shape.of(extents.stream().map(Size::of).toArray(Size[]::new));
  }

  /**
   * A whole of rank 0 to 3 and a part that broadcasts to it: leading axes dropped, others made 1.
   */
  public static Arbitrary<Tuple2<Shape, Shape>> wholesAndParts() {
    return shapes(0, 3).flatMap(whole -> parts(whole).map(part -> Tuple.of(whole, part)));
  }

  /** The shapes that broadcast to {@code whole}. */
  public static Arbitrary<Shape> parts(Shape whole) {
    Arbitrary<Integer> dropped = Arbitraries.integers().between(0, whole.rank());
    Arbitrary<List<Boolean>> ones = Arbitraries.of(true, false).list().ofSize(whole.rank());
    return Combinators.combine(dropped, ones)
        .as(
            (drop, one) -> {
              List<Size> sizes = new ArrayList<>();
              for (int axis = drop; axis < whole.rank(); axis++) {
                sizes.add(one.get(axis) ? Size.ONE : whole.size(axis));
              }
              return Shape.of(sizes.toArray(Size[]::new));
            });
  }

  /**
   * Entries: half of them multiples of 1/64 in [−2, 2] (sums are exact, counterexamples readable),
   * a fifth from 1e-8 to 1e8, the rest kinks and ties, ±1e3, subnormals and 1e±200.
   */
  public static Arbitrary<Double> entries() {
    return Arbitraries.frequencyOf(
        Tuple.of(50, Arbitraries.integers().between(-128, 128).map(i -> i / 64.0)),
        Tuple.of(
            20,
            Combinators.combine(Arbitraries.doubles().between(-8, 8), Arbitraries.of(1.0, -1.0))
                .as((exponent, sign) -> sign * Math.pow(10, exponent))),
        Tuple.of(15, Arbitraries.of(0.0, -0.0, 1.0, -1.0, 0.5)),
        Tuple.of(10, Arbitraries.of(1e3, -1e3)),
        Tuple.of(
            5,
            Arbitraries.of(
                Double.MIN_VALUE, -Double.MIN_VALUE, 1e-310, 1e200, -1e200, 1e-200, -1e-200)));
  }

  /** Tensors of a shape with such entries. */
  public static Arbitrary<DenseTensor> tensors(Shape shape) {
    return entries()
        .list()
        .ofSize(shape.count())
        .map(
            list ->
                DenseTensor.of(shape, list.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  /** Tensors of each of several shapes. */
  public static Arbitrary<List<DenseTensor>> tensors(List<Shape> shapes) {
    Arbitrary<List<DenseTensor>> all = Arbitraries.just(List.of());
    for (Shape shape : shapes) {
      all =
          Combinators.combine(all, tensors(shape))
              .as(
                  (before, next) -> {
                    List<DenseTensor> list = new ArrayList<>(before);
                    list.add(next);
                    return List.copyOf(list);
                  });
    }
    return all;
  }

  /** One direction for each shape, entries of random sign and a magnitude in [½, 2). */
  public static List<DenseTensor> directions(long seed, List<DenseTensor> at) {
    RandomTensors random = RandomTensors.seeded(seed);
    return at.stream().map(x -> random.directions(x.shape())).toList();
  }
}
