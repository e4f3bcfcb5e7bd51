package dev.backproof.autodiff;

import dev.backproof.autodiff.forward.Dual;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import dev.backproof.core.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The four ways to nest two modes, each giving the Hessian of a scalar formula times a direction.
 */
public enum Nesting {
  /** Reverse over reverse. */
  VAR_OF_VAR {
    @Override
    public List<DenseTensor> hvp(Formula f, List<DenseTensor> at, List<DenseTensor> directions) {
      Tape<DenseTensor> inner = new Tape<>();
      Tape<Var<DenseTensor>> outer = new Tape<>();
      List<Var<DenseTensor>> below = at.stream().map(inner::variable).toList();
      List<Var<Var<DenseTensor>>> x = below.stream().map(outer::variable).toList();
      var gradients = f.apply(x).backward();
      List<DenseTensor> sum = at.stream().map(a -> DenseTensor.full(a.shape(), 0)).toList();
      for (int i = 0; i < x.size(); i++) {
        var second = gradients.of(x.get(i)).backward(directions.get(i));
        List<DenseTensor> so = sum;
        sum =
            IntStream.range(0, at.size())
                .mapToObj(j -> so.get(j).plus(second.of(below.get(j))))
                .toList();
      }
      return sum;
    }
  },
  /** Reverse over forward. */
  VAR_OF_DUAL {
    @Override
    public List<DenseTensor> hvp(Formula f, List<DenseTensor> at, List<DenseTensor> directions) {
      return Differentiation.hvp(f, at, directions);
    }
  },
  /** Forward over reverse. */
  DUAL_OF_VAR {
    @Override
    public List<DenseTensor> hvp(Formula f, List<DenseTensor> at, List<DenseTensor> directions) {
      Tape<DenseTensor> tape = new Tape<>();
      List<Var<DenseTensor>> below = at.stream().map(tape::variable).toList();
      List<Dual<Var<DenseTensor>>> x = new ArrayList<>();
      for (int i = 0; i < at.size(); i++) {
        x.add(Dual.of(below.get(i), Var.constant(directions.get(i))));
      }
      var gradients = f.apply(x).tangent().backward();
      return below.stream().map(gradients::of).toList();
    }
  },
  /** Forward over forward, once for each entry. */
  DUAL_OF_DUAL {
    @Override
    public List<DenseTensor> hvp(Formula f, List<DenseTensor> at, List<DenseTensor> directions) {
      List<DenseTensor> result = new ArrayList<>();
      for (int i = 0; i < at.size(); i++) {
        DenseTensor zeros = DenseTensor.full(at.get(i).shape(), 0);
        DenseTensor row = zeros;
        for (int k = 0; k < zeros.count(); k++) {
          List<Dual<Dual<DenseTensor>>> x = new ArrayList<>();
          for (int j = 0; j < at.size(); j++) {
            Dual<DenseTensor> moving = Dual.of(at.get(j), directions.get(j));
            x.add(
                i == j ? Dual.of(moving, Dual.constant(zeros.with(k, 1))) : Dual.constant(moving));
          }
          row = row.with(k, f.apply(x).tangent().tangent().item());
        }
        result.add(row);
      }
      return result;
    }
  };

  /** H·v at a point, in the parts of the point. */
  public abstract List<DenseTensor> hvp(
      Formula f, List<DenseTensor> at, List<DenseTensor> directions);
}
