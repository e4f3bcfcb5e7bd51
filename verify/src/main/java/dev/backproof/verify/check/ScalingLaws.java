package dev.backproof.verify.check;

import dev.backproof.autodiff.Differentiation;
import dev.backproof.autodiff.rule.VjpRules;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.RandomTensors;
import java.util.ArrayList;
import java.util.List;

/**
 * Laws of a pullback that hold bit by bit, barring overflow: a cotangent scaled by a power of two
 * or by −1 gives a result scaled alike, a zero cotangent gives zeros, the same cotangent the same
 * result.
 */
public final class ScalingLaws {
  private static final List<Double> FACTORS = List.of(1.0, 2.0, 0x1p-20, 0x1p+17, -1.0, 0.0);

  private ScalingLaws() {}

  /** Checks them for the first {@code count} operands of a formula. */
  public static Comparison check(
      VjpRules rules, Formula f, List<DenseTensor> at, int count, RandomTensors random) {
    List<DenseTensor> copies =
        at.stream().map(x -> DenseTensor.of(x.shape(), x.toArray())).toList();
    DenseTensor w = random.directions(f.apply(at).shape());
    List<DenseTensor> once = Differentiation.vjp(rules, f, at, count, w);
    List<String> broken = new ArrayList<>();
    int entries = 0;
    int different = 0;
    for (double factor : FACTORS) {
      DenseTensor scale = DenseTensor.scalar(factor);
      List<DenseTensor> scaled = Differentiation.vjp(rules, f, at, count, w.times(scale));
      for (int part = 0; part < count; part++) {
        DenseTensor expected = once.get(part).times(scale);
        for (int i = 0; i < expected.count(); i++) {
          entries++;
          if (scaled.get(part).at(i) != expected.at(i)) {
            different++;
            broken.add("cotangent times " + factor + ", operand " + part + ", entry " + i);
          }
        }
      }
    }
    if (entries == 0) {
      return Comparison.notCheckable(Witness.SCALING, Bound.EXACT, "there is no entry");
    }
    if (!copies.equals(at)) {
      different++;
      broken.add("an operand was changed");
    }
    return new Comparison(
        Witness.SCALING,
        different == 0 ? Verdict.AGREES : Verdict.DISAGREES,
        Bound.EXACT,
        different,
        entries,
        broken.stream().findFirst());
  }
}
