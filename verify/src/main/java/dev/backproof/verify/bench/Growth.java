package dev.backproof.verify.bench;

import java.util.List;
import java.util.Optional;

/**
 * How times grow.
 *
 * @param steps a traced training step against n, h and depth
 * @param compilation tracing, optimising and planning against the length of the program
 * @param tapeNodes the length of the chain on the tape
 * @param tapeNanoseconds of a node of it, forward and backward
 * @param tapeBytes of a node of it
 * @param leftOut what was not measured because it would have taken too long
 */
public record Growth(
    List<Curve> steps,
    List<Curve> compilation,
    int tapeNodes,
    double tapeNanoseconds,
    double tapeBytes,
    Optional<String> leftOut) {
  /** Copies the lists. */
  public Growth {
    steps = List.copyOf(steps);
    compilation = List.copyOf(compilation);
  }
}
