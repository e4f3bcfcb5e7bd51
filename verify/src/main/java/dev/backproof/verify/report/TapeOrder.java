package dev.backproof.verify.report;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Everything a result depends on, in the order of computation, constants before their first use.
 */
final class TapeOrder {
  private final Set<Var<DenseTensor>> done = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Var<DenseTensor>> order = new ArrayList<>();

  private TapeOrder() {}

  /** Goes without recursion, as deep as memory allows. */
  static List<Var<DenseTensor>> of(Var<DenseTensor> y, Tape<DenseTensor> tape) {
    Set<Var<DenseTensor>> needed = needed(y);
    TapeOrder result = new TapeOrder();
    for (int position = 0; position < tape.length(); position++) {
      if (needed.contains(tape.at(position))) {
        result.visit(tape.at(position));
      }
    }
    return result.order;
  }

  private static Set<Var<DenseTensor>> needed(Var<DenseTensor> y) {
    Set<Var<DenseTensor>> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Var<DenseTensor>> open = new ArrayDeque<>(List.of(y));
    while (!open.isEmpty()) {
      Var<DenseTensor> v = open.pop();
      if (needed.add(v)) {
        open.addAll(v.parents());
      }
    }
    return needed;
  }

  private void visit(Var<DenseTensor> v) {
    Deque<Var<DenseTensor>> open = new ArrayDeque<>(List.of(v));
    while (!open.isEmpty()) {
      Var<DenseTensor> top = open.peek();
      List<Var<DenseTensor>> missing =
          top.parents().stream().filter(parent -> !done.contains(parent)).toList();
      if (!missing.isEmpty()) {
        open.push(missing.get(0));
        continue;
      }
      open.pop();
      if (done.add(top)) {
        order.add(top);
      }
    }
  }
}
