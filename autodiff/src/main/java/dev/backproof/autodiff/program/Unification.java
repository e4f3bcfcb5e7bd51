package dev.backproof.autodiff.program;

import dev.backproof.core.Shape;
import dev.backproof.core.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the symbols of shapes stand for, found by laying shapes side by side. */
final class Unification {
  private final Map<String, Size> found = new HashMap<>();

  /**
   * Lays a shape beside that of an input.
   *
   * @throws IllegalArgumentException if they do not fit
   */
  void unify(Input input, Shape given) {
    List<Size> wanted = input.shape().sizes();
    boolean fits = given.rank() == wanted.size();
    for (int axis = 0; fits && axis < wanted.size(); axis++) {
      fits = unify(wanted.get(axis), given.size(axis));
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "program: input "
              + input.name()
              + " wants "
              + input.shape()
              + (found.isEmpty() ? "" : " with " + found)
              + ", not "
              + given);
    }
  }

  private boolean unify(Size wanted, Size given) {
    if (wanted.isNumber() || wanted.factors().size() > 1) {
      return wanted.substitute(found).equals(given);
    }
    Size before = found.putIfAbsent(wanted.toString(), given);
    return before == null || before.equals(given);
  }

  /** Each symbol that stands for something else than itself. */
  Map<String, Size> found() {
    Map<String, Size> others = new HashMap<>(found);
    others.entrySet().removeIf(entry -> entry.getValue().toString().equals(entry.getKey()));
    return others;
  }
}
