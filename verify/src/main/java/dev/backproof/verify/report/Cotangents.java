package dev.backproof.verify.report;

import dev.backproof.autodiff.tape.Gradients;
import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Where the backward sweep comes by, and what it leaves there. */
final class Cotangents {
  private final Gradients<DenseTensor> gradients;
  private final Set<Var<DenseTensor>> reached = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Var<DenseTensor>, Integer> positions = new IdentityHashMap<>();

  Cotangents(
      Var<DenseTensor> y,
      Tape<DenseTensor> tape,
      List<Var<DenseTensor>> order,
      Gradients<DenseTensor> gradients) {
    this.gradients = gradients;
    for (int position = 0; position < tape.length(); position++) {
      positions.put(tape.at(position), position);
    }
    reached.add(y);
    for (int i = order.size() - 1; i >= 0; i--) {
      Var<DenseTensor> v = order.get(i);
      if (reached.contains(v) && !v.isLeaf()) {
        for (int which = 0; which < v.op().arity(); which++) {
          if (v.op().flows(which) && v.parent(which).isRecorded()) {
            reached.add(v.parent(which));
          }
        }
      }
    }
  }

  /** Whether a derivative of the result flows to v. */
  boolean reaches(Var<DenseTensor> v) {
    return reached.contains(v);
  }

  Optional<DenseTensor> of(Var<DenseTensor> v) {
    return reaches(v) ? Optional.of(gradients.of(v)) : Optional.empty();
  }

  /** The position of v on the tape. */
  int position(Var<DenseTensor> v) {
    return Objects.requireNonNull(positions.get(v));
  }
}
