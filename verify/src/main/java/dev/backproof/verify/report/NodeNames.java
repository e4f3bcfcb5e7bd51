package dev.backproof.verify.report;

import dev.backproof.autodiff.tape.Tape;
import dev.backproof.autodiff.tape.Var;
import dev.backproof.core.DenseTensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A name for every node, given or generated, no two alike. */
final class NodeNames {
  private final IdentityHashMap<Var<DenseTensor>, String> given = new IdentityHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> generated = new HashMap<>();

  NodeNames(Tape<DenseTensor> tape, List<Var<DenseTensor>> order) {
    for (Var<DenseTensor> v : order) {
      named(tape, v).ifPresent(name -> given.put(v, unlike(name)));
    }
  }

  /** A name on this tape, or on the variable's own; an empty one is none. */
  private static Optional<String> named(Tape<DenseTensor> tape, Var<DenseTensor> v) {
    return tape.name(v)
        .or(() -> v.tape().flatMap(own -> own.name(v)))
        .map(Names::visible)
        .filter(name -> !name.isBlank());
  }

  /** The name, with a number if it is taken. */
  private String unlike(String name) {
    String other = name;
    for (int number = 2; !taken.add(other); number++) {
      other = name + Names.subscript(number);
    }
    return other;
  }

  boolean isGiven(Var<DenseTensor> v) {
    return given.containsKey(v);
  }

  /** The name of v; if none was given, the next that is free. */
  String of(Var<DenseTensor> v, boolean differentiated) {
    String name = given.get(v);
    if (name != null) {
      return name;
    }
    String letter = differentiated ? "v" : "c";
    String next;
    do {
      next = letter + generated.merge(letter, 1, Integer::sum);
    } while (!taken.add(next));
    return next;
  }
}
