package dev.backproof.verify.rule;

import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import dev.backproof.core.RandomTensors;
import dev.backproof.verify.Generators;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the rules of a formula must keep at a point; each check gives a complaint or nothing. */
enum RuleCheck {
  /**
   * ⟨w, Jv⟩ = ⟨Jᵀw, v⟩ within 64u·(Σ|w||Jv| + Σ|v||Jᵀw|); pins one page to the other, at kinks too.
   * Not asked where a product leaves 1e±250: there rounding is no longer relative.
   */
  ADJOINT {
    @Override
    Optional<String> complaint(Pages pages, Formula f, List<DenseTensor> at, long seed) {
      List<DenseTensor> v = Generators.directions(seed, at);
      DenseTensor y = f.apply(at);
      DenseTensor w = RandomTensors.seeded(~seed).directions(y.shape());
      DenseTensor forward = pages.forward(f, at, v);
      List<DenseTensor> backward = pages.backward(f, at, w);
      if (!ordinary(y) || !ordinary(forward) || !backward.stream().allMatch(RuleCheck::ordinary)) {
        return Optional.empty();
      }
      double left = dot(w, forward, false);
      double size = dot(w, forward, true);
      double right = 0;
      for (int i = 0; i < v.size(); i++) {
        right += dot(v.get(i), backward.get(i), false);
        size += dot(v.get(i), backward.get(i), true);
      }
      double gap = Math.abs(left - right);
      return complainIf(!(gap <= 64 * U * size), "⟨w, Jv⟩ = " + left + " but ⟨Jᵀw, v⟩ = " + right);
    }
  },
  /** A cotangent or tangent times 8, ¼ or −1 gives the result times it, to the bit. */
  SCALING {
    @Override
    Optional<String> complaint(Pages pages, Formula f, List<DenseTensor> at, long seed) {
      List<DenseTensor> v = Generators.directions(seed, at);
      DenseTensor w = RandomTensors.seeded(~seed).directions(f.apply(at).shape());
      for (double factor : new double[] {8, 0.25, -1}) {
        DenseTensor k = DenseTensor.scalar(factor);
        List<DenseTensor> once = new ArrayList<>(pages.backward(f, at, w));
        List<DenseTensor> scaled = new ArrayList<>(pages.backward(f, at, w.times(k)));
        once.add(pages.forward(f, at, v));
        scaled.add(pages.forward(f, at, v.stream().map(x -> x.times(k)).toList()));
        for (int i = 0; i < once.size(); i++) {
          for (int j = 0; j < once.get(i).count(); j++) {
            double x = once.get(i).at(j);
            double y = scaled.get(i).at(j);
            if (normal(x) && normal(y) && x * factor != y) {
              return Optional.of(factor + " times " + x + " became " + y);
            }
          }
        }
      }
      return Optional.empty();
    }
  },
  /** A zero cotangent or tangent gives exact zeros, at poles too. */
  ZERO {
    @Override
    Optional<String> complaint(Pages pages, Formula f, List<DenseTensor> at, long seed) {
      DenseTensor y = f.apply(at);
      List<DenseTensor> results =
          new ArrayList<>(pages.backward(f, at, DenseTensor.full(y.shape(), 0)));
      results.add(
          pages.forward(f, at, at.stream().map(x -> DenseTensor.full(x.shape(), 0)).toList()));
      return complainIf(
          !results.stream().allMatch(x -> Arrays.stream(x.toArray()).allMatch(e -> e == 0)),
          "zero in, not zero out: " + results);
    }
  },
  /** Running twice gives the same bits, and the operands are as before. */
  REPEAT {
    @Override
    Optional<String> complaint(Pages pages, Formula f, List<DenseTensor> at, long seed) {
      List<DenseTensor> before =
          at.stream().map(x -> DenseTensor.of(x.shape(), x.toArray())).toList();
      List<DenseTensor> v = Generators.directions(seed, at);
      DenseTensor w = RandomTensors.seeded(~seed).directions(f.apply(at).shape());
      boolean same =
          pages.backward(f, at, w).equals(pages.backward(f, at, w))
              && pages.forward(f, at, v).equals(pages.forward(f, at, v));
      return complainIf(!same || !before.equals(at), "another result, or an operand changed");
    }
  },
  /**
   * Both modes agree with differences of the values, within their derived bound. A mask, whose
   * entries are 0 or 1, is not moved.
   */
  DIFFERENCES {
    @Override
    Optional<String> complaint(Pages pages, Formula f, List<DenseTensor> at, long seed) {
      List<DenseTensor> v =
          at.stream()
              .map(
                  x ->
                      isMask(x)
                          ? x.minus(x)
                          : Generators.directions(seed + x.hashCode(), List.of(x)).get(0))
              .toList();
      DenseTensor w = RandomTensors.seeded(~seed).directions(f.apply(at).shape());
      DenseTensor forward = pages.forward(f, at, v);
      List<DenseTensor> backward = pages.backward(f, at, w);
      double right = 0;
      for (int i = 0; i < v.size(); i++) {
        right += dot(v.get(i), backward.get(i), false);
      }
      return Differences.complaint(
          f, at, v, w, dot(w, forward, true), dot(w, forward, false), right);
    }
  };

  /** The unit round-off of float64. */
  static final double U = 0x1p-53;

  abstract Optional<String> complaint(Pages pages, Formula f, List<DenseTensor> at, long seed);

  /** The complaint, where being refused counts as one: a rule of a wrong shape is refused. */
  Optional<String> complaintOrRefusal(Pages pages, Formula f, List<DenseTensor> at, long seed) {
    try {
      return complaint(pages, f, at, seed);
    } catch (IllegalStateException refused) {
      return Optional.of("refused: " + refused.getMessage());
    }
  }

  private static Optional<String> complainIf(boolean wrong, String complaint) {
    return wrong ? Optional.of(complaint) : Optional.empty();
  }

  /** ⟨a, b⟩, or the sum of the magnitudes of its terms. */
  static double dot(DenseTensor a, DenseTensor b, boolean magnitudes) {
    double sum = 0;
    for (int i = 0; i < a.count(); i++) {
      double term = a.at(i) * b.at(i);
      sum += magnitudes ? Math.abs(term) : term;
    }
    return sum;
  }

  /** Whether all entries are 0 or far from overflow and underflow. */
  private static boolean ordinary(DenseTensor x) {
    return Arrays.stream(x.toArray())
        .allMatch(e -> e == 0 || (Math.abs(e) > 1e-250 && Math.abs(e) < 1e250));
  }

  private static boolean isMask(DenseTensor x) {
    return Arrays.stream(x.toArray()).allMatch(e -> e == 0 || e == 1);
  }

  private static boolean normal(double x) {
    return Math.abs(x) > 1e-250 && Math.abs(x) < 1e250;
  }
}
