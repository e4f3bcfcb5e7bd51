package dev.backproof.verify.theorem;

import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Shapes that broadcast to each other: all pairs of ranks 0 to 3, aligned at the last axis, and
 * axes of extent 1 against symbols.
 */
final class BroadcastPatterns {
  static final Size N = Size.symbol("n");
  static final Size D = Size.symbol("d");
  static final Size H = Size.symbol("h");

  private static final Size ONE = Size.ONE;

  private BroadcastPatterns() {}

  /** The shape of a rank from 0 to 3: the last axes of [n×d×h]. */
  static Shape ofRank(int rank) {
    List<Size> all = List.of(N, D, H);
    return Shape.of(all.subList(3 - rank, 3).toArray(new Size[0]));
  }

  /** Pairs of shapes of two operands. */
  static List<List<Shape>> pairs() {
    List<List<Shape>> pairs = new ArrayList<>();
    for (int a = 0; a <= 3; a++) {
      for (int b = 0; b <= 3; b++) {
        pairs.add(List.of(ofRank(a), ofRank(b)));
      }
    }
    pairs.add(List.of(Shape.of(D, ONE), ofRank(2)));
    pairs.add(List.of(ofRank(2), Shape.of(ONE, H)));
    pairs.add(List.of(Shape.of(D, ONE), ofRank(1)));
    pairs.add(List.of(Shape.of(ONE, H), Shape.of(D, ONE)));
    pairs.add(List.of(Shape.of(ONE), ofRank(2)));
    pairs.add(List.of(Shape.of(N, ONE, H), Shape.of(D, ONE)));
    pairs.add(List.of(Shape.of(N, D, ONE), Shape.of(N, ONE, H)));
    pairs.add(List.of(ofRank(3), Shape.of(ONE, ONE, ONE)));
    return pairs;
  }

  /** A shape and a larger one that it is repeated to. */
  static List<List<Shape>> repetitions() {
    List<List<Shape>> pairs = new ArrayList<>();
    for (int from = 0; from <= 3; from++) {
      for (int to = Math.max(1, from); to <= 3; to++) {
        pairs.add(List.of(ofRank(from), ofRank(to)));
      }
    }
    pairs.add(List.of(Shape.of(ONE), ofRank(1)));
    pairs.add(List.of(Shape.of(D, ONE), ofRank(2)));
    pairs.add(List.of(Shape.of(ONE, H), ofRank(2)));
    pairs.add(List.of(Shape.of(ONE, ONE), ofRank(2)));
    pairs.add(List.of(Shape.of(D, ONE), ofRank(3)));
    pairs.add(List.of(Shape.of(N, ONE, H), ofRank(3)));
    pairs.add(List.of(Shape.of(ONE, D, ONE), ofRank(3)));
    pairs.add(List.of(ofRank(1), Shape.of(ONE, H)));
    return pairs;
  }

  /** Shapes of a mask and two branches. */
  static List<List<Shape>> triples() {
    List<List<Shape>> triples = new ArrayList<>();
    for (int rank = 0; rank <= 3; rank++) {
      triples.add(List.of(ofRank(rank), ofRank(rank), ofRank(rank)));
    }
    triples.add(List.of(ofRank(0), ofRank(2), ofRank(2)));
    triples.add(List.of(ofRank(2), ofRank(0), ofRank(2)));
    triples.add(List.of(ofRank(2), ofRank(2), ofRank(0)));
    triples.add(List.of(ofRank(1), ofRank(2), ofRank(3)));
    triples.add(List.of(ofRank(3), ofRank(1), ofRank(2)));
    triples.add(List.of(ofRank(2), ofRank(1), ofRank(1)));
    triples.add(List.of(Shape.of(D, ONE), Shape.of(ONE, H), ofRank(2)));
    triples.add(List.of(ofRank(2), Shape.of(D, ONE), Shape.of(ONE, H)));
    triples.add(List.of(Shape.of(N, ONE, H), Shape.of(N, D, ONE), Shape.of(D, ONE)));
    return triples;
  }
}
