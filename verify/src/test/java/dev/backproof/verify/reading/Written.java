package dev.backproof.verify.reading;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A formula with a name, and operands for it. */
record Written(String name, Formula formula, List<DenseTensor> at) {
  static Written of(String name, Formula formula, DenseTensor... at) {
    return new Written(name, formula, List.of(at));
  }

  DenseTensor onNumbers() {
    return formula.apply(at);
  }

  @Override
  public String toString() {
    return at.stream()
        .map(x -> x.shape() + " " + Arrays.toString(x.toArray()))
        .collect(Collectors.joining("; ", name + " of ", ""));
  }
}
